package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.sql.Rows;

/** Reads what waits for an editor. */
@Dependent
public class IncidentQueueRepository {
  /** What stands disputed, and what another company disputes while no editor has decided on it. */
  private static final String DISPUTES =
      "select id from incident where source = 'MEMBER' and merged_into is null and status = 'DISPUTED' union"
          + " select k.incident_id from incident_corroboration k join incident x"
          + " on x.id = k.incident_id and x.merged_into is null and x.status <> 'WITHDRAWN' where k.state = 'STANDING'"
          + " and k.stance = 'DIFFERS' and k.decision = 'OPEN'";

  /**
   * New reports, and those that ask for a look again: a merged account too, since its page asks.
   */
  private static final String TO_CHECK =
      "(i.source = 'MEMBER' and i.merged_into is null and i.status = 'REPORTED'"
          + " or r.incident_id is not null)";

  private static final String WAITING =
      " from incident i left join incident_review r on r.incident_id = i.id"
          + " and r.decided_at is null where "
          + TO_CHECK;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public IncidentQueueRepository() {}

  /** For tests. */
  public IncidentQueueRepository(EntityManager em) {
    this.em = em;
  }

  /** The editors' queue in one statement; editors read everything, so no policy is added. */
  EditorQueue queue(EditorQueue.View view, Instant today, Instant overdue) {
    SqlText sql =
        new SqlText()
            .add("select * from (select count(*) as to_check,")
            .add(" (select count(*) from (" + DISPUTES + ") d) as disputed,")
            .add(" count(*) filter (where since < ?)", overdue)
            .add(" as overdue, (select string_agg(x.reference, ' ' order by l.asked_at)")
            .add(" from incident_label_change l join incident x on x.id = l.incident_id")
            .add(
                " where l.state = 'ASKED') as labels, (select count(distinct incident_id) from incident_status_change")
            .add(" where at >= ? and from_status is not null) as done_today", today)
            .add(
                " from (select case when i.status = 'REPORTED' then i.created_at else r.asked_at end"
                    + " as since"
                    + WAITING
                    + ") waiting)")
            .add(" counts left join (select " + IncidentSql.ALL)
            .add(
                ", i.persons_harmed, i.contact, i.created_at, i.updated_at, "
                    + IncidentSql.REPORTER)
            .add(", c.name as company_name, r.reasons, r.asked_at, row_number() over (order by ");
    boolean done = view == EditorQueue.View.DONE_TODAY;
    sql.add(
        done
            ? "i.updated_at desc"
            : "not coalesce(r.reasons && array['DEATH', 'MINOR'], false), i.severity nulls last, i.persons_harmed <> 'YES',"
                + " i.kind not in ('HIJACK', 'KIDNAP', 'ATTACK'), i.created_at");
    sql.add(", i.id) as place from incident i left join incident_review r")
        .add(
            " on r.incident_id = i.id and r.decided_at is null left join account a on a.id = i.reporter_id")
        .add(" left join company c on c.id = i.company_id where ");
    if (done) {
      sql.add("exists (select 1 from incident_status_change h where h.incident_id = i.id")
          .add(" and h.at >= ? and h.from_status is not null)", today);
    } else if (view == EditorQueue.View.TO_CHECK) {
      sql.add(TO_CHECK);
    } else {
      sql.add("i.id in (" + DISPUTES + ")");
    }
    sql.add(" order by place limit 200) reports on true order by place");
    boolean waiting = view == EditorQueue.View.TO_CHECK;
    List<EditorQueue> rows = rows(sql, row -> queue(row, waiting));
    // the counts stand on every row, and alone on the one row of an empty view
    EditorQueue first = rows.get(0);
    return new EditorQueue(
        first.toCheck(),
        first.disputed(),
        first.doneToday(),
        first.overdue(),
        first.labels(),
        rows.stream().flatMap(row -> row.items().stream()).toList());
  }

  private static EditorQueue queue(ResultSet row, boolean waiting) throws SQLException {
    boolean report = row.getObject("id") != null;
    return new EditorQueue(
        row.getLong("to_check"),
        row.getLong("disputed"),
        row.getLong("done_today"),
        row.getLong("overdue"),
        row.getString("labels") == null ? List.of() : List.of(row.getString("labels").split(" ")),
        report ? List.of(entry(row, waiting)) : List.of());
  }

  private static EditorQueue.Entry entry(ResultSet row, boolean waiting) throws SQLException {
    IncidentSummary summary = IncidentSql.row(row).full();
    return new EditorQueue.Entry(
        summary,
        since(row, summary, waiting),
        row.getString("reporter_name"),
        row.getString("company_name"),
        row.getString("contact"),
        PersonsHarmed.valueOf(row.getString("persons_harmed")),
        IncidentReviewRepository.reasons(row));
  }

  private static Instant since(ResultSet row, IncidentSummary summary, boolean waiting)
      throws SQLException {
    if (!waiting) {
      return Rows.time(row, "updated_at");
    }
    return Rows.time(row, summary.status() == IncidentStatus.REPORTED ? "created_at" : "asked_at");
  }

  private <T> List<T> rows(SqlText sql, Rows.Reading<T> reading) {
    return Rows.list(em.unwrap(Connection.class), sql.sql(), sql.parameters(), reading);
  }
}
