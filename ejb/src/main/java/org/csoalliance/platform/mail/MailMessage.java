package org.csoalliance.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.util.Base64;
import java.util.Date;

/** A row of the outbox as a message: plain text in UTF-8, with the Message-ID of the row. */
final class MailMessage extends MimeMessage {
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
    if (mail.attachment() != null) {
      MimeBodyPart words = new MimeBodyPart();
      text(words, mail.body(), "plain");
      message.setContent(new MimeMultipart(words, file(mail.attachment())));
    } else if (mail.html() == null) {
      text(message, mail.body(), "plain");
    } else { // RFC 2046, 5.1.4: the richest last
      MimeBodyPart plain = new MimeBodyPart();
      text(plain, mail.body(), "plain");
      MimeBodyPart html = new MimeBodyPart();
      text(html, mail.html(), "html");
      message.setContent(new MimeMultipart("alternative", plain, html));
    }
    message.saveChanges();
    return message;
  }

  private static void text(MimePart part, String body, String subtype) throws MessagingException {
    part.setText(body.replaceAll("\\R", "\r\n"), "UTF-8", subtype);
    part.setHeader("Content-Transfer-Encoding", MailBody.encoding(body));
  }

  private static MimeBodyPart file(MailAttachment file) throws MessagingException {
    InternetHeaders headers = new InternetHeaders();
    headers.setHeader("Content-Type", file.type() + "; name=\"" + file.name() + '"');
    headers.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + '"');
    headers.setHeader("Content-Transfer-Encoding", "base64");
    return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(file.content()));
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
