package org.csoalliance.run;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.BodyPart;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * Takes every mail of a run instead of the world: GreenMail, which accepts any address. Its mails
 * are kept in the folder mail of the run when it is closed, and stand there again at the next
 * start.
 */
public final class MailCatcher implements AutoCloseable {
  private final GreenMail server;
  private final Path kept;
  private final MailApi api;
  private final int smtpPort;

  private MailCatcher(GreenMail server, Path kept, int smtpPort, int apiPort) throws IOException {
    this.server = server;
    this.kept = kept;
    this.smtpPort = smtpPort;
    this.api = new MailApi(this, apiPort);
  }

  /**
   * @param home the folder of the run
   * @param smtpPort a free port
   * @param apiPort another free port
   * @return the running catcher
   * @throws RunException when it does not start
   */
  public static MailCatcher start(Path home, int smtpPort, int apiPort) {
    com.icegreen.greenmail.util.ServerSetup smtp =
        new com.icegreen.greenmail.util.ServerSetup(smtpPort, "127.0.0.1", "smtp");
    smtp.setServerStartupTimeout(20_000);
    GreenMail server =
        new GreenMail(smtp)
            .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    try {
      server.start();
      MailCatcher catcher = new MailCatcher(server, home.resolve("mail"), smtpPort, apiPort);
      catcher.load();
      return catcher;
    } catch (IOException | IllegalStateException | UserException | MessagingException e) {
      server.stop();
      throw new RunException("The mail catcher did not start: " + e.getMessage(), e);
    }
  }

  /**
   * @return the port that takes mail
   */
  public int smtpPort() {
    return smtpPort;
  }

  /**
   * @return the address of the page that shows all mails; the REST interface is below it at /api
   */
  public String pageUrl() {
    return "http://localhost:" + api.port() + "/";
  }

  /**
   * @return every mail of every mailbox, newest first
   */
  public List<CaughtMail> mails() {
    List<CaughtMail> all = new ArrayList<>();
    for (GreenMailUser user : server.getUserManager().listUser()) {
      for (StoredMessage message : snapshot(inbox(user))) {
        all.add(read(user.getEmail(), message));
      }
    }
    all.sort(Comparator.comparing(CaughtMail::received).thenComparing(CaughtMail::uid).reversed());
    return all;
  }

  /**
   * @param mailbox an address
   * @return the mails that came to it, newest first
   */
  public List<CaughtMail> mailsTo(String mailbox) {
    return mails().stream().filter(mail -> mail.mailbox().equalsIgnoreCase(mailbox)).toList();
  }

  /** Empties all mailboxes. */
  public void purge() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  List<GreenMailUser> users() {
    return List.copyOf(server.getUserManager().listUser());
  }

  Optional<GreenMailUser> user(String emailOrLogin) {
    GreenMailUser user = server.getUserManager().getUser(emailOrLogin);
    return Optional.ofNullable(
        user != null ? user : server.getUserManager().getUserByEmail(emailOrLogin));
  }

  void remove(GreenMailUser user) {
    server.getUserManager().deleteUser(user);
  }

  // GreenMail's list may grow while it is walked; its toArray is the one reading that is locked
  private static List<StoredMessage> snapshot(MailFolder folder) {
    return List.of(folder.getMessages().toArray(new StoredMessage[0]));
  }

  private MailFolder inbox(GreenMailUser user) {
    try {
      return server.getManagers().getImapHostManager().getInbox(user);
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CaughtMail read(String mailbox, StoredMessage stored) {
    MimeMessage mail = stored.getMimeMessage();
    try {
      return new CaughtMail(
          mailbox,
          Objects.toString(mail.getHeader("From", ", "), ""),
          Objects.toString(mail.getSubject(), ""),
          Objects.toString(mail.getMessageID(), ""),
          Objects.toString(mail.getContentType(), ""),
          stored.getReceivedDate().toInstant(),
          text(mail),
          GreenMailUtil.toString(mail),
          stored.getUid());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof String text) {
      return text;
    }
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        if (each.isMimeType("text/*") || each.isMimeType("multipart/*")) {
          return text(each);
        }
      }
    }
    return "";
  }

  private void load() throws IOException, UserException, MessagingException {
    if (!Files.isDirectory(kept)) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(kept, "*.eml")) {
      found.forEach(files::add);
    }
    files.sort(Comparator.naturalOrder());
    for (Path file : files) {
      String name = file.getFileName().toString();
      String address =
          URLDecoder.decode(
              name.substring(name.indexOf('-') + 1, name.length() - 4), StandardCharsets.UTF_8);
      GreenMailUser user = server.getUserManager().getUserByEmail(address);
      if (user == null) {
        user = server.getUserManager().createUser(address, address, address);
      }
      try (InputStream in = Files.newInputStream(file)) {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
        inbox(user)
            .appendMessage(
                mail, new Flags(), Date.from(Files.getLastModifiedTime(file).toInstant()));
      }
    }
  }

  private void save() throws IOException, MessagingException {
    FileTrees.delete(kept);
    Files.createDirectories(kept);
    int number = 0;
    for (GreenMailUser user : users()) {
      for (StoredMessage message : snapshot(inbox(user))) {
        String address = URLEncoder.encode(user.getEmail(), StandardCharsets.UTF_8);
        Path file = kept.resolve("%06d-%s.eml".formatted(++number, address));
        try (OutputStream out = Files.newOutputStream(file)) {
          message.getMimeMessage().writeTo(out);
        }
        Instant received = message.getReceivedDate().toInstant();
        Files.setLastModifiedTime(file, FileTime.from(received));
      }
    }
  }

  /** Keeps the mails and ends. */
  @Override
  public void close() {
    api.close();
    try {
      save();
    } catch (IOException | MessagingException e) {
      throw new RunException("The mails were not kept: " + e.getMessage(), e);
    } finally {
      server.stop();
    }
  }
}
