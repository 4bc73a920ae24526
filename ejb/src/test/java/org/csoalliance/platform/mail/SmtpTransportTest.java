package org.csoalliance.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.SocketFactory;
import org.csoalliance.platform.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpTransportTest {
  private static final String SOCKETS = "mail.smtp.socketFactory";

  @Test
  void linesAreSentAtOnceAndTheServersSessionKeepsNothingOfOurs() throws MessagingException {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      Session session = session(server.getSmtp().getPort());
      SmtpTransport transport = new SmtpTransport(session, null);
      Seen seen = new Seen(session.getProperties());
      try (MailTransport.Delivery delivery = transport.connect()) {
        assertTrue(delivery.usable());
      }
      assertFalse(session.getProperties().containsKey(SOCKETS));
      session.getProperties().put(SOCKETS, seen);
      transport.connect().close();
      assertEquals(seen, session.getProperties().get(SOCKETS), "what the server is told is used");
      assertEquals(1, seen.made);
    } finally {
      server.stop();
    }
  }

  @Test
  void aServerThatCannotBeReachedLeavesNothingBehind() {
    Session session = session(1);
    SmtpTransport transport = new SmtpTransport(session, null);
    assertThrows(MessagingException.class, transport::connect);
    assertFalse(session.getProperties().containsKey(SOCKETS));
  }

  @Test
  void socketsDoNotWaitForAcknowledgements() throws Exception {
    try (Socket socket = new PromptSockets().createSocket()) {
      assertTrue(socket.getTcpNoDelay());
    }
  }

  /** Payara's sessions debug into a stream that throws everything away. */
  @Test
  void nothingIsTracedUnlessSomebodyAsksForIt() throws MessagingException {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      Session session = session(server.getSmtp().getPort());
      ByteArrayOutputStream traced = new ByteArrayOutputStream();
      session.setDebugOut(new PrintStream(traced, true, StandardCharsets.UTF_8));
      session.setDebug(true);
      traced.reset();
      new SmtpTransport(session, null).connect().close();
      assertFalse(traced.toString(StandardCharsets.UTF_8).contains("SMTP"));
      assertTrue(session.getDebug(), "it is the server's session");
      session.getProperties().put("mail.debug", "true");
      new SmtpTransport(session, null).connect().close();
      assertTrue(traced.toString(StandardCharsets.UTF_8).contains("EHLO"));
    } finally {
      server.stop();
    }
  }

  /** Over a talk of our own, or by Jakarta Mail where a setting asks for more: the same mail. */
  @ParameterizedTest
  @ValueSource(strings = {"mail.smtp.localhost", "mail.smtp.dsn.notify"})
  void theSameMailArrivesWhoeverTalks(String setting) throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      Session session = session(server.getSmtp().getPort());
      session.getProperties().put(setting, "NEVER");
      SmtpTransport transport = new SmtpTransport(session, new Settings(n -> null, n -> null));
      try (MailTransport.Delivery delivery = transport.connect()) {
        for (String words : List.of("Vier Männer\n.\n..flohen", "x".repeat(300_000))) {
          delivery.send(mail(words));
        }
        assertTrue(delivery.usable());
      }
      MimeMessage[] got = server.getReceivedMessages();
      assertEquals("Vier Männer\r\n.\r\n..flohen", got[0].getContent().toString().strip());
      assertEquals("cso@fleet.example", got[0].getAllRecipients()[0].toString());
      assertEquals("<1@alliance.example>", got[0].getMessageID());
      assertEquals(300_000, got[1].getContent().toString().strip().length());
    } finally {
      server.stop();
    }
  }

  /** Payara gives each instance a session of its own, and several connect at once. */
  @Test
  void eachSessionHasPromptSocketsWhileAnotherConnects() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Session waiting = session(silent.getLocalPort());
      Future<?> failing =
          other.submit(
              () ->
                  assertThrows(
                      MessagingException.class, () -> new SmtpTransport(waiting, null).connect()));
      Socket accepted = silent.accept();
      assertTrue(waiting.getProperties().containsKey(SOCKETS), "it is connecting");
      boolean[] prompted = {false};
      Properties watched =
          new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object putIfAbsent(Object key, Object value) {
              prompted[0] |= SOCKETS.equals(key);
              return super.putIfAbsent(key, value);
            }
          };
      watched.putAll(session(server.getSmtp().getPort()).getProperties());
      Session session = Session.getInstance(watched);
      new SmtpTransport(session, null).connect().close();
      assertTrue(prompted[0]);
      assertFalse(watched.containsKey(SOCKETS));
      accepted.close();
      failing.get();
      assertFalse(waiting.getProperties().containsKey(SOCKETS));
    } finally {
      other.shutdownNow();
      server.stop();
    }
  }

  private static OutboxMail mail(String words) {
    return new OutboxMail(
        1,
        "<1@alliance.example>",
        "cso@fleet.example",
        "ALERT",
        "Robbery",
        MailText.of(words),
        null,
        null,
        null,
        0,
        Instant.parse("2026-11-22T12:00:00Z"),
        Instant.parse("2026-11-22T12:05:00Z"));
  }

  private static Session session(int port) {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(port));
    return Session.getInstance(properties);
  }

  /** Counts what the transport takes from it. */
  private static final class Seen extends SocketFactory {
    private final Properties properties;
    private int made;

    Seen(Properties properties) {
      this.properties = properties;
    }

    @Override
    public Socket createSocket() {
      assertTrue(properties.containsKey(SOCKETS));
      made++;
      return new Socket();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, java.net.InetAddress at, int from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(java.net.InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(
        java.net.InetAddress host, int port, java.net.InetAddress at, int from) {
      throw new UnsupportedOperationException();
    }
  }
}
