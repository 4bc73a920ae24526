package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/**
 * Takes the wish for a new password. Whoever asks waits for nothing that differs between a known
 * and an unknown address: the address is looked up and the mail is written after the answer.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordForgotten {
  private static final int MOST_ADDRESS = 320;

  @EJB private PasswordResetMail mail;

  /**
   * Asks for a link. Nothing tells whether one is sent.
   *
   * @param email as typed, null as nothing
   * @param source where the wish comes from
   */
  public void ask(String email, String source) {
    String key = Account.emailKey(email == null ? "" : email);
    mail.send(key.length() <= MOST_ADDRESS && key.indexOf('\0') < 0 ? key : "", source);
  }
}
