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
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.platform.settings.Settings;

/** The mail server behind the server's mail session {@code mail/alliance}. */
@Stateless(name = "MailTransport")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SmtpTransport implements MailTransport {
  private static final Logger LOG = Logger.getLogger(SmtpTransport.class.getName());
  private static final String SOCKETS = "mail.smtp.socketFactory";

  /** Connections that are being made now; they share the properties of the server's session. */
  private static final Object LOCK = new Object();

  private static int connecting;
  private static boolean ours;

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
    Transport transport = session.getTransport("smtp");
    prompt(properties);
    try {
      transport.connect();
    } catch (MessagingException | RuntimeException failed) {
      close(transport);
      throw failed;
    } finally {
      forget(properties);
    }
    return new Smtp(transport);
  }

  private static void prompt(Properties properties) {
    synchronized (LOCK) {
      if (connecting++ == 0) {
        ours =
            properties.get(SOCKETS + ".class") == null
                && properties.putIfAbsent(SOCKETS, new PromptSockets()) == null;
      }
    }
  }

  /** The server's session outlives the application, and would keep its class loader. */
  private static void forget(Properties properties) {
    synchronized (LOCK) {
      if (--connecting == 0 && ours) {
        properties.remove(SOCKETS);
      }
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

    Smtp(Transport transport) {
      this.transport = transport;
    }

    @Override
    public void send(OutboxMail mail) throws MessagingException {
      MimeMessage message = MailMessage.of(session, settings.mailFrom(), mail);
      transport.sendMessage(message, message.getAllRecipients());
    }

    @Override
    public boolean usable() {
      return transport.isConnected();
    }

    @Override
    public void close() {
      SmtpTransport.close(transport);
    }
  }
}
