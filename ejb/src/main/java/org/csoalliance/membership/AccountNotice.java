package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.settings.Settings;

/** Mails to a person about their own account, in the transaction of the change. */
@Dependent
public class AccountNotice {
  private static final String CATEGORY = "ACCOUNT";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private AccountRepository accounts;
  private Outbox outbox;
  private Settings settings;
  private Clock clock;

  /** For CDI. */
  protected AccountNotice() {}

  /** Mails through the given outbox. */
  @Inject
  public AccountNotice(AccountRepository accounts, Outbox outbox, Settings settings, Clock clock) {
    this.accounts = accounts;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** The address that an account signs in with. */
  public String address(long accountId) {
    return accounts.find(accountId).map(Account::email).orElse("");
  }

  /** Something about how the person signs in has changed. */
  public void factorChanged(long accountId, String sentence) {
    toOwner(
        accountId,
        "How you sign in has changed",
        sentence
            + "\n\nThis was at "
            + now()
            + ".\n\nIf it was not you, change your password now and end the sessions you do not"
            + " know:\n"
            + settings.baseUrl()
            + "/me/security\nThen write to "
            + settings.contactMail()
            + ".");
  }

  /** A provider's person was linked with the account by hand, or such a link was taken away. */
  public void identityChanged(long accountId, String sentence) {
    toOwner(
        accountId,
        "How you sign in has changed",
        sentence
            + "\n\nThis was at "
            + now()
            + ".\n\nIf you did not expect it, write to "
            + settings.contactMail()
            + " at once, and end the sessions that you do not know:\n"
            + settings.baseUrl()
            + "/me/security");
  }

  /** The password was changed, by the form or after a reset. */
  void passwordChanged(long accountId) {
    toOwner(
        accountId,
        "Your password was changed",
        "The password of your account was changed at "
            + now()
            + ", and other sessions were ended.\n\nIf it was not you, set another one now:\n"
            + settings.baseUrl()
            + "/sign-in/forgotten\nThen write to "
            + settings.contactMail()
            + ".");
  }

  /** The link that sets a new password. */
  void reset(long accountId, String code) {
    toOwner(
        accountId,
        "Set a new password",
        "Somebody, most likely you, asked for a new password. This link sets one; it works once,"
            + " for 30 minutes:\n"
            + settings.baseUrl()
            + "/sign-in/reset?code="
            + code
            + "\n\nIf it was not you, do nothing: your password stays as it is.");
  }

  /** The link that confirms a new address, to that address. */
  void confirmAddress(String newAddress, String code) {
    to(
        newAddress,
        null,
        "Confirm your new address",
        "Somebody, most likely you, wants to sign in to CSO Alliance with this address. The link"
            + " confirms it; it works for one day:\n"
            + settings.baseUrl()
            + "/me/security/email/confirm?code="
            + code
            + "\n\nIf it was not you, do nothing.");
  }

  /** Said to an address that an account has already, instead of the link. */
  void addressTaken(String newAddress) {
    to(
        newAddress,
        null,
        "This address has an account",
        "Somebody wanted to move their account to this address, which has an account already."
            + " Nothing was changed.\n\nIf it was you, sign in with this address: "
            + settings.baseUrl()
            + "/sign-in");
  }

  /** To the old address, when a new one is asked for. */
  void addressAsked(long accountId, String newAddress) {
    toOwner(
        accountId,
        "A new address was asked for",
        "At "
            + now()
            + " your account was asked to move to the address "
            + newAddress
            + ". It moves once that address confirms it, and we write to you again then.\n\nIf it"
            + " was not you, change your password now:\n"
            + settings.baseUrl()
            + "/me/security/password");
  }

  /** To the old address, once the account has moved. */
  void addressChanged(String oldAddress, long accountId, String newAddress, String undo) {
    to(
        oldAddress,
        accountId,
        "Your account has a new address",
        "Since "
            + now()
            + " your account signs in with "
            + newAddress
            + ".\n\nIf it was not you, this link takes it back and ends every session; it works for"
            + " seven days:\n"
            + settings.baseUrl()
            + "/sign-in/undo?code="
            + undo);
  }

  private void toOwner(long accountId, String subject, String body) {
    String address = address(accountId);
    if (!address.isEmpty()) {
      to(address, accountId, subject, body);
    }
  }

  private void to(String address, Long accountId, String subject, String body) {
    outbox.queue(
        List.of(
            new OutgoingMail(
                address, accountId, CATEGORY, "", subject, body + "\n\nCSO Alliance\n")));
  }

  private String now() {
    return TIME.format(clock.instant());
  }
}
