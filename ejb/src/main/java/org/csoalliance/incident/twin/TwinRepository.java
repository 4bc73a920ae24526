package org.csoalliance.incident.twin;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Keeps which incidents are one event. Editors alone are served by it, and read everything. */
@Dependent
public class TwinRepository {
  private static final String SIDE =
      "%1$s.reference as %1$s_reference, %1$s.title as %1$s_title, %1$s.kind as %1$s_kind,"
          + " %1$s.occurred_at as %1$s_at, %1$s.occurred_precision as %1$s_precision,"
          + " %1$s.source as %1$s_source";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public TwinRepository() {}

  /** For tests. */
  public TwinRepository(EntityManager em) {
    this.em = em;
  }

  /** An incident as far as merging needs it. */
  record Row(
      long id, String reference, int version, Long mergedInto, boolean holds, Long reporterId) {}

  /** The proposals that nobody decided, the likeliest first. */
  List<TwinProposal> proposals(int most) {
    return Rows.list(
        connection(),
        "select "
            + SIDE.formatted("a")
            + ", "
            + SIDE.formatted("b")
            + ", t.score, t.reasons, t.found_at, count(*) over () as total"
            + " from incident_twin t join incident a on a.id = t.one_id"
            + " join incident b on b.id = t.other_id where t.state = 'PROPOSED'"
            + " and a.merged_into is null and b.merged_into is null"
            + " and a.status <> 'WITHDRAWN' and b.status <> 'WITHDRAWN'"
            + " order by t.score desc, t.id limit ?",
        row ->
            new TwinProposal(
                side(row, "a"),
                side(row, "b"),
                row.getInt("score"),
                List.of(row.getString("reasons").split("\n")),
                Rows.time(row, "found_at"),
                row.getLong("total")),
        most);
  }

  private static TwinProposal.Side side(ResultSet row, String of) throws SQLException {
    return new TwinProposal.Side(
        row.getString(of + "_reference"),
        row.getString(of + "_title"),
        IncidentKind.valueOf(row.getString(of + "_kind")),
        Rows.time(row, of + "_at"),
        OccurredPrecision.valueOf(row.getString(of + "_precision")),
        IncidentSource.valueOf(row.getString(of + "_source")));
  }

  /**
   * The incidents of these references; locked in the order of their ids, so that two editors who
   * merge them the other way round wait for each other and never hold each other up.
   */
  List<Row> rows(List<String> references, boolean lock) {
    return Rows.list(
        connection(),
        "select i.id, i.reference, i.version, i.merged_into, i.reporter_id,"
            + " exists (select 1 from incident m where m.merged_into = i.id) as holds"
            + " from incident i where i.reference = any (?) order by i.id"
            + (lock ? " for update of i" : ""),
        List.of(references),
        row ->
            new Row(
                row.getLong("id"),
                row.getString("reference"),
                row.getInt("version"),
                (Long) row.getObject("merged_into"),
                row.getBoolean("holds"),
                (Long) row.getObject("reporter_id")));
  }

  /** An incident of the alliance by its title. */
  Optional<Row> titled(String title) {
    return Rows.list(
            connection(),
            "select reference from incident where title = ? and source = 'MEMBER'"
                + " order by id limit 1",
            row -> row.getString(1),
            title)
        .stream()
        .findFirst()
        .flatMap(reference -> rows(List.of(reference), true).stream().findFirst());
  }

  /** What was proposed or decided of two; empty when nothing was. */
  List<TwinPair> proposal(long one, long other) {
    return Rows.list(
        connection(),
        "select score, reasons, state, decided_at from incident_twin"
            + " where one_id = ? and other_id = ?",
        row ->
            new TwinPair(
                row.getString("state").equals("APART")
                    ? TwinPair.State.APART
                    : TwinPair.State.PROPOSED,
                row.getInt("score"),
                row.getString("reasons").isEmpty()
                    ? List.of()
                    : List.of(row.getString("reasons").split("\n")),
                Rows.time(row, "decided_at"),
                List.of(),
                0,
                0),
        Math.min(one, other),
        Math.max(one, other));
  }

  /** What became of two, newest first. */
  List<TwinPair.Step> steps(long one, long other) {
    return Rows.list(
        connection(),
        "select * from (select m.merged_at as at, m.merged_name as who, 'Merged into '"
            + " || i.reference as what, m.reason from incident_merge m join incident i on i.id ="
            + " m.survivor_id where (m.survivor_id, m.merged_id) in ((?, ?), (?, ?))"
            + " union all select m.split_at, m.split_name, 'Split off ' || i.reference,"
            + " m.split_reason from incident_merge m join incident i on i.id = m.survivor_id"
            + " where m.split_at is not null"
            + " and (m.survivor_id, m.merged_id) in ((?, ?), (?, ?))"
            + " union all select t.decided_at, t.decided_name, 'Kept apart', t.reason"
            + " from incident_twin t where t.state = 'APART' and t.decided_at is not null"
            + " and not exists (select 1 from incident_merge x where x.split_at = t.decided_at"
            + " and least(x.survivor_id, x.merged_id) = t.one_id"
            + " and greatest(x.survivor_id, x.merged_id) = t.other_id)"
            + " and (t.one_id, t.other_id) in ((?, ?), (?, ?))) steps order by at desc",
        row ->
            new TwinPair.Step(
                Rows.time(row, "at"),
                row.getString("who"),
                row.getString("what"),
                row.getString("reason")),
        one,
        other,
        other,
        one,
        one,
        other,
        other,
        one,
        one,
        other,
        other,
        one);
  }

  void merge(Row survivor, Row merged, String reason, Reader who, Instant now) {
    Rows.change(
        connection(),
        "update incident set merged_into = ?, version = version + 1, updated_at = ? where id = ?",
        survivor.id(),
        now,
        merged.id());
    touch(survivor.id(), now);
    Rows.change(
        connection(),
        "insert into incident_merge (survivor_id, merged_id, merged_at, merged_by, merged_name,"
            + " reason) values (?, ?, ?, ?, ?, ?)",
        survivor.id(),
        merged.id(),
        now,
        who.accountId(),
        who.name(),
        reason);
    decide(survivor.id(), merged.id(), "MERGED", reason, who, now);
  }

  void split(long survivorId, Row merged, String reason, Reader who, Instant now) {
    Rows.change(
        connection(),
        "update incident set merged_into = null, version = version + 1, updated_at = ?"
            + " where id = ?",
        now,
        merged.id());
    touch(survivorId, now);
    Rows.change(
        connection(),
        "update incident_merge set split_at = ?, split_by = ?, split_name = ?, split_reason = ?"
            + " where merged_id = ? and split_at is null",
        now,
        who.accountId(),
        who.name(),
        reason,
        merged.id());
    decide(survivorId, merged.id(), "APART", reason, who, now);
  }

  /** Remembers what was decided of two. */
  void decide(long one, long other, String state, String reason, Reader who, Instant now) {
    Rows.change(
        connection(),
        "insert into incident_twin (one_id, other_id, score, reasons, state, found_at, decided_at,"
            + " decided_by, decided_name, reason) values (?, ?, 0, '', ?, ?, ?, ?, ?, ?)"
            + " on conflict (one_id, other_id) do update set state = excluded.state,"
            + " decided_at = excluded.decided_at, decided_by = excluded.decided_by,"
            + " decided_name = excluded.decided_name, reason = excluded.reason",
        Math.min(one, other),
        Math.max(one, other),
        state,
        now,
        now,
        who.accountId(),
        who.name(),
        reason);
  }

  String reference(long id) {
    return Rows.list(
            connection(),
            "select reference from incident where id = ?",
            row -> row.getString(1),
            id)
        .get(0);
  }

  private void touch(long id, Instant now) {
    Rows.change(
        connection(),
        "update incident set version = version + 1, updated_at = ? where id = ?",
        now,
        id);
  }

  /** What a person decided of pairs. */
  List<Map<String, Object>> held(long account) {
    return DataRepository.held(
        connection(),
        "select a.reference as one, b.reference as other, t.state, t.decided_at, t.reason"
            + " from incident_twin t join incident a on a.id = t.one_id"
            + " join incident b on b.id = t.other_id where t.decided_by = ? order by t.decided_at",
        List.of(account));
  }

  /** Takes the person's name out of what stays. */
  void erase(long account) {
    for (String[] column :
        new String[][] {
          {"incident_twin", "decided_name", "decided_by"},
          {"incident_merge", "merged_name", "merged_by"},
          {"incident_merge", "split_name", "split_by"}
        }) {
      Rows.change(
          connection(),
          "update " + column[0] + " set " + column[1] + " = ? where " + column[2] + " = ?",
          AccountErased.NAME,
          account);
    }
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
