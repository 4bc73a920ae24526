package org.csoalliance.platform.data;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSetMetaData;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** What the ground floor holds on people, who saw what, and what the retention job removed. */
@Dependent
public class DataRepository {
  private static final long LOCK = 0x0A11_1A9C_E000_0051L;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public DataRepository() {}

  /** For tests. */
  public DataRepository(EntityManager em) {
    this.em = em;
  }

  /** Rows as names and values, for the file that a person gets; times in UTC as text. */
  public static List<Map<String, Object>> held(Connection connection, String sql, List<?> values) {
    return Rows.list(
        connection,
        sql,
        values,
        row -> {
          ResultSetMetaData columns = row.getMetaData();
          Map<String, Object> found = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof Timestamp time) {
              value = time.toInstant().toString();
            } else if (value instanceof Date day) {
              value = day.toLocalDate().toString();
            }
            found.put(columns.getColumnLabel(i), value);
          }
          return found;
        });
  }

  List<Map<String, Object>> mails(long account) {
    return held(
        connection(),
        "select category, object_ref, recipient, subject, body, state, created_at, sent_at"
            + " from outbox_mail where account_id = ? order by id",
        List.of(account));
  }

  List<Map<String, Object>> audit(long account) {
    return held(
        connection(),
        "select number, at, actor_name, actor_role, action, object_type, object_ref, detail"
            + " from audit_entry where actor_id = ? order by number",
        List.of(account));
  }

  List<Map<String, Object>> seenBy(long account) {
    return held(
        connection(),
        "select object_type, object_ref, at from seen where account_id = ? order by at",
        List.of(account));
  }

  /** Takes the name out of what was seen, and the mails of the person away. */
  void erase(AccountErased erased, Instant now) {
    Rows.change(
        connection(),
        "update seen set reader_name = ? where account_id = ?",
        List.of(AccountErased.NAME, erased.accountId()));
    Rows.change(
        connection(),
        "delete from outbox_mail where account_id = ? or lower(recipient) = ?",
        List.of(erased.accountId(), erased.emailKey()));
    Rows.change(
        connection(), "delete from mail_stop where account_id = ?", List.of(erased.accountId()));
    Rows.change(
        connection(),
        "insert into erased_account (account_id, pseudonym, at) values (?, ?, ?)"
            + " on conflict (account_id) do nothing",
        List.of(erased.accountId(), AccountErased.NAME + " " + erased.accountId(), now));
  }

  int forgetSeen(Instant before) {
    return Rows.change(connection(), "delete from seen where at < ?", List.of(before));
  }

  int forgetMails(Instant before) {
    return Rows.change(
        connection(),
        "delete from outbox_mail where state <> 'QUEUED' and created_at < ?",
        List.of(before));
  }

  int forgetRuns(Instant before) {
    return Rows.change(connection(), "delete from retention_run where at < ?", List.of(before));
  }

  /** Notes that the reader opened the record, unless that was noted within the hour. */
  void saw(Reader reader, String type, String ref, Instant now) {
    Rows.change(
        connection(),
        "insert into seen (object_type, object_ref, account_id, reader_name, reader_role, at)"
            + " select ?, ?, ?, ?, ?, ? where not exists (select 1 from seen where account_id = ?"
            + " and object_type = ? and object_ref = ? and at > ?)",
        List.of(
            type,
            ref,
            reader.accountId(),
            reader.name(),
            reader.auditRole(),
            now,
            reader.accountId(),
            type,
            ref,
            now.minusSeconds(3600)));
  }

  /** Who opened the record, the latest first; one statement. */
  List<SeenLine> seen(String type, String ref, int most) {
    return Rows.list(
        connection(),
        "select * from seen where object_type = ? and object_ref = ? order by at desc limit ?",
        List.of(type, ref, most),
        row ->
            new SeenLine(
                row.getString("object_type"),
                row.getString("object_ref"),
                row.getLong("account_id"),
                row.getString("reader_name"),
                row.getString("reader_role"),
                Rows.time(row, "at")));
  }

  /** Waits for the job of another node, and tells whether it has run on that day. */
  boolean hasRun(LocalDate day) {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?) as text)",
        List.of(LOCK),
        row -> row.getString(1));
    return Rows.first(
            connection(),
            "select 1 from retention_run where day = ?",
            List.of(day),
            row -> row.getInt(1))
        .isPresent();
  }

  void ran(LocalDate day, String rule, int removed, Instant now) {
    Rows.change(
        connection(),
        "insert into retention_run (day, rule, removed, at) values (?, ?, ?, ?)",
        List.of(day, rule, removed, now));
  }

  /** What the job removed lately, the latest day first; one statement. */
  List<RetentionLine> runs(int most) {
    return Rows.list(
        connection(),
        "select * from retention_run order by day desc, removed desc, rule limit ?",
        List.of(most),
        row ->
            new RetentionLine(
                row.getObject("day", LocalDate.class),
                row.getString("rule"),
                row.getInt("removed"),
                Rows.time(row, "at")));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
