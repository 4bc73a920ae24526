package org.csoalliance.platform.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What our few lines of SMTP make of a server's answers. */
class SmtpTalkTest {
  private static final String FROM = "alerts@alliance.example";
  private static final String TO = "cso@fleet.example";
  private static final byte[] MAIL = "Subject: S\r\n\r\nText\r\n.\r\n".getBytes(US_ASCII);

  /** What it answers to a command; an empty answer hangs up, "-" says nothing. */
  private final Map<String, String> answers =
      new ConcurrentHashMap<>(
          Map.of("MAIL", "250 OK", "RCPT", "250 OK", "DATA", "354 Go on", ".", "250 OK"));

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private ServerSocket server;
  private Socket socket;
  private SmtpTalk talk;

  @BeforeEach
  void open() throws IOException {
    answers.put("RSET", "250 OK");
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
    talk = new SmtpTalk(socket);
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    server.close();
  }

  private void serve() {
    try (Socket client = server.accept();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(line);
        String answer = answers.getOrDefault(line.split(" ")[0], "-");
        if (answer.isEmpty()) {
          return;
        } else if (!"-".equals(answer)) {
          client.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  @Test
  void aMailIsHandedOver() throws Exception {
    answers.put("MAIL", "250-It is\r\n250-a long\r\n250 story");
    answers.put("RCPT", "251 User not local; will forward");
    talk.send(FROM, TO, MAIL);
    talk.send(FROM, TO, MAIL);
    assertTrue(talk.usable());
    List<String> one =
        List.of(
            "MAIL FROM:<" + FROM + ">",
            "RCPT TO:<" + TO + ">",
            "DATA",
            "Subject: S",
            "",
            "Text",
            ".");
    assertEquals(one, heard.subList(0, 7));
    assertEquals(one, heard.subList(7, 14));
  }

  @Test
  void aRecipientWhoIsRefusedIsToldApartAndTheNextOneServed() throws Exception {
    answers.put("RCPT", "550 5.1.1 No such user");
    SendFailedException refused =
        assertThrows(SendFailedException.class, () -> talk.send(FROM, TO, MAIL));
    assertEquals(1, refused.getInvalidAddresses().length);
    assertEquals("550 5.1.1 No such user", refused.getMessage());
    assertEquals("RSET", heard.get(2));
    answers.put("RCPT", "250 OK");
    talk.send(FROM, TO, MAIL);
    assertTrue(talk.usable());
  }

  @Test
  void whoIsNotTakenNowIsNotCalledWrong() {
    answers.put("RCPT", "452 4.2.2 Mailbox full");
    SendFailedException refused =
        assertThrows(SendFailedException.class, () -> talk.send(FROM, TO, MAIL));
    assertEquals(0, refused.getInvalidAddresses().length);
    assertEquals(1, refused.getValidUnsentAddresses().length);
  }

  @Test
  void aMailThatIsNotTakenIsAFailure() {
    answers.put(".", "554 5.7.1 Spam");
    MessagingException failed =
        assertThrows(MessagingException.class, () -> talk.send(FROM, TO, MAIL));
    assertEquals("554 5.7.1 Spam", failed.getMessage());
    assertTrue(talk.usable());
  }

  @Test
  void aServerThatClosesIsLeft() {
    answers.put("MAIL", "421 Closing");
    assertThrows(MessagingException.class, () -> talk.send(FROM, TO, MAIL));
    assertFalse(talk.usable());
  }

  @Test
  void aServerThatHangsUpIsLeft() {
    answers.put("DATA", "");
    assertThrows(MessagingException.class, () -> talk.send(FROM, TO, MAIL));
    assertFalse(talk.usable());
  }

  @Test
  void aServerThatSpeaksAnotherLanguageIsNotUnderstood() {
    answers.put("MAIL", "HTTP/1.1 400 Bad Request");
    answers.put("RSET", "HTTP/1.1 400 Bad Request");
    assertThrows(MessagingException.class, () -> talk.send(FROM, TO, MAIL));
    assertFalse(talk.usable());
  }

  @Test
  void aSilentServerIsNotWaitedForForEver() throws Exception {
    socket.setSoTimeout(50);
    answers.put(".", "-");
    MessagingException failed =
        assertThrows(MessagingException.class, () -> talk.send(FROM, TO, MAIL));
    assertInstanceOf(SocketTimeoutException.class, failed.getNextException());
    assertFalse(talk.usable());
  }

  /** Nothing waits for a server that does not read: what it sends fits into the socket's buffer. */
  @Test
  void whatDoesNotFitOrNeedsMoreThanAsciiIsForJakartaMail() {
    assertTrue(talk.takes(FROM, TO, MAIL));
    assertFalse(talk.takes(FROM, TO, new byte[1 << 20]));
    assertFalse(talk.takes(FROM, "über@fleet.example", MAIL));
    assertFalse(talk.takes(FROM, "a> BODY=8BITMIME", MAIL));
    assertFalse(talk.takes("a\r\nRSET", TO, MAIL));
  }
}
