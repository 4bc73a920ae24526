package org.csoalliance.membership.standing;

import static org.csoalliance.platform.sql.Rows.list;
import static org.csoalliance.platform.sql.Rows.time;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.sql.Rows;

/** Lists members and what happened to them. */
@Dependent
public class MemberListRepository {
  private static final int MOST_EVENTS = 500;

  /** The same rule as {@link Person#standing}, written for a query over {@code p}. */
  private static final String STANDING =
      "case when not p.member or p.company_id is null then 'LEFT'"
          + " when p.suspended_at <= ? and coalesce(p.suspended_until > ?, true) then 'SUSPENDED'"
          + " when p.attest_by is null or ?::date < p.attest_by - 60 then 'CURRENT'"
          + " when ?::date <= p.attest_by then 'DUE'"
          + " when ?::date > p.attest_by + 30 then 'OUT' else 'READ_ONLY' end";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public MemberListRepository() {}

  /** For tests. */
  public MemberListRepository(EntityManager em) {
    this.em = em;
  }

  /** A page of those who are or were members, by name, in one statement. */
  MemberPage page(MemberQuery query, Instant now, LocalDate today) {
    List<Object> values = new ArrayList<>(List.of(now, now, today, today, today));
    StringBuilder where = new StringBuilder(" where true");
    if (!query.text().isBlank()) {
      String text = Rows.anywhere(query.text());
      where.append(" and (m.name ilike ? or m.email ilike ? or m.company_name ilike ?)");
      values.addAll(List.of(text, text, text));
    }
    if (query.standing() != null) {
      where.append(" and m.standing = ?");
      values.add(query.standing());
    }
    values.add((long) (query.page() - 1) * MemberQuery.SIZE);
    long[] total = new long[1];
    List<MemberPage.Row> rows =
        list(
            em.unwrap(Connection.class),
            "select m.*, count(*) over () as total from (select p.*, "
                + STANDING
                + " as standing from ("
                + StandingRepository.PERSON
                + " where a.state = 'ACTIVE' and (exists (select 1 from membership_event e"
                + " where e.account_id = a.id) or exists (select 1 from account_role r"
                + " where r.account_id = a.id and r.role = 'MEMBER'))) p) m"
                + where
                + " order by m.name, m.id limit "
                + MemberQuery.SIZE
                + " offset ?",
            row -> {
              total[0] = row.getLong("total");
              return new MemberPage.Row(
                  StandingRepository.person(row), Standing.valueOf(row.getString("standing")));
            },
            values.toArray());
    return new MemberPage(rows, total[0], query.page());
  }

  /** What happened to a membership, the newest first. */
  List<MemberHistory.Event> events(long accountId) {
    return list(
        em.unwrap(Connection.class),
        "select at, kind, detail, by_name from membership_event where account_id = ?"
            + " order by at desc, id desc limit "
            + MOST_EVENTS,
        row ->
            new MemberHistory.Event(
                time(row, "at"),
                row.getString("kind"),
                row.getString("detail"),
                row.getString("by_name")),
        accountId);
  }
}
