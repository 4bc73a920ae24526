package org.csoalliance.incident.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.incident.IncidentAccess;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.file.FileType;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sql.Rows;

/** Keeps what is known of the files of incidents. */
@Dependent
public class AttachmentRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AttachmentRepository() {}

  /** For tests. */
  public AttachmentRepository(EntityManager em) {
    this.em = em;
  }

  /** An incident that takes files, locked; own: whether the reader stands on its own side. */
  record Place(long incidentId, Long companyId, Long reporterId, boolean own) {}

  /** What is kept of a file beside what the database knows itself. */
  record Made(
      UUID original,
      UUID copy,
      UUID thumbnail,
      FileType copyType,
      Long copySize,
      byte[] copySha256,
      int width,
      int height,
      String found) {}

  /** A file that can be opened, by the ids under which its content lies. */
  record Sealed(
      long id,
      String fileName,
      FileType type,
      FileType copyType,
      UUID original,
      UUID copy,
      UUID thumbnail,
      AttachmentState state,
      Long uploaderId,
      boolean own,
      boolean everybody) {}

  /** A file that waits for the scanner. */
  record Waiting(long id, String reference, UUID original, int attempts) {}

  /** The incident if this reader may see it; locked, so that its files are counted rightly. */
  Optional<Place> place(String reference, Reader reader) {
    List<Object> values = new ArrayList<>();
    SqlCondition own = IncidentAccess.mayKnowReporter(reader, "i");
    SqlCondition read = IncidentAccess.mayRead(reader, "i");
    values.addAll(own.parameters());
    values.add(reference);
    values.addAll(read.parameters());
    return Rows.first(
        connection(),
        "select i.id, i.company_id, i.reporter_id, "
            + own.sql()
            + " as own from incident i where i.reference = ? and "
            + read.sql()
            + " for update of i",
        values,
        row ->
            new Place(
                row.getLong("id"),
                (Long) row.getObject("company_id"),
                (Long) row.getObject("reporter_id"),
                row.getBoolean("own")));
  }

  /** How many files the incident has, and whether this one is among them. */
  boolean room(long incidentId, int most) {
    return Rows.list(
                connection(),
                "select count(*) from incident_attachment where incident_id = ?"
                    + " and state not in ('REFUSED', 'REMOVED')",
                row -> row.getInt(1),
                incidentId)
            .get(0)
        < most;
  }

  boolean holds(long incidentId, byte[] sha256) {
    return !Rows.list(
            connection(),
            "select 1 from incident_attachment where incident_id = ? and sha256 = ?"
                + " and state not in ('REFUSED', 'REMOVED')",
            row -> row.getInt(1),
            incidentId,
            sha256)
        .isEmpty();
  }

  /** Whether the company has this standing answer to the incident. */
  boolean answers(long incidentId, long answerId, Long companyId) {
    return companyId != null
        && !Rows.list(
                connection(),
                "select 1 from incident_corroboration where id = ? and incident_id = ?"
                    + " and company_id = ? and state = 'STANDING'",
                row -> row.getInt(1),
                answerId,
                incidentId,
                companyId)
            .isEmpty();
  }

  long add(
      long incidentId,
      AddAttachment file,
      Attachment.Side side,
      Reader who,
      FileType type,
      String fileName,
      byte[] sha256,
      Made made,
      AttachmentState state,
      Instant now) {
    return Rows.list(
            connection(),
            "insert into incident_attachment (incident_id, update_id, uploader_id, company_id,"
                + " side, type, file_name, size, sha256, description, found, original_id, copy_id,"
                + " thumbnail_id, copy_type, copy_size, copy_sha256, width, height, state, due_at,"
                + " added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?) returning id",
            Arrays.asList(
                incidentId,
                file.updateId(),
                who.accountId(),
                who.companyId(),
                side,
                type,
                fileName,
                (long) file.content().length,
                sha256,
                file.description(),
                made.found(),
                made.original(),
                made.copy(),
                made.thumbnail(),
                made.copyType(),
                made.copySize(),
                made.copySha256(),
                made.width(),
                made.height(),
                state,
                state == AttachmentState.QUARANTINED ? now : null,
                now),
            row -> row.getLong(1))
        .get(0);
  }

  /** A file of an incident that this reader may see; {@code lock} holds it for a change. */
  Optional<Sealed> find(String reference, long id, Reader reader, boolean lock) {
    List<Object> values = new ArrayList<>();
    SqlCondition own = IncidentAccess.mayKnowReporter(reader, "i");
    SqlCondition read = IncidentAccess.mayRead(reader, "i");
    SqlCondition everybody = IncidentAccess.mayRead(Reader.VISITOR, "i");
    values.addAll(own.parameters());
    values.addAll(everybody.parameters());
    values.add(reference);
    values.add(id);
    values.addAll(read.parameters());
    return Rows.first(
        connection(),
        "select a.id, a.file_name, a.type, a.copy_type, a.original_id, a.copy_id, a.thumbnail_id,"
            + " a.state, a.uploader_id, "
            + own.sql()
            + " as own, "
            + everybody.sql()
            + " as everybody from incident_attachment a join incident i on i.id = a.incident_id"
            + " where i.reference = ? and a.id = ? and "
            + read.sql()
            + (lock ? " for update of a" : ""),
        values,
        row ->
            new Sealed(
                row.getLong("id"),
                row.getString("file_name"),
                FileType.valueOf(row.getString("type")),
                row.getString("copy_type") == null
                    ? null
                    : FileType.valueOf(row.getString("copy_type")),
                (UUID) row.getObject("original_id"),
                (UUID) row.getObject("copy_id"),
                (UUID) row.getObject("thumbnail_id"),
                AttachmentState.valueOf(row.getString("state")),
                (Long) row.getObject("uploader_id"),
                row.getBoolean("own"),
                row.getBoolean("everybody")));
  }

  /** Takes up files that are due; those that another node holds are passed over. */
  List<Waiting> claim(int most, Instant now, Instant until) {
    return Rows.list(
        connection(),
        "with due as (select id from incident_attachment where state = 'QUARANTINED'"
            + " and due_at <= ? order by due_at limit ? for update skip locked)"
            + " update incident_attachment a set due_at = ?, attempts = attempts + 1 from due,"
            + " incident i where a.id = due.id and i.id = a.incident_id"
            + " returning a.id, i.reference, a.original_id, a.attempts",
        row ->
            new Waiting(row.getLong(1), row.getString(2), (UUID) row.getObject(3), row.getInt(4)),
        now,
        most,
        until);
  }

  /** The scanner did not answer: once more at that time. */
  void later(long id, Instant due) {
    Rows.change(
        connection(),
        "update incident_attachment set due_at = ? where id = ? and state = 'QUARANTINED'",
        due,
        id);
  }

  /** The scanner found nothing; false when the file does not wait any more. */
  boolean clean(long id, Instant now) {
    return Rows.change(
            connection(),
            "update incident_attachment set state = 'SCANNED', scanned_at = ?, due_at = null"
                + " where id = ? and state = 'QUARANTINED'",
            now,
            id)
        == 1;
  }

  /** Lets go of the content; answers the ids under which it lies. */
  List<UUID> close(long id, AttachmentState state, String note, Instant now) {
    List<UUID> held = contents("id = ?", id);
    Rows.change(
        connection(),
        "update incident_attachment set state = ?, state_note = ?, due_at = null,"
            + " scanned_at = coalesce(scanned_at, ?), original_id = null, copy_id = null,"
            + " thumbnail_id = null where id = ?",
        state,
        note,
        now,
        id);
    return held;
  }

  /** Lets go of the originals that were added before, or by this person; answers their ids. */
  List<UUID> forgetOriginals(Instant before, Long uploader) {
    return Rows.list(
        connection(),
        "with old as (select id, original_id from incident_attachment where original_id is not"
            + " null and copy_id is not null and state in ('SCANNED', 'UNSCANNED') and "
            + (uploader == null ? "added_at < ?" : "uploader_id = ?")
            + " limit 500 for update), gone as (update incident_attachment a set original_id = null"
            + " from old where a.id = old.id) select original_id from old",
        row -> (UUID) row.getObject(1),
        uploader == null ? before : uploader);
  }

  /** Deletes what is left of files that were refused or removed before. */
  int forgetClosed(Instant before) {
    return Rows.change(
        connection(),
        "delete from incident_attachment where state in ('REFUSED', 'REMOVED')"
            + " and added_at < ? and scanned_at < ?",
        before,
        before);
  }

  /** The names of a person's files are gone with the person. */
  void forgetNames(long uploader) {
    Rows.change(
        connection(),
        "update incident_attachment set file_name = 'file.' || lower(type) where uploader_id = ?",
        uploader);
  }

  List<Map<String, Object>> held(long uploader) {
    return DataRepository.held(
        connection(),
        "select i.reference, a.file_name, a.type, a.size, encode(a.sha256, 'hex') as sha256,"
            + " a.description, a.found, a.state, a.added_at from incident_attachment a"
            + " join incident i on i.id = a.incident_id where a.uploader_id = ? order by a.added_at",
        List.of(uploader));
  }

  private List<UUID> contents(String condition, Object value) {
    return Rows.list(
        connection(),
        "select unnest(array_remove(array[original_id, copy_id, thumbnail_id], null))"
            + " from incident_attachment where "
            + condition,
        row -> (UUID) row.getObject(1),
        value);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
