package org.csoalliance.platform.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.sql.Rows;
import org.csoalliance.platform.text.PlainText;

/**
 * Takes mails into the transaction of the caller: what does not commit is not mailed, what commits
 * is not lost. A dispatcher sends them afterwards.
 */
@Dependent
public class Outbox {
  private static final int BATCH = 500;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private Settings settings;

  /** Made by the container. */
  public Outbox() {}

  /** For tests: writes through the given entity manager. */
  public Outbox(EntityManager em) {
    this(em, Clock.systemUTC());
  }

  /** For tests: writes through the given entity manager, at the time of the given clock. */
  public Outbox(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
    this.settings = new Settings();
  }

  /**
   * Takes back what waits to be sent about an object: who may read it has changed. What is being
   * sent at this moment cannot be taken back.
   *
   * @param categories of the mails, such as {@code ALERT}
   * @return how many were taken back
   */
  public int takeBack(String objectRef, List<String> categories, Instant now) {
    return Rows.change(
        em.unwrap(Connection.class),
        "delete from outbox_mail where object_ref = ? and state = 'QUEUED'"
            + " and category = any (?) and (leased_until is null or leased_until < ?)",
        List.of(objectRef, categories, now));
  }

  /**
   * Queues the mails; thousands in one call are written in batches. A recipient that is no mail
   * address becomes a dead letter that the administrator sees, so that it stops nobody else's mail.
   * Whoever has stopped the list of a mail is left out.
   *
   * @return the Message-ID of each mail, in their order; null for one that was left out
   */
  public List<String> queue(List<OutgoingMail> mails) {
    if (mails.isEmpty()) {
      return List.of();
    }
    Connection connection = em.unwrap(Connection.class);
    if (connection == null) {
      throw new IllegalStateException("A mail is queued in a transaction only");
    }
    try {
      return insert(connection, mails);
    } catch (SQLException e) {
      throw new PersistenceException("The mails could not be queued", e);
    }
  }

  /** The address that stops the list for the account, for the text of a mail; signed. */
  public String unsubscribe(SignedLink links, long accountId, MailList list) {
    return settings.baseUrl()
        + "/unsubscribe?t="
        + links.of(UnsubscribeService.use(), UnsubscribeService.subject(accountId, list));
  }

  private Map<MailList, Set<Long>> stopped(MailListRepository lists, List<OutgoingMail> mails) {
    Map<MailList, Set<Long>> asked = new EnumMap<>(MailList.class);
    for (OutgoingMail mail : mails) {
      if (mail.list() != null) {
        asked.computeIfAbsent(mail.list(), list -> new HashSet<>()).add(mail.accountId());
      }
    }
    asked.replaceAll(lists::stopped);
    return asked;
  }

  private List<String> insert(Connection connection, List<OutgoingMail> mails) throws SQLException {
    MailListRepository lists = new MailListRepository(em);
    Map<MailList, Set<Long>> stopped = stopped(lists, mails);
    SignedLink links = stopped.isEmpty() ? null : lists.links();
    List<String> ids = new ArrayList<>(mails.size());
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    String host = MailAddress.host(settings.mailFrom());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into outbox_mail (message_id, recipient, account_id, category, object_ref,"
                + " subject, body, state, last_error, next_attempt_at, created_at, list, unsubscribe, attachment_name,"
                + " attachment_type, attachment)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int waiting = 0;
      for (OutgoingMail mail : mails) {
        if (mail.list() != null && stopped.get(mail.list()).contains(mail.accountId())) {
          ids.add(null);
          continue;
        }
        String id = "<" + UUID.randomUUID() + "@" + host + ">";
        ids.add(id);
        boolean sendable = MailAddress.valid(mail.recipient());
        insert.setString(1, id);
        insert.setString(2, PlainText.line(mail.recipient(), 320));
        insert.setObject(3, mail.accountId(), Types.BIGINT);
        insert.setString(4, PlainText.line(mail.category(), 40));
        insert.setString(5, PlainText.line(mail.objectRef(), 120));
        insert.setString(6, PlainText.line(mail.subject(), 300));
        insert.setString(7, MailBody.fit(mail.body()));
        insert.setString(8, sendable ? "QUEUED" : "DEAD");
        insert.setString(9, sendable ? null : "This is no mail address");
        insert.setObject(10, now);
        insert.setObject(11, now);
        insert.setString(12, mail.list() == null ? null : mail.list().name());
        insert.setString(
            13, mail.list() == null ? null : unsubscribe(links, mail.accountId(), mail.list()));
        MailAttachment file = mail.attachment();
        insert.setString(14, file == null ? null : file.name());
        insert.setString(15, file == null ? null : file.type());
        insert.setBytes(16, file == null ? null : file.content());
        insert.addBatch();
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    return ids;
  }
}
