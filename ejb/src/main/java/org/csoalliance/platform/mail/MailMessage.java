package org.csoalliance.platform.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * A row of the outbox as a message: plain text in UTF-8, with the Message-ID of the row. Its
 * content is made of texts that are encoded already, since Jakarta Mail would encode each of
 * thousands anew.
 */
final class MailMessage extends MimeMessage {
  private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z0-9]");

  private final String messageId;

  private MailMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static MimeMessage of(Session session, String from, OutboxMail mail) throws MessagingException {
    MailMessage message = new MailMessage(session, mail.messageId());
    message.setFrom(new InternetAddress(from));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), "UTF-8");
    message.setSentDate(Date.from(mail.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Alliance-Category", mail.category());
    if (mail.unsubscribe() != null) { // RFC 8058, 3.1: the address takes a post without a session
      message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.fill(mail);
    return message;
  }

  private void fill(OutboxMail mail) throws MessagingException {
    String link = mail.unsubscribe();
    if (mail.attachment() == null && mail.html() == null) {
      setHeader("Content-Type", MailText.type("plain"));
      setHeader("Content-Transfer-Encoding", mail.body().encoding());
      content = mail.body().with(link);
    } else {
      // no encoded text has these letters in a row
      String boundary = "=_" + NO_LETTER.matcher(messageId).replaceAll("");
      boundary = boundary.substring(0, Math.min(60, boundary.length()));
      String kind = mail.attachment() == null ? "alternative" : "mixed";
      setHeader("Content-Type", "multipart/" + kind + ";\r\n\tboundary=\"" + boundary + '"');
      removeHeader("Content-Transfer-Encoding");
      ByteArrayOutputStream parts = new ByteArrayOutputStream(1 << 14);
      begin(parts, boundary, "\r\n");
      mail.body().part(parts, "plain", link);
      begin(parts, boundary, "\r\n");
      if (mail.attachment() == null) { // RFC 2046, 5.1.4: the richest last
        mail.html().part(parts, "html", link);
      } else {
        file(parts, mail.attachment());
      }
      begin(parts, boundary, "--\r\n");
      content = parts.toByteArray();
    }
    setHeader("MIME-Version", "1.0");
    updateMessageID();
    saved = true; // what was written is what is sent
    modified = false;
  }

  private static void begin(ByteArrayOutputStream out, String boundary, String end) {
    out.writeBytes(("--" + boundary + end).getBytes(US_ASCII));
  }

  private static void file(ByteArrayOutputStream out, MailAttachment file) {
    String head =
        "Content-Type: %1$s; name=\"%2$s\"\r\nContent-Disposition: attachment;"
            + " filename=\"%2$s\"\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    out.writeBytes(head.formatted(file.type(), file.name()).getBytes(US_ASCII));
    out.writeBytes(Base64.getMimeEncoder().encode(file.content()));
    out.writeBytes("\r\n".getBytes(US_ASCII));
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
