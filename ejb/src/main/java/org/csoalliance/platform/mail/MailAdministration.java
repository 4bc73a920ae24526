package org.csoalliance.platform.mail;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/** The outbox for an administrator: how it stands, and what to do about dead letters. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class MailAdministration {
  /** So many dead letters are on a page. */
  public static final int PAGE = 50;

  private static final int LEAST_REASON = 5;
  private static final int MOST_REASON = 500;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public MailAdministration() {}

  MailAdministration(EntityManager em, AuditLog audit, CallerContext caller, Clock clock) {
    this.em = em;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** How many mails are in which state. */
  public MailCounts counts() {
    return query(
        "select count(*) filter (where state = 'QUEUED'),"
            + " count(*) filter (where state = 'QUEUED' and attempts > 0),"
            + " min(created_at) filter (where state = 'QUEUED'),"
            + " count(*) filter (where state = 'SENT'),"
            + " count(*) filter (where state = 'DEAD') from outbox_mail",
        row -> {
          row.next();
          OffsetDateTime since = row.getObject(3, OffsetDateTime.class);
          return new MailCounts(
              row.getLong(1),
              row.getLong(2),
              since == null ? null : since.toInstant(),
              row.getLong(4),
              row.getLong(5));
        });
  }

  /**
   * At most 50 dead letters, newest first.
   *
   * @param below only those with a smaller number; null: from the newest on
   */
  public List<DeadLetter> deadLetters(Long below) {
    return query(
        "select id, message_id, recipient, category, object_ref, created_at, attempts, last_error"
            + " from outbox_mail where state = 'DEAD' and id < ? order by id desc limit "
            + PAGE,
        row -> {
          List<DeadLetter> letters = new ArrayList<>();
          while (row.next()) {
            letters.add(
                new DeadLetter(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    row.getInt(7),
                    row.getString(8)));
          }
          return letters;
        },
        below == null ? Long.MAX_VALUE : below);
  }

  /**
   * Puts a dead letter back into the queue, with all its attempts.
   *
   * @throws NotFoundException when it is no longer dead
   */
  public void retry(long id) {
    List<String> ids = revive(" and id = ?", id);
    if (ids.isEmpty()) {
      throw new NotFoundException("This mail is not among the dead letters any more.");
    }
    audit.record(caller.reader(), "mail.retried", "mail", ids.get(0), "");
  }

  /** Puts all dead letters back and tells how many there were. */
  public int retryAll() {
    int revived = revive("").size();
    if (revived > 0) {
      audit.record(caller.reader(), "mail.retried", "mail", "all", revived + " dead letters");
    }
    return revived;
  }

  /**
   * Throws a dead letter away.
   *
   * @param reason 5 to 500 characters, kept in the audit log
   * @throws InvalidException when the reason cannot be taken
   * @throws NotFoundException when it is no longer dead
   */
  public void discard(long id, String reason) {
    String why = PlainText.line(reason, Integer.MAX_VALUE);
    int length = why.codePointCount(0, why.length());
    if (length < LEAST_REASON || length > MOST_REASON) {
      throw new InvalidException(
          "reason", "Say in 5 to 500 characters why this mail is thrown away.");
    }
    String gone =
        query(
            "delete from outbox_mail where id = ? and state = 'DEAD'"
                + " returning message_id, category, object_ref",
            row ->
                row.next()
                    ? row.getString(1) + "\n" + row.getString(2) + " " + row.getString(3)
                    : null,
            id);
    if (gone == null) {
      throw new NotFoundException("This mail is not among the dead letters any more.");
    }
    String[] parts = gone.split("\n", 2);
    audit.record(caller.reader(), "mail.discarded", "mail", parts[0], parts[1] + ": " + why);
  }

  private List<String> revive(String which, Object... values) {
    List<Object> all = new ArrayList<>(List.of(clock.instant().atOffset(ZoneOffset.UTC)));
    all.addAll(List.of(values));
    return query(
        "update outbox_mail set state = 'QUEUED', attempts = 0, next_attempt_at = ?,"
            + " leased_until = null where state = 'DEAD'"
            + which
            + " returning message_id",
        row -> {
          List<String> ids = new ArrayList<>();
          while (row.next()) {
            ids.add(row.getString(1));
          }
          return ids;
        },
        all.toArray());
  }

  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> T query(String sql, Reading<T> reading, Object... values) {
    try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return reading.read(row);
      }
    } catch (SQLException failed) {
      throw new PersistenceException("The outbox cannot be read or changed", failed);
    }
  }
}
