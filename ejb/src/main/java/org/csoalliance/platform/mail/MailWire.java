package org.csoalliance.platform.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A row of the outbox as the bytes that a mail server takes: lines of ASCII that end in CRLF, of
 * which none begins with a dot but the last, so that nothing is left to do on the way (RFC 5321,
 * 4.5.2).
 */
final class MailWire {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+");
  private static final String END = "\r\n";

  /** The line that ends a mail on its way to the server; it is no part of the mail. */
  static final String DOT = ".\r\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);

  /** The mail from its first header to the dot after its last line. */
  byte[] of(String from, OutboxMail mail) throws ParseException {
    out.reset();
    String link = mail.unsubscribe();
    StringBuilder head = new StringBuilder(1024);
    head(head, "Date", DATE.format(mail.createdAt()));
    head(head, "From", new InternetAddress(from).toString());
    head(head, "To", new InternetAddress(mail.recipient(), true).toString());
    head(head, "Message-ID", mail.messageId());
    head(head, "Subject", subject(mail.subject()));
    head(head, "MIME-Version", "1.0");
    head(head, "Auto-Submitted", "auto-generated");
    head(head, "X-Alliance-Category", mail.category());
    if (link != null) { // RFC 8058, 3.1: the address takes a post without a session
      head(head, "List-Unsubscribe", "<" + link + ">");
      head(head, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    if (mail.attachment() == null && mail.html() == null) {
      ascii(head.toString());
      mail.body().part(out, "plain", link);
    } else {
      parts(head, mail, link);
    }
    ascii(DOT);
    return out.toByteArray();
  }

  private void parts(StringBuilder head, OutboxMail mail, String link) {
    String boundary = boundary(mail.messageId());
    String kind = mail.attachment() == null ? "alternative" : "mixed";
    head.append("Content-Type: multipart/").append(kind).append(";\r\n\tboundary=\"");
    head.append(boundary).append("\"\r\n\r\n--").append(boundary).append(END);
    ascii(head.toString());
    mail.body().part(out, "plain", link);
    ascii("--" + boundary + END);
    if (mail.attachment() == null) { // RFC 2046, 5.1.4: the richest last
      mail.html().part(out, "html", link);
    } else {
      file(mail.attachment());
    }
    ascii("--" + boundary + "--" + END);
  }

  /** No encoded text has these letters in a row. */
  private static String boundary(String messageId) {
    StringBuilder boundary = new StringBuilder("=_");
    for (int i = 0; i < messageId.length() && boundary.length() < 60; i++) {
      char c = messageId.charAt(i);
      if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z') {
        boundary.append(c);
      }
    }
    return boundary.toString();
  }

  private void file(MailAttachment file) {
    String head =
        "Content-Type: %1$s; name=\"%2$s\"\r\nContent-Disposition: attachment;"
            + " filename=\"%2$s\"\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    ascii(head.formatted(file.type(), file.name()));
    out.writeBytes(Base64.getMimeEncoder().encode(file.content()));
    ascii(END);
  }

  private static String subject(String subject) throws ParseException {
    try {
      return MimeUtility.fold(9, MimeUtility.encodeText(subject, "UTF-8", null));
    } catch (UnsupportedEncodingException impossible) {
      throw new ParseException(impossible.getMessage());
    }
  }

  /**
   * A value that was folded goes on after a blank; any other end of a line would be a new header.
   */
  private static void head(StringBuilder head, String name, String value) {
    boolean plain = value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    head.append(name).append(": ");
    head.append(plain || "Subject".equals(name) ? value : LINE_END.matcher(value).replaceAll(" "));
    head.append(END);
  }

  private void ascii(String words) {
    out.writeBytes(words.getBytes(US_ASCII));
  }
}
