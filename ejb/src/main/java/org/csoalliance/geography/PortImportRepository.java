package org.csoalliance.geography;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** The jobs that import ports. */
@Dependent
public class PortImportRepository {
  private static final String COLUMNS =
      "id, source, file_name, state, failure, total, done, imported, updated, unchanged, refused,"
          + " started_name, started_at, ended_at";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public PortImportRepository() {}

  /** For tests: works in the transaction of the given entity manager. */
  public PortImportRepository(EntityManager em) {
    this.em = em;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** A job taken up by this runner; the lease says that it is still this runner's. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Claim(long jobId, byte[] content, Instant leasedUntil, int attempts) {}

  /** Where a job stood when its row was locked, and on whose behalf it works. */
  record Locked(int done, Reader starter) {}

  /** Makes a job; empty when another one is running. */
  Optional<Long> insert(
      PortSource source, String fileName, byte[] content, Reader who, Instant now) {
    return Rows.first(
        connection(),
        "insert into port_import (source, file_name, content, state, started_by, started_name,"
            + " started_at) values (?, ?, ?, 'RUNNING', ?, ?, ?)"
            + " on conflict ((true)) where state = 'RUNNING' do nothing returning id",
        Arrays.asList(source, fileName, content, who.accountId(), who.name(), now),
        row -> row.getLong(1));
  }

  /** Takes up a running job that nobody works on; a row locked by another node is passed over. */
  Optional<Claim> claim(Instant now, Instant until) {
    return Rows.first(
        connection(),
        "update port_import set leased_until = ?, attempts = attempts + 1 where id = ("
            + "select id from port_import where state = 'RUNNING'"
            + " and (leased_until is null or leased_until < ?) limit 1 for update skip locked)"
            + " returning id, content, attempts",
        List.of(until, now),
        row -> new Claim(row.getLong(1), row.getBytes(2), until, row.getInt(3)));
  }

  /** Locks the job's row until commit; empty when the lease is no longer this runner's. */
  Optional<Locked> lock(Claim claim) {
    return Rows.first(
        connection(),
        "select done, started_by, started_name from port_import where id = ?"
            + " and state = 'RUNNING' and leased_until = ? for update",
        List.of(claim.jobId(), claim.leasedUntil()),
        row ->
            new Locked(
                row.getInt(1),
                new Reader(row.getObject(2, Long.class), row.getString(3), null, Set.of())));
  }

  /** Adds what a step did, in the step's own transaction, and lengthens the lease. */
  void advance(long jobId, int total, int rows, PortRepository.Kept kept, int same, Instant until) {
    Rows.change(
        connection(),
        "update port_import set total = ?, done = done + ?, imported = imported + ?,"
            + " updated = updated + ?, unchanged = unchanged + ?, refused = refused + ?,"
            + " leased_until = ?, attempts = 0 where id = ?",
        total,
        rows,
        kept.imported(),
        kept.updated(),
        same,
        rows - kept.imported() - kept.updated() - same,
        until,
        jobId);
  }

  /** Notes the rows that were not taken. */
  void refuse(long jobId, List<PortImport.Refusal> refusals) {
    refusals.forEach(
        refusal ->
            Rows.change(
                connection(),
                "insert into port_import_refusal (job_id, line, reason) values (?, ?, ?)"
                    + " on conflict do nothing",
                jobId,
                refusal.line(),
                refusal.reason()));
  }

  /** Ends a job and lets go of its file; without a failure it is done. */
  void end(long jobId, String failure, Instant now) {
    Rows.change(
        connection(),
        "update port_import set state = ?, failure = ?, ended_at = ?, content = null,"
            + " leased_until = null where id = ?",
        Arrays.asList(failure == null ? "DONE" : "FAILED", failure, now, jobId));
  }

  /** A job with its refusals. */
  Optional<PortImport> find(long id) {
    List<PortImport.Refusal> refusals =
        Rows.list(
            connection(),
            "select line, reason from port_import_refusal where job_id = ? order by line",
            List.of(id),
            row -> new PortImport.Refusal(row.getInt(1), row.getString(2)));
    return Rows.first(
        connection(),
        "select " + COLUMNS + " from port_import where id = ?",
        List.of(id),
        row -> read(row, refusals));
  }

  /** The latest jobs, newest first, without refusals. */
  List<PortImport> latest(int most) {
    return Rows.list(
        connection(),
        "select " + COLUMNS + " from port_import order by started_at desc limit ?",
        List.of(most),
        row -> read(row, List.of()));
  }

  private static PortImport read(ResultSet row, List<PortImport.Refusal> refusals)
      throws SQLException {
    return new PortImport(
        row.getLong("id"),
        PortSource.valueOf(row.getString("source")),
        row.getString("file_name"),
        PortImport.State.valueOf(row.getString("state")),
        row.getString("failure"),
        row.getInt("total"),
        row.getInt("done"),
        row.getInt("imported"),
        row.getInt("updated"),
        row.getInt("unchanged"),
        row.getInt("refused"),
        new ArrayList<>(refusals),
        row.getString("started_name"),
        Rows.time(row, "started_at"),
        Rows.time(row, "ended_at"));
  }
}
