package org.csoalliance.platform.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * Writes who did what, in the transaction of the change itself. Entries are chained: each holds the
 * hash of the one before, so that a changed, removed or reordered entry is found.
 */
@Dependent
public class AuditLog {
  private static final int MOST_DETAIL = 20_000;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  @Inject private Clock clock;

  /** Made by the container. */
  public AuditLog() {}

  /** For tests: writes through the given entity manager. */
  public AuditLog(EntityManager em) {
    this(em, Clock.systemUTC());
  }

  /** For tests: writes through the given entity manager, at the time of the given clock. */
  public AuditLog(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /**
   * Appends one entry. Call it last in a transaction: it holds the end of the chain until commit.
   *
   * @param who on whose behalf, never null
   * @param action a verb in the past, such as {@code incident.confirmed}
   * @param objectType such as {@code incident}
   * @param objectRef how people name the object, such as a reference
   * @param detail what changed, in words or as JSON; never a secret; may be empty
   */
  public void record(
      Reader who, String action, String objectType, String objectRef, String detail) {
    Connection connection = em.unwrap(Connection.class);
    if (connection == null) {
      throw new IllegalStateException("An audit entry is written in a transaction only");
    }
    try {
      append(connection, who, action, objectType, objectRef, detail);
    } catch (SQLException e) {
      throw new PersistenceException("The audit entry could not be written", e);
    }
  }

  private void append(
      Connection connection,
      Reader who,
      String action,
      String objectType,
      String objectRef,
      String detail)
      throws SQLException {
    long last;
    byte[] previous;
    try (PreparedStatement head =
            connection.prepareStatement(
                "select number, hash from audit_head where id = 1 for update");
        ResultSet row = head.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("The end of the audit chain is missing");
      }
      last = row.getLong(1);
      previous = row.getBytes(2);
    }
    // the time is taken behind the lock, so that on one node it follows the numbers
    AuditEntry entry =
        new AuditEntry(
            last + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            who.accountId(),
            PlainText.column(who.name(), 200),
            PlainText.column(who.auditRole(), 40),
            PlainText.column(action, 80),
            PlainText.column(objectType, 40),
            PlainText.column(objectRef, 120),
            PlainText.column(detail, MOST_DETAIL));
    byte[] hash = AuditHash.of(previous, entry);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_entry (number, at, actor_id, actor_name, actor_role, action,"
                + " object_type, object_ref, detail, previous_hash, hash)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, entry.number());
      insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
      if (entry.actorId() == null) {
        insert.setNull(3, Types.BIGINT);
      } else {
        insert.setLong(3, entry.actorId());
      }
      insert.setString(4, entry.actorName());
      insert.setString(5, entry.actorRole());
      insert.setString(6, entry.action());
      insert.setString(7, entry.objectType());
      insert.setString(8, entry.objectRef());
      insert.setString(9, entry.detail());
      insert.setBytes(10, previous);
      insert.setBytes(11, hash);
      insert.executeUpdate();
    }
    try (PreparedStatement head =
        connection.prepareStatement("update audit_head set number = ?, hash = ? where id = 1")) {
      head.setLong(1, entry.number());
      head.setBytes(2, hash);
      head.executeUpdate();
    }
  }
}
