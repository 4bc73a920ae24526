package org.csoalliance.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
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
    message.setText(mail.body().replaceAll("\\R", "\r\n"), "UTF-8");
    message.setHeader("Content-Transfer-Encoding", MailBody.encoding(mail.body()));
    message.saveChanges();
    return message;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
