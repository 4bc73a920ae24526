package org.csoalliance.incident.statistics;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Who gets the figures of the day by mail. */
@Dependent
public class StatisticsSubscriptionRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public StatisticsSubscriptionRepository() {}

  /** For tests. */
  public StatisticsSubscriptionRepository(EntityManager em) {
    this.em = em;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** A subscription as it is kept. */
  record Kept(String query, Instant startedAt) {}

  Optional<Kept> of(long account) {
    return Rows.first(
        connection(),
        "select query, started_at from statistics_subscription where account_id = ?",
        List.of(account),
        row -> new Kept(row.getString(1), Rows.time(row, "started_at")));
  }

  /** Starts the mail, or changes what it counts; the first one tells of the day that runs. */
  void start(long account, String query, Instant now, LocalDate sentDay) {
    Rows.change(
        connection(),
        "insert into statistics_subscription (account_id, query, started_at, sent_day)"
            + " values (?, ?, ?, ?) on conflict (account_id) do update set query = excluded.query",
        account,
        query,
        now,
        sentDay);
  }

  /** Ends the mail; false when there is none. */
  boolean stop(long account) {
    return Rows.change(
            connection(), "delete from statistics_subscription where account_id = ?", account)
        == 1;
  }

  /** A mail that is due. */
  record Due(Reader reader, String email, String query) {}

  /**
   * Takes some of those who have not had the figures of the day, and notes that they have; a row
   * that another node works on is passed over. Who has lost the right to read gets nothing.
   */
  List<Due> take(LocalDate day, int most) {
    return Rows.list(
        connection(),
        "with taken as (update statistics_subscription set sent_day = ? where account_id in ("
            + "select account_id from statistics_subscription where sent_day < ?"
            + " order by account_id limit ? for update skip locked) returning account_id, query)"
            + " select t.account_id, t.query, a.email, r.name, r.company_id, r.roles, r.read_only,"
            + " r.groups, r.agreement from taken t join account a on a.id = t.account_id"
            + " left join account_reader r on r.account_id = t.account_id order by t.account_id",
        row ->
            new Due(
                Reader.of(
                    row.getLong("account_id"),
                    String.valueOf(row.getString("name")),
                    row.getObject("company_id", Long.class),
                    row.getString("roles"),
                    row.getBoolean("read_only"),
                    row.getString("groups"),
                    row.getString("agreement")),
                row.getString("email"),
                row.getString("query")),
        day,
        day,
        most);
  }
}
