package org.csoalliance.platform.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
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
    return message(subject, body, unsubscribe, null);
  }

  private static MimeMessage message(String subject, String body, String unsubscribe, String html)
      throws MessagingException {
    return message(subject, body, unsubscribe, html, null);
  }

  private static MimeMessage message(
      String subject, String body, String unsubscribe, String html, MailAttachment attachment)
      throws MessagingException {
    OutboxMail mail =
        new OutboxMail(
            1,
            "<5f0c@alliance.example>",
            "cso@fleet.example",
            "ALERT",
            subject,
            MailText.of(body),
            unsubscribe,
            MailText.of(html),
            attachment,
            0,
            Instant.parse("2026-11-22T12:00:00Z"),
            Instant.parse("2026-11-22T12:05:00Z"));
    byte[] wire = new MailWire().of("alerts@alliance.example", mail);
    String lines = new String(wire, US_ASCII);
    assertTrue(lines.endsWith("\r\n.\r\n"));
    assertEquals(lines.indexOf("\r\n.") + 2, lines.length() - 3, "the last line alone is a dot");
    assertFalse(lines.matches("(?s).*[^\r]\n.*|.*\r[^\n].*"), "CRLF ends a line, always");
    return MailMessage.of(Session.getInstance(new Properties()), wire);
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
    assertEquals("Vier Männer\r\nflohen\r\n", message.getContent());
  }

  /** Whatever stands in a row, it makes no header. */
  @Test
  void aRowMakesNoHeadersOfItsOwn() throws Exception {
    MimeMessage message =
        message("Robbery\r\nBcc: a@b.example", "x", "https://a.example\r\nBcc: c");
    assertNull(message.getHeader("Bcc", null));
    assertEquals("Robbery Bcc: a@b.example", message.getSubject());
  }

  @Test
  void aFileGoesWithTheWords() throws Exception {
    MailAttachment file =
        new MailAttachment(
            "event.ics",
            "text/calendar; charset=UTF-8; method=REQUEST",
            "BEGIN:VCALENDAR\r\nSUMMARY:Ü\r\n".getBytes(UTF_8));
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    message("Moved", "Vier Männer\nflohen", null, null, file).writeTo(wire);
    MimeMessage read =
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(wire.toByteArray()));
    assertEquals("<5f0c@alliance.example>", read.getMessageID());
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertEquals(2, parts.getCount());
    assertEquals("Vier Männer\r\nflohen", parts.getBodyPart(0).getContent());
    assertEquals("event.ics", parts.getBodyPart(1).getFileName());
    assertEquals(
        "REQUEST", new ContentType(parts.getBodyPart(1).getContentType()).getParameter("method"));
    assertArrayEquals(file.content(), parts.getBodyPart(1).getInputStream().readAllBytes());
    assertThrows(
        IllegalArgumentException.class,
        () -> new MailAttachment("a\r\nX: y", "text/plain", new byte[0]));
  }

  /** RFC 2046, 5.1.4: the same twice, the plain one first. */
  @Test
  void aMailWithHtmlHasBoth() throws Exception {
    MimeMessage message = message("News", "Vier Männer", null, "<p>Vier Männer</p>");
    assertTrue(message.isMimeType("multipart/alternative"));
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertEquals(2, parts.getCount());
    assertTrue(parts.getBodyPart(0).isMimeType("text/plain"));
    assertEquals("Vier Männer", parts.getBodyPart(0).getContent());
    assertTrue(parts.getBodyPart(1).isMimeType("text/html"));
    assertEquals("<p>Vier Männer</p>", parts.getBodyPart(1).getContent());
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

  /** Each reader's own link stands where the text says, whatever was encoded before and after. */
  @ParameterizedTest
  @ValueSource(strings = {"Über uns ", "海盗船 ", "a\n", "", "word ", ". \r\n.\r\n"})
  void theOwnLinkIsPutIntoAnEncodedText(String words) throws Exception {
    String link = "https://alliance.example/unsubscribe?t=" + "a=b.".repeat(40);
    String text = words.repeat(30) + BulkMail.UNSUBSCRIBE + words.repeat(3);
    String html = "<p>" + text + "</p><a href=\"" + BulkMail.UNSUBSCRIBE + "\">x</a>";
    MimeMessage read = sent(message("S", text, link, html));
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertEquals(own(text, link), parts.getBodyPart(0).getContent());
    assertEquals(own(html, link), parts.getBodyPart(1).getContent());
    assertEquals(own(text, link).strip(), whole(sent(message("S", text, link))));
    assertEquals(own(text, BulkMail.UNSUBSCRIBE).strip(), whole(sent(message("S", text))));
  }

  /** The end of the last line belongs to SMTP. */
  private static String whole(MimeMessage message) throws MessagingException, IOException {
    return ((String) message.getContent()).strip();
  }

  private static String own(String text, String link) {
    return text.replaceAll("\\R", "\r\n").replace(BulkMail.UNSUBSCRIBE, link);
  }

  private static MimeMessage sent(MimeMessage message) throws MessagingException, IOException {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    message.writeTo(wire);
    for (String line : wire.toString(UTF_8).split("\r\n", -1)) {
      assertTrue(line.length() <= 998 && line.indexOf('\n') < 0, line);
    }
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(wire.toByteArray()));
  }

  /** The promise of 20 KB is about what goes over the wire, headers included. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "All robbers fled. ",
        "海盗船",
        "قراصنة ",
        "Ünïcödé ",
        "😀",
        "=",
        "\n",
        "a \r\n",
        ".\n"
      })
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
