package org.csoalliance.membership.vetting;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.membership.join.ApplicationState;
import org.csoalliance.platform.sql.Rows;

/** The officers' queue in the database: two statements, whatever its length. */
@Dependent
public class VettingQueueRepository {
  private static final String OVERDUE =
      "(ap.state in ('SUBMITTED', 'CHECKED', 'APPEALED')"
          + " and coalesce(ap.answer_by < ?, ap.submitted_at < ?))";

  private static final String COUNTS =
      OwnCompanySql.ME
          + "select count(*) filter (where ap.state not in ('APPROVED', 'REFUSED')) as open,"
          + " count(*) filter (where ap.state = 'SUBMITTED') as waiting,"
          + " count(*) filter (where ap.state = 'MORE_ASKED') as asked,"
          + " count(*) filter (where ap.state = 'CHECKED') as second,"
          + " count(*) filter (where ap.state = 'APPEALED') as appeals,"
          + " count(*) filter (where "
          + OVERDUE
          + ") as overdue,"
          + " count(*) filter (where ap.state in ('APPROVED', 'REFUSED')) as decided"
          + " from application ap where"
          + OwnCompanySql.OF_OTHERS;

  private static final String ROWS =
      OwnCompanySql.ME
          + "select ap.reference, ap.name, ap.company_name, ap.submitted_at, ap.answer_by, ap.state,"
          + " (select count(*) from application_ship s where s.application_id = ap.id) as ships,"
          + " coalesce((select t.by_name from vetting_step t where t.application_id = ap.id"
          + " and t.kind = 'FIRST_CHECK' order by t.id desc limit 1),"
          + " (select k.by_name from vetting_check k where k.application_id = ap.id"
          + " order by k.id limit 1)) as checked_by, "
          + OVERDUE
          + " as overdue from application ap where"
          + OwnCompanySql.OF_OTHERS
          + " and ";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public VettingQueueRepository() {}

  /** For tests. */
  public VettingQueueRepository(EntityManager em) {
    this.em = em;
  }

  VettingQueue.Counts counts(long officer, String sharedDomains, Instant now) {
    return Rows.list(
            connection(),
            COUNTS,
            row ->
                new VettingQueue.Counts(
                    row.getLong("open"),
                    row.getLong("waiting"),
                    row.getLong("asked"),
                    row.getLong("second"),
                    row.getLong("appeals"),
                    row.getLong("overdue"),
                    row.getLong("decided")),
            sharedDomains,
            officer,
            now,
            PromisedDay.overdueBefore(now))
        .get(0);
  }

  /** Open ones by the day of the promise, decided ones the latest first. */
  List<VettingQueue.Row> rows(
      long officer, String sharedDomains, Instant now, VettingQueue.View view, int page) {
    Instant before = PromisedDay.overdueBefore(now);
    boolean late = view == VettingQueue.View.OVERDUE;
    String order =
        view == VettingQueue.View.DECIDED
            ? " order by ap.decided_at desc nulls last, ap.id desc"
            : " order by coalesce(ap.answer_by, ap.submitted_at), ap.id";
    String sql = ROWS + condition(view) + order + " limit " + VettingQueue.PAGE + " offset ?";
    int offset = page * VettingQueue.PAGE;
    Rows.Reading<VettingQueue.Row> reading = row -> read(row, now);
    return late
        ? Rows.list(
            connection(), sql, reading, sharedDomains, officer, now, before, now, before, offset)
        : Rows.list(connection(), sql, reading, sharedDomains, officer, now, before, offset);
  }

  private static String condition(VettingQueue.View view) {
    return switch (view) {
      case OPEN -> "ap.state in ('SUBMITTED', 'MORE_ASKED', 'CHECKED', 'APPEALED')";
      case WAITING -> "ap.state = 'SUBMITTED'";
      case ASKED -> "ap.state = 'MORE_ASKED'";
      case SECOND -> "ap.state = 'CHECKED'";
      case APPEALS -> "ap.state = 'APPEALED'";
      case OVERDUE -> OVERDUE;
      case DECIDED -> "ap.state in ('APPROVED', 'REFUSED')";
    };
  }

  private static VettingQueue.Row read(ResultSet row, Instant now) throws SQLException {
    Instant submitted = Rows.time(row, "submitted_at");
    return new VettingQueue.Row(
        row.getString("reference"),
        Rows.text(row, "name"),
        Rows.text(row, "company_name"),
        row.getInt("ships"),
        submitted,
        submitted == null ? 0 : PromisedDay.age(submitted, now),
        promised(Rows.time(row, "answer_by"), submitted),
        row.getBoolean("overdue"),
        ApplicationState.valueOf(row.getString("state")),
        row.getString("checked_by"));
  }

  static LocalDate promised(Instant answerBy, Instant submitted) {
    if (answerBy != null) {
      return LocalDate.ofInstant(answerBy, ZoneOffset.UTC);
    }
    return submitted == null ? null : PromisedDay.after(submitted);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
