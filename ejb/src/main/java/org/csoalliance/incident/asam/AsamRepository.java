package org.csoalliance.incident.asam;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.importing.Hash;
import org.csoalliance.platform.geo.Position;

/**
 * Reads and writes what an import of ASAM needs, in batches: plain JDBC over the connection of the
 * running transaction.
 */
@Dependent
public class AsamRepository {
  static final String SOURCE = "NGA_ASAM";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AsamRepository() {}

  /** For tests: works in the transaction of the given entity manager. */
  public AsamRepository(EntityManager em) {
    this.em = em;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** The rows among these that an import took before, and by which job. */
  Map<Hash, Long> jobsByHash(Collection<Hash> hashes) {
    Map<Hash, Long> jobs = new HashMap<>();
    try (PreparedStatement select =
        connection()
            .prepareStatement(
                "select encode(record_hash, 'hex'), job_id from import_record where source = ?"
                    + " and record_hash in (select decode(hex, 'hex') from unnest(?) as hex)")) {
      select.setString(1, SOURCE);
      select.setArray(2, texts(hashes.stream().map(Hash::hex).toList()));
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        jobs.put(new Hash(rows.getString(1)), rows.getLong(2));
      }
      return jobs;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The source's incidents of these days, and those under these references of the source. */
  List<KnownIncident> known(LocalDate from, LocalDate to, Collection<String> references) {
    List<KnownIncident> known = new ArrayList<>();
    try (PreparedStatement select =
        connection()
            .prepareStatement(
                "select id, source_reference, occurred_at, latitude, longitude, text,"
                    + " ship_type from incident where source = ? and latitude is not null"
                    + " and (merged_into is null or not exists (select 1 from import_duplicate d"
                    + " where d.account_id = incident.id))"
                    + " and (occurred_at >= ? and occurred_at < ? or source_reference = any (?)"
                    + " or id in (select incident_id from import_record where source = ?"
                    + " and outcome <> 'DUPLICATE' and reference = any (?)))")) {
      Array texts = texts(references);
      select.setString(1, SOURCE);
      select.setObject(2, from.atStartOfDay().atOffset(ZoneOffset.UTC));
      select.setObject(3, to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
      select.setArray(4, texts);
      select.setString(5, SOURCE);
      select.setArray(6, texts);
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        LocalDate day =
            rows.getObject(3, OffsetDateTime.class)
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        String text = rows.getString(6);
        known.add(
            new KnownIncident(
                rows.getLong(1),
                rows.getString(2),
                day,
                new Position(rows.getDouble(4), rows.getDouble(5)),
                text,
                AsamAccount.of(text, rows.getString(7), AsamTime.of(day, text).stated())));
      }
      return known;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Numbers for so many new incidents. */
  List<Long> newIds(int count) {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement select =
        connection()
            .prepareStatement("select nextval('incident_seq') from generate_series(1, ?)")) {
      select.setInt(1, count);
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Takes a block of references of the year; answers the first number of it. */
  int firstNumber(int year, int count) {
    try (PreparedStatement upsert =
        connection()
            .prepareStatement(
                "insert into reference_counter as c (prefix, year, last) values ('CSOA', ?, ?)"
                    + " on conflict (prefix, year) do update set last = c.last + excluded.last"
                    + " returning last")) {
      upsert.setInt(1, year);
      upsert.setInt(2, count);
      ResultSet row = upsert.executeQuery();
      row.next();
      return row.getInt(1) - count + 1;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Writes a chunk's incidents, updates, duplicates, refusals and what became of each row. */
  void write(long jobId, ImportWrites writes, Instant now) {
    try {
      OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
      insertIncidents(writes.incidents, at);
      insertIncidents(writes.accounts(), at);
      keepAccounts(writes.duplicates, at);
      updateIncidents(writes.updates, at);
      insertHistory(writes, at);
      remember(jobId, writes);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void insertIncidents(List<ImportWrites.NewIncident> incidents, OffsetDateTime now)
      throws SQLException {
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                "insert into incident (id, reference, kind, status, occurred_at,"
                    + " occurred_precision, latitude, longitude, area, tlp, title, text,"
                    + " ship_type, source, source_reference, source_words, created_at, updated_at)"
                    + " values (?, ?, ?, 'CONFIRMED', ?, ?, ?, ?, ?, 'CLEAR', ?, ?, ?, ?, ?, ?, ?,"
                    + " ?)")) {
      for (ImportWrites.NewIncident incident : incidents) {
        insert.setLong(1, incident.id());
        insert.setString(2, incident.reference());
        int next = setEvent(insert, 3, incident.event());
        insert.setString(next, SOURCE);
        insert.setString(next + 1, incident.event().reference());
        insert.setString(next + 2, incident.event().sourceWords());
        insert.setObject(next + 3, now);
        insert.setObject(next + 4, now);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * A row that tells an incident again stays out of the list as an account of it: an editor reads
   * both, and splits it off where it is another event.
   */
  private void keepAccounts(List<ImportWrites.Duplicate> duplicates, OffsetDateTime now)
      throws SQLException {
    try (PreparedStatement merge =
            connection()
                .prepareStatement(
                    "update incident a set merged_into = coalesce(t.merged_into, t.id)"
                        + " from incident t where a.id = ? and t.id = ?");
        PreparedStatement remember =
            connection()
                .prepareStatement(
                    "insert into incident_merge (survivor_id, merged_id, merged_at, merged_name,"
                        + " reason) select merged_into, id, ?, 'Import of NGA ASAM', ?"
                        + " from incident where id = ?")) {
      for (ImportWrites.Duplicate duplicate : duplicates) {
        if (duplicate.account() != null) {
          merge.setLong(1, duplicate.account().id());
          merge.setLong(2, duplicate.twin().id());
          merge.addBatch();
          remember.setObject(1, now);
          remember.setString(2, duplicate.reason());
          remember.setLong(3, duplicate.account().id());
          remember.addBatch();
        }
      }
      merge.executeBatch();
      remember.executeBatch();
    }
  }

  private static int setEvent(PreparedStatement statement, int from, AsamEvent event)
      throws SQLException {
    int i = from;
    statement.setString(i++, event.kind().name());
    statement.setObject(i++, event.time().at().atOffset(ZoneOffset.UTC));
    statement.setString(i++, event.time().precision().name());
    statement.setDouble(i++, event.position().latitude());
    statement.setDouble(i++, event.position().longitude());
    statement.setString(i++, event.area());
    statement.setString(i++, event.title());
    statement.setString(i++, event.text());
    statement.setString(i++, event.shipType());
    return i;
  }

  private void updateIncidents(List<ImportWrites.Update> updates, OffsetDateTime now)
      throws SQLException {
    try (PreparedStatement update =
        connection()
            .prepareStatement(
                "update incident set kind = ?, occurred_at = ?, occurred_precision = ?,"
                    + " latitude = ?, longitude = ?, area = ?, title = ?, text = ?, ship_type = ?,"
                    + " source_words = ?, updated_at = ?, version = version + 1 where id = ?")) {
      for (ImportWrites.Update change : updates) {
        int next = setEvent(update, 1, change.event());
        update.setString(next, change.event().sourceWords());
        update.setObject(next + 1, now);
        update.setLong(next + 2, change.before().id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void insertHistory(ImportWrites writes, OffsetDateTime now) throws SQLException {
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                "insert into incident_status_change (incident_id, at, from_status, to_status,"
                    + " severity, reason, actor_name) select id, ?, case when ? then status end,"
                    + " status, severity, ?, 'NGA' from incident where id = ?")) {
      List<ImportWrites.NewIncident> all = new ArrayList<>(writes.incidents);
      all.addAll(writes.accounts());
      for (ImportWrites.NewIncident incident : all) {
        addHistory(
            insert,
            now,
            false,
            "Published by NGA as ASAM " + incident.event().reference(),
            incident.id());
      }
      for (ImportWrites.Update change : writes.updates) {
        String before = change.before().text();
        addHistory(
            insert,
            now,
            true,
            "Updated by NGA in ASAM "
                + change.event().reference()
                + ". Before: "
                + (before.length() <= 1_900 ? before : before.substring(0, 1_900) + "…"),
            change.before().id());
      }
      insert.executeBatch();
    }
  }

  private static void addHistory(
      PreparedStatement insert, OffsetDateTime now, boolean update, String reason, long id)
      throws SQLException {
    insert.setObject(1, now);
    insert.setBoolean(2, update);
    insert.setString(3, reason);
    insert.setLong(4, id);
    insert.addBatch();
  }

  private void remember(long jobId, ImportWrites writes) throws SQLException {
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                "insert into import_record (source, record_hash, reference, outcome, incident_id,"
                    + " job_id, line) values (?, ?, ?, ?, ?, ?, ?)")) {
      for (ImportWrites.Remembered row : writes.remembered) {
        insert.setString(1, SOURCE);
        insert.setBytes(2, row.event().hash().bytes());
        insert.setString(3, row.event().reference());
        insert.setString(4, row.outcome().name());
        insert.setLong(5, row.incidentId());
        insert.setLong(6, jobId);
        insert.setInt(7, row.event().line());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                "insert into import_duplicate (job_id, line, reference, incident_id, reason, text,"
                    + " account_id) values (?, ?, ?, ?, ?, ?, ?)")) {
      for (ImportWrites.Duplicate duplicate : writes.duplicates) {
        insert.setLong(1, jobId);
        insert.setInt(2, duplicate.event().line());
        insert.setString(3, duplicate.event().reference());
        insert.setLong(4, duplicate.twin().id());
        insert.setString(5, duplicate.reason());
        insert.setString(6, duplicate.event().text());
        insert.setObject(
            7, duplicate.account() == null ? null : (Long) duplicate.account().id(), Types.BIGINT);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                "insert into import_refusal (job_id, line, reason) values (?, ?, ?)")) {
      for (ImportWrites.Refused refused : writes.refusals) {
        insert.setLong(1, jobId);
        insert.setInt(2, refused.line());
        insert.setString(3, refused.reason());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private Array texts(Collection<String> values) throws SQLException {
    return connection().createArrayOf("text", values.toArray());
  }
}
