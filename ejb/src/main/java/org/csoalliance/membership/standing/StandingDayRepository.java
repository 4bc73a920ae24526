package org.csoalliance.membership.standing;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.day;
import static org.csoalliance.platform.sql.Rows.list;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Whom the daily round reminds, and whose membership it ends. */
@Dependent
public class StandingDayRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public StandingDayRepository() {}

  /** For tests. */
  public StandingDayRepository(EntityManager em) {
    this.em = em;
  }

  /** A member to remind. */
  record Due(long accountId, String email, LocalDate attestBy, int daysBefore) {}

  /**
   * Takes the reminders that are due and were not taken before: of two rounds at the same time one
   * gets each. Somebody who is late for a reminder gets the nearest one alone.
   */
  List<Due> takeReminders(LocalDate today, Instant now) {
    return list(
        connection(),
        "with due as (select a.id, a.email, a.attest_by,"
            + " case when a.attest_by - ?::date <= 7 then 7"
            + " when a.attest_by - ?::date <= 30 then 30 else 60 end as days_before"
            + " from account a join company_service s on s.account_id = a.id and s.to_day is null"
            + " where a.state = 'ACTIVE' and a.attest_by between ?::date and ?::date + 60"
            + " and exists (select 1 from account_right r where r.account_id = a.id"
            + " and r.role = 'MEMBER')),"
            + " taken as (insert into attest_reminder (account_id, attest_by, days_before,"
            + " queued_at) select id, attest_by, days_before, ? from due order by id"
            + " on conflict do nothing returning account_id, days_before)"
            + " select d.id, d.email, d.attest_by, d.days_before from taken t"
            + " join due d on d.id = t.account_id order by d.id",
        row -> new Due(row.getLong(1), row.getString(2), day(row, "attest_by"), row.getInt(4)),
        today,
        today,
        today,
        today,
        now);
  }

  /** Writes a line of history for each reminder. */
  void remembered(List<Due> reminded, Instant now) {
    change(
        connection(),
        "insert into membership_event (account_id, at, kind, detail, by_name)"
            + " select a.id, ?, 'REMINDED', 'To be confirmed by ' || a.attest_by, 'System'"
            + " from account a where a.id::text = any(?)",
        now,
        reminded.stream().map(due -> String.valueOf(due.accountId())).toList());
  }

  /** Members who did not attest until their last day of reading; some at a time. */
  List<Long> out(LocalDate today, int most) {
    return list(
        connection(),
        "select a.id from account a join company_service s on s.account_id = a.id"
            + " and s.to_day is null where a.state = 'ACTIVE' and a.attest_by < ?::date - "
            + Person.READ_ONLY_DAYS
            + " order by a.id limit ? for update of a skip locked",
        row -> row.getLong(1),
        today,
        most);
  }

  private Connection connection() {
    em.flush();
    return em.unwrap(Connection.class);
  }
}
