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
import java.util.List;
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
   * What is to be written, before it has its place in the chain.
   *
   * @param who on whose behalf, never null
   * @param action a verb in the past, such as {@code incident.confirmed}
   * @param objectType such as {@code incident}
   * @param objectRef how people name the object, such as a reference
   * @param detail what changed, in words or as JSON; never a secret; may be empty
   */
  public record Deed(
      Reader who, String action, String objectType, String objectRef, String detail) {}

  /**
   * Appends one entry. Call it last in a transaction: it holds the end of the chain until commit.
   */
  public void record(
      Reader who, String action, String objectType, String objectRef, String detail) {
    record(List.of(new Deed(who, action, objectType, objectRef, detail)));
  }

  /** Appends entries in this order, with one hold of the end of the chain; the same otherwise. */
  public void record(List<Deed> deeds) {
    if (deeds.isEmpty()) {
      return;
    }
    Connection connection = em.unwrap(Connection.class);
    if (connection == null) {
      throw new IllegalStateException("An audit entry is written in a transaction only");
    }
    try {
      append(connection, deeds);
    } catch (SQLException e) {
      throw new PersistenceException("The audit entry could not be written", e);
    }
  }

  private void append(Connection connection, List<Deed> deeds) throws SQLException {
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
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into audit_entry (number, at, actor_id, actor_name, actor_role, action,"
                + " object_type, object_ref, detail, previous_hash, hash)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Deed deed : deeds) {
        last++;
        previous = add(insert, last, previous, deed);
      }
      insert.executeBatch();
    }
    try (PreparedStatement head =
        connection.prepareStatement("update audit_head set number = ?, hash = ? where id = 1")) {
      head.setLong(1, last);
      head.setBytes(2, previous);
      head.executeUpdate();
    }
  }

  /** Adds an entry to the batch, and tells its hash. */
  private byte[] add(PreparedStatement insert, long number, byte[] previous, Deed deed)
      throws SQLException {
    // the time is taken behind the lock, so that on one node it follows the numbers
    AuditEntry entry =
        new AuditEntry(
            number,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            deed.who().accountId(),
            PlainText.column(deed.who().name(), 200),
            PlainText.column(deed.who().auditRole(), 40),
            PlainText.column(deed.action(), 80),
            PlainText.column(deed.objectType(), 40),
            PlainText.column(deed.objectRef(), 120),
            PlainText.column(deed.detail(), MOST_DETAIL));
    byte[] hash = AuditHash.of(previous, entry);
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
    insert.addBatch();
    return hash;
  }
}
