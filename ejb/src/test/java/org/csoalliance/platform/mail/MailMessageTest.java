package org.csoalliance.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailMessageTest {
  private static MimeMessage message(String subject, String body) throws MessagingException {
    return message(subject, body, null);
  }

  private static MimeMessage message(String subject, String body, String unsubscribe)
      throws MessagingException {
    OutboxMail mail =
        new OutboxMail(
            1,
            "<5f0c@alliance.example>",
            "cso@fleet.example",
            "ALERT",
            subject,
            body,
            unsubscribe,
            0,
            Instant.parse("2026-11-22T12:00:00Z"),
            Instant.parse("2026-11-22T12:05:00Z"));
    return MailMessage.of(Session.getInstance(new Properties()), "alerts@alliance.example", mail);
  }

  @Test
  void headersAreThoseOfTheRow() throws Exception {
    MimeMessage message = message("Überfall 海盗", "Vier Männer\nflohen");
    assertEquals("<5f0c@alliance.example>", message.getMessageID());
    message.saveChanges();
    assertEquals("<5f0c@alliance.example>", message.getMessageID());
    assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
    assertEquals("ALERT", message.getHeader("X-Alliance-Category", null));
    assertEquals("quoted-printable", message.getEncoding());
    assertTrue(message.isMimeType("text/plain"));
    assertEquals("Überfall 海盗", message.getSubject());
    assertEquals("Vier Männer\r\nflohen", message.getContent());
  }

  /** RFC 8058, 3.1 and 8: both headers, one https or http address, the exact words. */
  @Test
  void aMailOfAListSaysHowItIsStopped() throws Exception {
    MimeMessage message = message("Robbery", "Text", "https://alliance.example/unsubscribe?t=a.b");
    assertEquals(
        "<https://alliance.example/unsubscribe?t=a.b>",
        message.getHeader("List-Unsubscribe", null));
    assertEquals("List-Unsubscribe=One-Click", message.getHeader("List-Unsubscribe-Post", null));
    assertNull(message("Robbery", "Text").getHeader("List-Unsubscribe", null));
    assertNull(message("Robbery", "Text").getHeader("List-Unsubscribe-Post", null));
  }

  /** The promise of 20 KB is about what goes over the wire, headers included. */
  @ParameterizedTest
  @ValueSource(
      strings = {"All robbers fled. ", "海盗船", "قراصنة ", "Ünïcödé ", "😀", "=", "\n", "a \r\n"})
  void hundredKilobytesOfWordsStayUnderTwentyOnTheWire(String words) throws Exception {
    String body = MailBody.fit(words.repeat(100_000 / words.length()));
    int wire = wire(message("海".repeat(300), body));
    assertTrue(wire < 20_000, () -> "" + wire);
  }

  private static int wire(MimeMessage message) throws MessagingException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out);
    return out.size();
  }
}
