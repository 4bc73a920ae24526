package org.csoalliance.membership.standing;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.day;
import static org.csoalliance.platform.sql.Rows.list;
import static org.csoalliance.platform.sql.Rows.time;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.csoalliance.membership.Capacity;

/** What the rules of standing read and change of accounts and services. */
@Dependent
public class StandingRepository {
  static final String PERSON =
      "select a.id, a.name, a.email, s.company_id, c.name as company_name, s.capacity, s.from_day,"
          + " a.attest_by, a.suspended_at, a.suspended_until, a.suspended_reason,"
          + " (select count(*) from service_ship ss where ss.service_id = s.id"
          + " and ss.to_day is null) as ships,"
          + " exists (select 1 from account_role r where r.account_id = a.id"
          + " and r.role = 'MEMBER') as member"
          + " from account a"
          + " left join company_service s on s.account_id = a.id and s.to_day is null"
          + " left join company c on c.id = s.company_id";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public StandingRepository() {}

  /** For tests. */
  public StandingRepository(EntityManager em) {
    this.em = em;
  }

  /** Somebody whom another is told of. */
  record Contact(long accountId, String name, String email) {}

  /** The person as they stand; empty when there is no such account in use. */
  Optional<Person> person(long accountId) {
    return list(
            connection(),
            PERSON + " where a.id = ? and a.state = 'ACTIVE'",
            StandingRepository::person,
            accountId)
        .stream()
        .findFirst();
  }

  /** The same, and nobody else changes the account until the end of the transaction. */
  Optional<Person> locked(long accountId) {
    list(connection(), "select id from account where id = ? for update", r -> 1, accountId);
    return person(accountId);
  }

  /** Who else serves the company and can be mailed. */
  List<Contact> colleagues(long companyId, long except) {
    return list(
        connection(),
        "select a.id, a.name, a.email from company_service s join account a on a.id = s.account_id"
            + " where s.company_id = ? and s.to_day is null and a.id <> ? and a.state = 'ACTIVE'"
            + " order by a.id",
        row -> new Contact(row.getLong(1), row.getString(2), row.getString(3)),
        companyId,
        except);
  }

  /** Ends the service with the day as its last, its ships with it, and everything it opened. */
  void end(long accountId, LocalDate lastDay, String reason, Instant now) {
    change(
        connection(),
        "update service_ship ss set to_day = greatest(ss.from_day, ?) from company_service s"
            + " where s.id = ss.service_id and s.account_id = ? and s.to_day is null"
            + " and ss.to_day is null",
        lastDay,
        accountId);
    change(
        connection(),
        "update company_service set to_day = greatest(from_day, ?), end_reason = ?"
            + " where account_id = ? and to_day is null",
        lastDay,
        reason,
        accountId);
    change(
        connection(),
        "delete from account_role where account_id = ? and role = 'MEMBER'",
        accountId);
    change(
        connection(),
        "update account set company_id = null, attest_by = null,"
            + " session_stamp = session_stamp + 1, version = version + 1 where id = ?",
        accountId);
    change(
        connection(),
        "update access_token set revoked_at = ? where account_id = ? and revoked_at is null",
        now,
        accountId);
    // who comes back with another company is not in what trusted the one of the first
    change(
        connection(),
        "update group_member set state = case when state = 'INVITED' then 'DECLINED' else 'LEFT'"
            + " end, to_at = ?, moderator = false where account_id = ? and to_at is null",
        now,
        accountId);
  }

  /** Lets the membership hold until the end of the day given. */
  void attested(long accountId, LocalDate until) {
    change(
        connection(),
        "update account set attest_by = ?, version = version + 1 where id = ?",
        until,
        accountId);
  }

  /** Suspends from now on; null as the end: until it is lifted. */
  void suspend(long accountId, Instant now, Instant until, String reason) {
    change(
        connection(),
        "update account set suspended_at = ?, suspended_until = cast(? as timestamptz),"
            + " suspended_reason = ?, version = version + 1 where id = ?",
        now,
        until,
        reason,
        accountId);
    change(
        connection(),
        "insert into account_suspension (account_id, from_at, to_at)"
            + " values (?, ?, cast(? as timestamptz))"
            + " on conflict (account_id, from_at) do update set to_at = excluded.to_at",
        accountId,
        now,
        until);
  }

  /** Lifts a suspension. */
  void lift(long accountId, Instant now) {
    change(
        connection(),
        "update account_suspension set to_at = ? where account_id = ?"
            + " and (to_at is null or to_at > ?)",
        now,
        accountId,
        now);
    change(
        connection(),
        "update account set suspended_at = null, suspended_until = null, suspended_reason = null,"
            + " version = version + 1 where id = ?",
        accountId);
  }

  private Connection connection() {
    em.flush();
    return em.unwrap(Connection.class);
  }

  static Person person(ResultSet row) throws SQLException {
    String capacity = row.getString("capacity");
    return new Person(
        row.getLong("id"),
        row.getString("name"),
        row.getString("email"),
        row.getObject("company_id", Long.class),
        row.getString("company_name"),
        capacity == null ? null : Capacity.valueOf(capacity),
        day(row, "from_day"),
        row.getLong("ships"),
        row.getBoolean("member"),
        day(row, "attest_by"),
        time(row, "suspended_at"),
        time(row, "suspended_until"),
        row.getString("suspended_reason"));
  }
}
