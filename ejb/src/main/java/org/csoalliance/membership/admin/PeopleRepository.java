package org.csoalliance.membership.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.security.Role;

/** People as an administrator lists them, read by SQL into records. */
@Dependent
public class PeopleRepository {
  private static final String SUSPENDED =
      "(a.suspended_at is not null and a.suspended_at <= now()"
          + " and (a.suspended_until is null or a.suspended_until > now()))";

  private static final String ROW =
      "select a.id, a.name, a.email, c.name, (select string_agg(r.role, ' ' order by r.role) from"
          + " account_role r where r.account_id = a.id), case when a.state = 'ENDED' then 'ENDED'"
          + " when "
          + SUSPENDED
          + " then 'SUSPENDED' else 'ACTIVE' end, exists (select 1 from passkey p where"
          + " p.account_id = a.id) or exists (select 1 from authenticator_app t where t.account_id"
          + " = a.id and t.confirmed_at is not null), a.created_at";

  private static final String FROM = " from account a left join company c on c.id = a.company_id";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public PeopleRepository() {}

  /** For tests. */
  public PeopleRepository(EntityManager em) {
    this.em = em;
  }

  /** One page by name, with the number of all that fit, in one statement. */
  PeoplePage page(PeopleFilter filter, int number) {
    List<Object> values = new ArrayList<>();
    StringBuilder where = new StringBuilder(" where true");
    if (filter.text() != null && !filter.text().isBlank()) {
      where.append(
          " and (position(? in lower(a.name)) > 0 or position(? in a.email_key) > 0"
              + " or position(? in lower(coalesce(c.name, ''))) > 0)");
      String text = filter.text().strip().toLowerCase(Locale.ROOT);
      values.addAll(List.of(text, text, text));
    }
    if (filter.role() != null) {
      where.append(
          " and exists (select 1 from account_role x where x.account_id = a.id and x.role = ?)");
      values.add(filter.role().name());
    }
    if (filter.state() != null) {
      where.append(
          switch (filter.state()) {
            case ENDED -> " and a.state = 'ENDED'";
            case SUSPENDED -> " and a.state <> 'ENDED' and " + SUSPENDED;
            case ACTIVE -> " and a.state <> 'ENDED' and not " + SUSPENDED;
          });
    }
    values.add(PeoplePage.SIZE);
    values.add((number - 1) * PeoplePage.SIZE);
    List<Object[]> rows =
        rows(
            ROW
                + ", count(*) over ()"
                + FROM
                + where
                + " order by lower(a.name), a.id limit ? offset ?",
            values.toArray());
    return new PeoplePage(
        rows.stream().map(PeopleRepository::row).toList(),
        rows.isEmpty() ? 0 : ((Number) rows.get(0)[8]).longValue(),
        number);
  }

  /** One person, in two statements. */
  Optional<PersonDetail> person(
      long id, List<RoleGrant> grants, List<PersonDetail.Identity> identities) {
    return rows(
            ROW
                + ", (select count(*) from account_session s where s.account_id = a.id and s.ended_at"
                + " is null and s.last_seen_at > now() - interval '12 hours'), (select count(*) from"
                + " access_token t where t.account_id = a.id and t.revoked_at is null and"
                + " t.expires_at > now()), (select count(*) from passkey p where p.account_id ="
                + " a.id), exists (select 1 from authenticator_app t where t.account_id = a.id and"
                + " t.confirmed_at is not null), a.password_hash is not null"
                + FROM
                + " where a.id = ?",
            id)
        .stream()
        .findFirst()
        .map(
            row ->
                new PersonDetail(
                    row(row),
                    roles((String) row[4]),
                    ((Number) row[8]).intValue(),
                    ((Number) row[9]).intValue(),
                    ((Number) row[10]).intValue(),
                    (Boolean) row[11],
                    (Boolean) row[12],
                    identities,
                    grants,
                    history(id)));
  }

  private List<PersonDetail.Event> history(long id) {
    return rows(
            "select at, kind, detail, by_name from membership_event where account_id = ?"
                + " order by at desc, id desc limit 50",
            id)
        .stream()
        .map(
            row ->
                new PersonDetail.Event(
                    instant(row[0]), (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }

  /** How many people that can sign in hold each role. */
  Map<Role, Long> counts() {
    Map<Role, Long> counts = new EnumMap<>(Role.class);
    for (Object[] row :
        rows("select role, count(*) from account_right group by role order by role")) {
      counts.put(Role.valueOf((String) row[0]), ((Number) row[1]).longValue());
    }
    return counts;
  }

  /** How many people hold the role and can use it now, one of them left out. */
  long others(Role role, long without) {
    return ((Number)
            query("select count(*) from account_right where role = ? and account_id <> ?")
                .setParameter(1, role.name())
                .setParameter(2, without)
                .getSingleResult())
        .longValue();
  }

  /** Whether the person holds the role at this moment. */
  boolean holds(long account, Role role) {
    return !rows(
            "select 1, 1 from account_right where account_id = ? and role = ?",
            account,
            role.name())
        .isEmpty();
  }

  /** Gives a role. */
  void give(long account, String role) {
    run(
        "insert into account_role (account_id, role) values (?, ?) on conflict do nothing",
        account,
        role);
  }

  /** Takes a role; false when it was not held. */
  boolean take(long account, String role) {
    return run("delete from account_role where account_id = ? and role = ?", account, role) > 0;
  }

  /** Ends the account with its sessions, service and ships; false when it had ended. */
  boolean end(long account) {
    if (run(
            "update account set state = 'ENDED', session_stamp = session_stamp + 1,"
                + " version = version + 1 where id = ? and state = 'ACTIVE'",
            account)
        == 0) {
      return false;
    }
    run(
        "update service_ship set to_day = greatest(from_day, (now() at time zone 'UTC')::date)"
            + " where to_day is null and service_id in"
            + " (select id from company_service where account_id = ?)",
        account);
    run(
        "update company_service set to_day = greatest(from_day, (now() at time zone 'UTC')::date)"
            + " where to_day is null and account_id = ?",
        account);
    return true;
  }

  /** Ends every open session; false when there is no such account. */
  boolean endSessions(long account) {
    return run(
            "update account set session_stamp = session_stamp + 1, version = version + 1"
                + " where id = ?",
            account)
        > 0;
  }

  /** Takes all second factors away, and ends the sessions that they opened. */
  void resetFactors(long account) {
    run("delete from passkey where account_id = ?", account);
    run("delete from authenticator_app where account_id = ?", account);
    run("delete from recovery_code where account_id = ?", account);
    endSessions(account);
  }

  private int run(String sql, Object... values) {
    return bound(sql, values).executeUpdate();
  }

  private List<Object[]> rows(String sql, Object... values) {
    List<Object[]> rows = new ArrayList<>();
    for (Object row : bound(sql, values).getResultList()) {
      rows.add((Object[]) row);
    }
    return rows;
  }

  private Query bound(String sql, Object... values) {
    Query query = query(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    return query;
  }

  private Query query(String sql) {
    return em.createNativeQuery(sql);
  }

  private static PersonRow row(Object[] row) {
    return new PersonRow(
        ((Number) row[0]).longValue(),
        (String) row[1],
        (String) row[2],
        (String) row[3],
        row[4] == null
            ? List.of()
            : Arrays.stream(((String) row[4]).split(" ")).map(RoleWords::of).toList(),
        PeopleFilter.State.valueOf((String) row[5]),
        (Boolean) row[6],
        instant(row[7]));
  }

  private static Set<Role> roles(String text) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (text != null) {
      Arrays.stream(text.split(" ")).map(Role::valueOf).forEach(roles::add);
    }
    return roles;
  }

  /** Servers differ in the class that a timestamptz of a native query comes as. */
  @SuppressWarnings("JavaUtilDate")
  static Instant instant(Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof OffsetDateTime time ? time.toInstant() : ((Date) value).toInstant();
  }
}
