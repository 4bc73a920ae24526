package org.csoalliance.incident.importing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.csoalliance.incident.importing.ImportProgress.PossibleDuplicate;
import org.csoalliance.incident.importing.ImportProgress.Refusal;
import org.csoalliance.platform.security.Reader;

/** Keeps the jobs of imports: plain JDBC over the connection of the running transaction. */
@Dependent
public class ImportJobRepository {
  private static final String COLUMNS =
      "id, source, source_name, file_name, state, failure, note, total, done, imported, updated, duplicates, unchanged,"
          + " refused, started_name, started_at, ended_at";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ImportJobRepository() {}

  /** For tests: works in the transaction of the given entity manager. */
  public ImportJobRepository(EntityManager em) {
    this.em = em;
  }

  /** A job that was taken up by this runner; the lease says that it is still this runner's. */
  public record Claim(
      long jobId,
      String source,
      String mapping,
      String fileName,
      byte[] content,
      Instant leasedUntil) {}

  /** Where a job stood when its row was locked. */
  public record Locked(int done, long startedBy, String startedName) {
    /** On whose behalf the job works. */
    public Reader starter() {
      return new Reader(startedBy == 0 ? null : startedBy, startedName, null, java.util.Set.of());
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
    }
    return statement;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** What a job is made of; the mapping is null where the format needs none. */
  record NewJob(
      String source, String sourceName, String mapping, String fileName, byte[] content) {}

  /** Makes a job; empty when another one of the source is running. */
  Optional<Long> insert(NewJob job, Hash hash, Reader who, Instant now) {
    try (PreparedStatement insert =
        prepare(
            "insert into import_job (source, source_name, mapping, file_name, file_sha256, content,"
                + " state, started_by, started_name, started_at) values (?, ?, ?, ?, ?, ?,"
                + " 'RUNNING', ?, ?, ?)"
                + " on conflict (source) where state = 'RUNNING' do nothing returning id",
            job.source(),
            job.sourceName(),
            job.mapping(),
            job.fileName(),
            hash.bytes(),
            job.content(),
            who.accountId(),
            who.name(),
            now)) {
      ResultSet row = insert.executeQuery();
      return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The running job if it works on this very file. */
  Optional<Long> runningOn(String source, Hash hash) {
    try (PreparedStatement select =
        prepare(
            "select id from import_job where source = ? and state = 'RUNNING'"
                + " and file_sha256 = ?",
            source,
            hash.bytes())) {
      ResultSet row = select.executeQuery();
      return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Takes up a running job that nobody works on; a row locked by another node is passed over. */
  Optional<Claim> claim(Instant now, Instant until) {
    try (PreparedStatement update =
        prepare(
            "update import_job set leased_until = ?, attempts = attempts + 1 where id = ("
                + "select id from import_job where state = 'RUNNING'"
                + " and (leased_until is null or leased_until < ?) order by id limit 1"
                + " for update skip locked) returning id, source, mapping, file_name, content",
            until,
            now)) {
      ResultSet row = update.executeQuery();
      return row.next()
          ? Optional.of(
              new Claim(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getBytes(5),
                  until))
          : Optional.empty();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** How often the job was taken up since it last got further. */
  int attempts(long jobId) {
    try (PreparedStatement select =
        prepare("select attempts from import_job where id = ?", jobId)) {
      ResultSet row = select.executeQuery();
      return row.next() ? row.getInt(1) : 0;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Locks the job's row until commit; empty when the lease is no longer this runner's. */
  Optional<Locked> lock(long jobId, Instant leasedUntil) {
    try (PreparedStatement select =
        prepare(
            "select done, started_by, started_name from import_job where id = ?"
                + " and state = 'RUNNING' and leased_until = ? for update",
            jobId,
            leasedUntil)) {
      ResultSet row = select.executeQuery();
      return row.next()
          ? Optional.of(new Locked(row.getInt(1), row.getLong(2), row.getString(3)))
          : Optional.empty();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Adds what a chunk did, in the chunk's own transaction, and lengthens the lease. */
  void advance(
      long jobId, int total, String note, int rows, ImportCounts counts, Instant leasedUntil) {
    try (PreparedStatement update =
        prepare(
            "update import_job set total = ?, note = ?, done = done + ?, imported = imported + ?,"
                + " updated = updated + ?, duplicates = duplicates + ?, unchanged = unchanged + ?,"
                + " refused = refused + ?, leased_until = ?, attempts = 0 where id = ?",
            total,
            note,
            rows,
            counts.imported(),
            counts.updated(),
            counts.duplicates(),
            counts.unchanged(),
            counts.refused(),
            leasedUntil,
            jobId)) {
      update.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Ends the job and lets go of the file; with a failure's sentence it is FAILED, else DONE. */
  void end(long jobId, String failure, Instant now) {
    try (PreparedStatement update =
        prepare(
            "update import_job set state = ?, failure = ?, content = null, leased_until = null,"
                + " ended_at = ? where id = ?",
            failure == null ? "DONE" : "FAILED",
            failure,
            now,
            jobId)) {
      update.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The job with its refusals and duplicates. */
  Optional<ImportProgress> find(long jobId) {
    try (PreparedStatement select =
        prepare("select " + COLUMNS + " from import_job where id = ?", jobId)) {
      ResultSet row = select.executeQuery();
      return row.next()
          ? Optional.of(progress(row, refusals(jobId), duplicates(jobId)))
          : Optional.empty();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The latest jobs, newest first, without refusals and duplicates. */
  List<ImportProgress> latest(int count) {
    List<ImportProgress> jobs = new ArrayList<>();
    try (PreparedStatement select =
        prepare("select " + COLUMNS + " from import_job order by started_at desc limit ?", count)) {
      ResultSet row = select.executeQuery();
      while (row.next()) {
        jobs.add(progress(row, List.of(), List.of()));
      }
      return jobs;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private List<Refusal> refusals(long jobId) throws SQLException {
    List<Refusal> refusals = new ArrayList<>();
    try (PreparedStatement select =
        prepare(
            "select line, reason from import_refusal where job_id = ? order by line, reason",
            jobId)) {
      ResultSet row = select.executeQuery();
      while (row.next()) {
        refusals.add(new Refusal(row.getInt(1), row.getString(2)));
      }
      return refusals;
    }
  }

  private List<PossibleDuplicate> duplicates(long jobId) throws SQLException {
    List<PossibleDuplicate> duplicates = new ArrayList<>();
    try (PreparedStatement select =
        prepare(
            "select d.line, d.reference, i.reference, i.source_reference, d.reason, d.text,"
                + " k.reference from import_duplicate d join incident i on i.id = d.incident_id"
                + " left join incident k on k.id = d.account_id"
                + " where d.job_id = ? order by d.line",
            jobId)) {
      ResultSet row = select.executeQuery();
      while (row.next()) {
        duplicates.add(
            new PossibleDuplicate(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7)));
      }
      return duplicates;
    }
  }

  private static ImportProgress progress(
      ResultSet row, List<Refusal> refusals, List<PossibleDuplicate> duplicates)
      throws SQLException {
    return new ImportProgress(
        row.getLong("id"),
        row.getString("source"),
        row.getString("source_name"),
        row.getString("file_name"),
        ImportProgress.State.valueOf(row.getString("state")),
        row.getString("failure"),
        row.getString("note"),
        row.getInt("total"),
        row.getInt("done"),
        row.getInt("imported"),
        row.getInt("updated"),
        row.getInt("duplicates"),
        row.getInt("unchanged"),
        row.getInt("refused"),
        refusals,
        duplicates,
        row.getString("started_name"),
        instant(row, "started_at"),
        instant(row, "ended_at"));
  }
}
