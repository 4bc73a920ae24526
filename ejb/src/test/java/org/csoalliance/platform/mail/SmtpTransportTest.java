package org.csoalliance.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

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
