package org.csoalliance.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.csoalliance.platform.audit.ChainVerdict.Fault;

/**
 * Walks along the whole chain of the audit log and finds the first entry that is not as it was
 * written. It reads one snapshot, row by row, with flat memory.
 */
public final class AuditChain {
  // one statement is one snapshot: entries written meanwhile do not look like faults
  private static final String WALK =
      "select h.number as head_number, h.hash as head_hash, e.*"
          + " from (values (1)) one (one) left join audit_head h on h.id = 1"
          + " left join audit_entry e on true order by e.number";

  private boolean headKnown;
  private long headNumber;
  private byte[] headHash;
  private long last;
  private byte[] lastHash = AuditHash.START;
  private byte[] beforeLast = AuditHash.START;

  private AuditChain() {}

  /** Verifies through a connection of its own. */
  public static ChainVerdict verify(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      boolean before = connection.getAutoCommit();
      if (before) {
        connection.setAutoCommit(false);
      }
      try {
        return verify(connection);
      } finally {
        if (before) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    }
  }

  /** Verifies through the given connection, which has a transaction open: only so rows stream. */
  public static ChainVerdict verify(Connection connection) throws SQLException {
    try (PreparedStatement walk = connection.prepareStatement(WALK)) {
      walk.setFetchSize(1000);
      try (ResultSet row = walk.executeQuery()) {
        return new AuditChain().walk(row);
      }
    }
  }

  private ChainVerdict walk(ResultSet row) throws SQLException {
    while (row.next()) {
      headHash = row.getBytes("head_hash");
      headKnown = headHash != null;
      headNumber = row.getLong("head_number");
      if (row.getObject("number") == null) {
        break;
      }
      ChainVerdict broken = step(entry(row), row.getBytes("previous_hash"), row.getBytes("hash"));
      if (broken != null) {
        return broken;
      }
    }
    return end();
  }

  private ChainVerdict step(AuditEntry entry, byte[] previous, byte[] hash) {
    if (entry.number() != last + 1) {
      return entry.number() <= last
          ? broken(last, entry.number(), Fault.MOVED)
          : broken(last, last + 1, Fault.MISSING);
    }
    boolean linked = Arrays.equals(previous, lastHash);
    boolean sound = Arrays.equals(hash, AuditHash.of(previous, entry));
    if (linked && sound) {
      beforeLast = lastHash;
      lastHash = hash;
      last = entry.number();
      return null;
    }
    if (!sound) {
      return broken(
          last,
          entry.number(),
          writtenElsewhere(entry, previous, hash) ? Fault.MOVED : Fault.CHANGED);
    }
    // it is whole in itself and follows another one than stands before it: that one was rewritten
    return last == 0 ? broken(0, 1, Fault.CHANGED) : rewritten();
  }

  private ChainVerdict rewritten() {
    long number = last;
    lastHash = beforeLast;
    return broken(number - 1, number, Fault.CHANGED);
  }

  private boolean writtenElsewhere(AuditEntry entry, byte[] previous, byte[] hash) {
    long most = Math.max(headNumber, entry.number()) + 1;
    for (long number = 1; number <= most; number++) {
      if (Arrays.equals(hash, AuditHash.of(previous, entry.renumbered(number)))) {
        return true;
      }
    }
    return false;
  }

  private ChainVerdict end() {
    if (!headKnown) {
      return broken(last, last + 1, Fault.NO_END);
    } else if (last < headNumber) {
      return broken(last, last + 1, Fault.CUT);
    } else if (last > headNumber) {
      return broken(headNumber, headNumber + 1, Fault.ADDED);
    } else if (!Arrays.equals(lastHash, headHash)) {
      return last == 0 ? broken(0, 1, Fault.CHANGED) : rewritten();
    }
    return new ChainVerdict(last, null, null, HexFormat.of().formatHex(lastHash));
  }

  private ChainVerdict broken(long sound, long number, Fault fault) {
    return new ChainVerdict(sound, number, fault, HexFormat.of().formatHex(lastHash));
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    long actor = row.getLong("actor_id");
    Long actorId = row.wasNull() ? null : actor;
    return new AuditEntry(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        actorId,
        row.getString("actor_name"),
        row.getString("actor_role"),
        row.getString("action"),
        row.getString("object_type"),
        row.getString("object_ref"),
        row.getString("detail"));
  }
}
