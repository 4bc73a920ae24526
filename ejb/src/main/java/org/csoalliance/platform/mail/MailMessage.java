package org.csoalliance.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;

/** A mail that is written already, with the Message-ID of its row, as Jakarta Mail wants it. */
final class MailMessage extends MimeMessage {
  private MailMessage(Session session, byte[] wire) throws MessagingException {
    super(session, new ByteArrayInputStream(wire, 0, wire.length - MailWire.DOT.length()));
  }

  static MimeMessage of(Session session, byte[] wire) throws MessagingException {
    return new MailMessage(session, wire);
  }

  @Override
  protected void updateMessageID() {
    // it is the row's, whatever is done to the message
  }
}
