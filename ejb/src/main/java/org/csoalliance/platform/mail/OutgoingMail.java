package org.csoalliance.platform.mail;

/**
 * A plain-text mail to one person.
 *
 * @param recipient the address
 * @param accountId the account behind the address, null if none
 * @param category what it is for: {@code ALERT}, {@code ACCOUNT}
 * @param objectRef what it is about, such as an incident's reference; may be empty
 * @param subject one line; line breaks are removed
 * @param body plain text of at most 20,000 bytes in UTF-8
 * @param list what the person may stop by one click; null: a mail that cannot be stopped. With a
 *     list the account must be given; the Outbox then adds the headers of RFC 8058, and leaves out
 *     whoever has stopped the list
 * @param attachment a file that goes with it; null: none
 */
public record OutgoingMail(
    String recipient,
    Long accountId,
    String category,
    String objectRef,
    String subject,
    String body,
    MailList list,
    MailAttachment attachment) {

  /** Checks that a list has an account. */
  public OutgoingMail {
    if (list != null && accountId == null) {
      throw new IllegalArgumentException("A mail of a list goes to an account");
    }
  }

  /** A mail without a file. */
  public OutgoingMail(
      String recipient,
      Long accountId,
      String category,
      String objectRef,
      String subject,
      String body,
      MailList list) {
    this(recipient, accountId, category, objectRef, subject, body, list, null);
  }

  /** A mail that cannot be stopped, such as a notice about the account. */
  public OutgoingMail(
      String recipient,
      Long accountId,
      String category,
      String objectRef,
      String subject,
      String body) {
    this(recipient, accountId, category, objectRef, subject, body, null, null);
  }

  /** The same with a file. */
  public OutgoingMail with(MailAttachment file) {
    return new OutgoingMail(recipient, accountId, category, objectRef, subject, body, list, file);
  }
}
