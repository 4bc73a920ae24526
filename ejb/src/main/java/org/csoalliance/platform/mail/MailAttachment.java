package org.csoalliance.platform.mail;

/**
 * One file that goes with a mail.
 *
 * @param name as the reader's program shows it, in ASCII, such as {@code event.ics}
 * @param type its media type with parameters, such as {@code text/calendar; method=REQUEST}
 * @param content at most 2,000,000 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MailAttachment(String name, String type, byte[] content) {
  private static final int MOST = 2_000_000;

  /** Checks name, type and size: they are written into headers and a column. */
  public MailAttachment {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
        || !type.matches("[a-z]+/[a-z0-9.+-]+(; ?[a-zA-Z-]+=[A-Za-z0-9-]+)*")
        || type.length() > 100
        || content.length > MOST) {
      throw new IllegalArgumentException("No attachment of a mail: " + name + " " + type);
    }
  }
}
