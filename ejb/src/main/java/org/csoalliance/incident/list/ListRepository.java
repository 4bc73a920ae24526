package org.csoalliance.incident.list;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.sql.Rows;

/** Reads and writes what the import of a list needs. */
@Dependent
public class ListRepository {
  static final String SOURCE = "LIST";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ListRepository() {}

  /** For tests. */
  public ListRepository(EntityManager em) {
    this.em = em;
  }

  /** A file that is looked at before it is imported. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Draft(long id, String fileName, byte[] content, Instant madeAt) {}

  long addDraft(long account, String fileName, byte[] content, Instant now) {
    return Rows.list(
            connection(),
            "insert into import_draft (account_id, file_name, content, made_at)"
                + " values (?, ?, ?, ?) returning id",
            row -> row.getLong(1),
            account,
            fileName,
            content,
            now)
        .get(0);
  }

  /** A draft of this editor. */
  Optional<Draft> draft(long id, long account) {
    return Rows.first(
        connection(),
        "select id, file_name, content, made_at from import_draft where id = ? and account_id = ?",
        List.of(id, account),
        row ->
            new Draft(
                row.getLong(1), row.getString(2), row.getBytes(3), Rows.time(row, "made_at")));
  }

  void dropDraft(long id) {
    Rows.change(connection(), "delete from import_draft where id = ?", id);
  }

  /** Keeps the latest drafts of an editor alone. */
  void dropOldDrafts(long account, int kept) {
    Rows.change(
        connection(),
        "delete from import_draft where account_id = ? and id not in (select id from import_draft"
            + " where account_id = ? order by id desc limit ?)",
        account,
        account,
        kept);
  }

  int dropDrafts(Instant before) {
    return Rows.change(connection(), "delete from import_draft where made_at < ?", before);
  }

  /** The saved mappings by name. */
  Map<String, String> mappings() {
    Map<String, String> mappings = new java.util.TreeMap<>();
    Rows.list(
        connection(),
        "select name, mapping from import_mapping order by name",
        row -> mappings.put(row.getString(1), row.getString(2)));
    return mappings;
  }

  void saveMapping(String name, String mapping, Long account, Instant now) {
    Rows.change(
        connection(),
        "insert into import_mapping (name, mapping, saved_by, saved_at) values (?, ?, ?, ?)"
            + " on conflict (name) do update set mapping = excluded.mapping,"
            + " saved_by = excluded.saved_by, saved_at = excluded.saved_at",
        name,
        mapping,
        account,
        now);
  }

  /** The rows among these that an import took before, and by which job. */
  Map<String, Long> jobsByHash(Collection<String> hashes) {
    Map<String, Long> jobs = new HashMap<>();
    Rows.list(
        connection(),
        "select encode(record_hash, 'hex'), job_id from import_record where source = ?"
            + " and record_hash in (select decode(hex, 'hex') from unnest(?) as hex)",
        row -> jobs.put(row.getString(1), row.getLong(2)),
        SOURCE,
        hashes);
    return jobs;
  }

  /** An incident of a list that stands there already. */
  record Known(long id, String reference, String text) {}

  /** The list's incidents under these references of it. */
  Map<String, Known> known(String sourceName, Collection<String> references) {
    Map<String, Known> known = new HashMap<>();
    Rows.list(
        connection(),
        "select id, source_reference, text from incident where source = 'LIST'"
            + " and source_name = ? and source_reference = any (?)",
        row ->
            known.put(
                row.getString(2), new Known(row.getLong(1), row.getString(2), row.getString(3))),
        sourceName,
        references);
    return known;
  }

  /** Takes a reference of the year. */
  String nextReference(int year) {
    int last =
        Rows.list(
                connection(),
                "insert into reference_counter as c (prefix, year, last) values ('CSOA', ?, 1)"
                    + " on conflict (prefix, year) do update set last = c.last + 1 returning last",
                row -> row.getInt(1),
                year)
            .get(0);
    return String.format(Locale.ROOT, "CSOA-%d-%05d", year, last);
  }

  long insert(ListEvent event, ListMapping mapping, Instant now) {
    String reference = nextReference(event.at().atOffset(ZoneOffset.UTC).getYear());
    long id =
        Rows.list(
                connection(),
                "insert into incident (reference, kind, status, occurred_at, occurred_precision,"
                    + " latitude, longitude, area, tlp, title, text, ship_name, ship_imo,"
                    + " ship_type, ship_shown, source, source_name, source_reference,"
                    + " source_words, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, true, 'LIST', ?, ?, ?, ?, ?) returning id",
                Arrays.asList(
                    reference,
                    event.kind(),
                    mapping.status(),
                    event.at(),
                    event.precision(),
                    event.position() == null ? null : (Double) event.position().latitude(),
                    event.position() == null ? null : (Double) event.position().longitude(),
                    event.area(),
                    mapping.tlp(),
                    event.title(),
                    event.text(),
                    event.shipName(),
                    event.shipImo(),
                    event.shipType(),
                    mapping.sourceName(),
                    event.reference(),
                    event.words(),
                    now,
                    now),
                row -> row.getLong(1))
            .get(0);
    history(
        id,
        false,
        "Published by " + mapping.sourceName() + " as " + event.reference(),
        mapping,
        now);
    return id;
  }

  /** Label and status stay as they are: an editor may have judged since. */
  void update(Known known, ListEvent event, ListMapping mapping, Instant now) {
    Rows.change(
        connection(),
        "update incident set kind = ?, occurred_at = ?, occurred_precision = ?, latitude = ?,"
            + " longitude = ?, area = ?, title = ?, text = ?, ship_name = ?, ship_imo = ?,"
            + " ship_type = ?, source_words = ?, updated_at = ?, version = version + 1"
            + " where id = ?",
        Arrays.asList(
            event.kind(),
            event.at(),
            event.precision(),
            event.position() == null ? null : (Double) event.position().latitude(),
            event.position() == null ? null : (Double) event.position().longitude(),
            event.area(),
            event.title(),
            event.text(),
            event.shipName(),
            event.shipImo(),
            event.shipType(),
            event.words(),
            now,
            known.id()));
    String before = known.text();
    history(
        known.id(),
        true,
        "Updated by "
            + mapping.sourceName()
            + ". Before: "
            + (before.length() <= 1_800 ? before : before.substring(0, 1_800) + "…"),
        mapping,
        now);
  }

  private void history(long id, boolean update, String reason, ListMapping mapping, Instant now) {
    Rows.change(
        connection(),
        "insert into incident_status_change (incident_id, at, from_status, to_status, severity,"
            + " reason, actor_name) select id, ?, case when ? then status end, status, severity,"
            + " ?, ? from incident where id = ?",
        now,
        update,
        reason,
        mapping.sourceName(),
        id);
  }

  void remember(ListEvent event, String outcome, long incidentId, long jobId) {
    Rows.change(
        connection(),
        "insert into import_record (source, record_hash, reference, outcome, incident_id, job_id,"
            + " line) values (?, decode(?, 'hex'), ?, ?, ?, ?, ?)",
        SOURCE,
        event.hash(),
        event.reference(),
        outcome,
        incidentId,
        jobId,
        event.line());
  }

  void refuse(long jobId, int line, String reason) {
    Rows.change(
        connection(),
        "insert into import_refusal (job_id, line, reason) values (?, ?, ?)"
            + " on conflict do nothing",
        jobId,
        line,
        reason.length() <= 500 ? reason : reason.substring(0, 500));
  }

  void duplicate(long jobId, ListEvent event, long twin, String reason) {
    Rows.change(
        connection(),
        "insert into import_duplicate (job_id, line, reference, incident_id, reason, text)"
            + " values (?, ?, ?, ?, ?, ?)",
        jobId,
        event.line(),
        event.reference(),
        twin,
        reason,
        event.text());
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
