package org.csoalliance.platform.mail;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.platform.settings.Settings;

/** The mail server behind the server's mail session {@code mail/alliance}. */
@Stateless(name = "MailTransport")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SmtpTransport implements MailTransport {
  private static final Logger LOG = Logger.getLogger(SmtpTransport.class.getName());
  private static final String SMTP = "mail.smtp.";
  private static final String SOCKETS = SMTP + "socketFactory";

  /** Settings that change nothing in how a mail is handed over. */
  private static final Set<String> KNOWN =
      Set.of(
          "host",
          "port",
          "user",
          "password",
          "auth",
          "class",
          "localhost",
          "quitwait",
          "connectiontimeout",
          "timeout",
          "writetimeout");

  private static final Object LOCK = new Object();
  private static final Map<Properties, Prompting> PROMPTING = new IdentityHashMap<>();

  @Resource(name = "mail/alliance")
  private Session session;

  @Inject private Settings settings;

  /** Made by the container. */
  public SmtpTransport() {}

  SmtpTransport(Session session, Settings settings) {
    this.session = session;
    this.settings = settings;
  }

  @Override
  public Delivery connect() throws MessagingException {
    Properties properties = session.getProperties();
    limitWaiting(properties);
    Transport transport = quiet();
    SmtpTalk talk;
    PromptSockets sockets = prompt(properties);
    try {
      transport.connect();
      talk = talk(properties, sockets);
    } catch (MessagingException | RuntimeException failed) {
      close(transport);
      throw failed;
    } finally {
      forget(properties);
    }
    return new Smtp(transport, talk);
  }

  /**
   * Payara turns debugging on for each session and throws the words away: every byte of every mail
   * was traced for nobody. Who wants to read along sets {@code mail.debug}.
   */
  private Transport quiet() throws MessagingException {
    synchronized (LOCK) {
      boolean debug = session.getDebug();
      session.setDebug(Boolean.parseBoolean(session.getProperty("mail.debug")));
      try {
        return session.getTransport("smtp"); // asks the session once
      } finally {
        session.setDebug(debug);
      }
    }
  }

  private static PromptSockets prompt(Properties properties) {
    synchronized (LOCK) {
      Prompting prompting = PROMPTING.computeIfAbsent(properties, Prompting::new);
      prompting.connecting++;
      return prompting.sockets;
    }
  }

  /** The server's session outlives the application, and would keep its class loader. */
  private static void forget(Properties properties) {
    synchronized (LOCK) {
      Prompting prompting = PROMPTING.get(properties);
      if (prompting.sockets != null) {
        prompting.sockets.forget();
      }
      if (--prompting.connecting == 0) {
        PROMPTING.remove(properties);
        if (prompting.sockets != null) {
          properties.remove(SOCKETS);
        }
      }
    }
  }

  /** Connections that are being made now over one session; Payara has several of the same name. */
  private static final class Prompting {
    final PromptSockets sockets;
    int connecting;

    Prompting(Properties properties) {
      PromptSockets made = new PromptSockets();
      boolean ours =
          properties.get(SOCKETS + ".class") == null
              && properties.putIfAbsent(SOCKETS, made) == null;
      sockets = ours ? made : null;
    }
  }

  /**
   * A talk of our own, where nothing is asked for that Jakarta Mail alone can do, such as TLS; null
   * elsewhere.
   */
  private static SmtpTalk talk(Properties properties, PromptSockets sockets) {
    Socket socket = sockets == null ? null : sockets.made();
    if (socket == null || Boolean.parseBoolean(properties.getProperty("mail.debug"))) {
      return null;
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(SMTP)
          && !KNOWN.contains(name.substring(SMTP.length()))
          && !"false".equals(properties.getProperty(name))) {
        return null;
      }
    }
    try {
      return new SmtpTalk(socket);
    } catch (IOException closed) {
      return null; // the first mail will tell
    }
  }

  /** Without limits a silent server would hold the dispatcher for ever. */
  private static void limitWaiting(Properties properties) {
    properties.putIfAbsent("mail.smtp.connectiontimeout", "10000");
    properties.putIfAbsent("mail.smtp.timeout", "20000");
    properties.putIfAbsent("mail.smtp.writetimeout", "20000");
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException ignored) {
      LOG.log(Level.FINE, "The mail server did not say goodbye", ignored);
    }
  }

  private final class Smtp implements Delivery {
    private final Transport transport;
    private final SmtpTalk talk;
    private final MailWire wire = new MailWire();

    Smtp(Transport transport, SmtpTalk talk) {
      this.transport = transport;
      this.talk = talk;
    }

    @Override
    public void send(OutboxMail mail) throws MessagingException {
      String from = settings.mailFrom();
      byte[] bytes = wire.of(from, mail);
      if (talk != null && talk.takes(from, mail.recipient(), bytes)) {
        talk.send(from, mail.recipient(), bytes);
      } else {
        MimeMessage message = MailMessage.of(session, bytes);
        transport.sendMessage(message, message.getAllRecipients());
      }
    }

    @Override
    public boolean usable() {
      return (talk == null || talk.usable()) && transport.isConnected();
    }

    @Override
    public void close() {
      SmtpTransport.close(transport);
    }
  }
}
