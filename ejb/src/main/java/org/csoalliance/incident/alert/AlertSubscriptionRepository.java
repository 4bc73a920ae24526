package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.incident.IncidentSelection;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sql.Rows;

/** The watches of one person, and the hours at which the person is mailed. */
@Dependent
public class AlertSubscriptionRepository {
  private static final String COUNTED =
      "select count(*) as n, count(*) filter (where i.source = 'MEMBER') as m";

  private static final String LIVE = " stopped_at is null";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AlertSubscriptionRepository() {}

  /** For tests. */
  public AlertSubscriptionRepository(EntityManager em) {
    this.em = em;
  }

  /** The person's watches, oldest first, each with the number of what the person could read. */
  List<Watch> of(Reader reader, Instant since) {
    SqlCondition readable = IncidentSelection.once(reader);
    List<Object> values = new ArrayList<>();
    values.add(since);
    values.addAll(readable.parameters());
    values.add(reader.accountId());
    return Rows.list(
        connection(),
        "select s.*, c.n, c.m from alert_subscription s cross join lateral ("
            + COUNTED
            + " from incident i where i.status = 'CONFIRMED'"
            + " and i.occurred_at >= ? and "
            + WatersSql.matchesEither("s", "i")
            + " and "
            + readable.sql()
            + ") c where s.account_id = ? and s."
            + LIVE.strip()
            + " order by s.id",
        values,
        row ->
            new Watch(
                row.getLong("id"),
                WatersSql.read(row),
                counted(row, reader),
                Rows.time(row, "created_at")));
  }

  /**
   * How many confirmed incidents since then the watch would have wanted and the reader may read; an
   * event that is told twice counts once.
   */
  SmallCount wouldHaveSent(Reader reader, WatchOrder order, Instant since) {
    SqlCondition readable = IncidentSelection.once(reader);
    List<Object> values = new ArrayList<>(WatersSql.values(order));
    values.add(since);
    values.addAll(readable.parameters());
    return Rows.first(
            connection(),
            COUNTED
                + " from (select v.*, "
                + WatersSql.COMPUTED
                + " from (values ("
                + WatersSql.VALUES
                + ")) v ("
                + WatersSql.COLUMNS
                + ")) s join incident i on i.status = 'CONFIRMED' and i.occurred_at >= ? and "
                + WatersSql.matchesEither("s", "i")
                + " and "
                + readable.sql(),
            values,
            row -> counted(row, reader))
        .orElseThrow();
  }

  private static SmallCount counted(ResultSet row, Reader reader) throws SQLException {
    return SmallCount.ofList(reader, row.getLong("n"), row.getLong("m"));
  }

  /** Waits until no other request of this person changes the watches. */
  void lock(long accountId) {
    Rows.list(
        connection(),
        "select id from account where id = ? for update",
        row -> row.getLong(1),
        accountId);
  }

  /** The number of the watch that the person has for this very order, if any. */
  Optional<Long> same(long accountId, WatchOrder order) {
    List<Object> values = new ArrayList<>();
    values.add(accountId);
    return Rows.list(
            connection(),
            "select * from alert_subscription where account_id = ? and" + LIVE,
            values,
            row -> WatersSql.read(row).equals(order) ? (Long) row.getLong("id") : null)
        .stream()
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /** How many watches the person has. */
  long count(long accountId) {
    return Rows.list(
            connection(),
            "select count(*) from alert_subscription where account_id = ? and" + LIVE,
            row -> row.getLong(1),
            accountId)
        .get(0);
  }

  /** Keeps a watch and tells its number. */
  long add(long accountId, WatchOrder order, Instant now) {
    List<Object> values = new ArrayList<>(List.of(accountId, now));
    values.addAll(WatersSql.values(order));
    return Rows.first(
            connection(),
            "insert into alert_subscription (account_id, created_at, "
                + WatersSql.COLUMNS
                + ") values (?, ?, "
                + WatersSql.VALUES
                + ") returning id",
            values,
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** A watch of this person, in force or not long stopped. */
  Optional<WatchOrder> find(long accountId, long id) {
    return Rows.list(
            connection(),
            "select * from alert_subscription where id = ? and account_id = ?",
            WatersSql::read,
            id,
            accountId)
        .stream()
        .findFirst();
  }

  /** Stops a watch of this person; empty when it is none of theirs, or stopped. */
  Optional<WatchOrder> stop(long accountId, long id, Instant now) {
    return Rows.list(
            connection(),
            "update alert_subscription set stopped_at = ? where id = ? and account_id = ? and"
                + LIVE
                + " returning *",
            WatersSql::read,
            now,
            id,
            accountId)
        .stream()
        .findFirst();
  }

  /** Takes a stop back; empty when it is none of theirs, or not stopped. */
  Optional<WatchOrder> resume(long accountId, long id) {
    return Rows.list(
            connection(),
            "update alert_subscription set stopped_at = null where id = ? and account_id = ?"
                + " and stopped_at is not null returning *",
            WatersSql::read,
            id,
            accountId)
        .stream()
        .findFirst();
  }

  /** When the person is mailed. */
  AlertHours hours(long accountId) {
    return Rows.list(
            connection(),
            "select * from alert_hours where account_id = ?",
            AlertSubscriptionRepository::hours,
            accountId)
        .stream()
        .findFirst()
        .orElse(AlertHours.PLAIN);
  }

  /** When the person is mailed, and whether alerts are mailed at all. */
  AlertMailing mailing(long accountId) {
    return Rows.list(
            connection(),
            "select h.*, exists (select 1 from mail_stop s where s.account_id = ? and s.list = ?)"
                + " as stopped from (select 1) one left join alert_hours h on h.account_id = ?",
            row -> new AlertMailing(hours(row), row.getBoolean("stopped")),
            accountId,
            MailList.ALERTS,
            accountId)
        .get(0);
  }

  /** Hours of a row with the columns of alert_hours; where there is none, those of nobody. */
  static AlertHours hours(ResultSet row) throws SQLException {
    String zone = row.getString("zone");
    return zone == null
        ? AlertHours.PLAIN
        : new AlertHours(
            ZoneId.of(zone),
            row.getObject("quiet_from", LocalTime.class),
            row.getObject("quiet_to", LocalTime.class),
            row.getObject("digest_at", LocalTime.class),
            DayOfWeek.of(row.getInt("digest_day")));
  }

  /** Keeps when the person is mailed. */
  void keep(long accountId, AlertHours hours, Instant now) {
    Rows.change(
        connection(),
        "insert into alert_hours (account_id, zone, quiet_from, quiet_to, digest_at, digest_day,"
            + " updated_at) values (?, ?, ?::time, ?::time, ?::time, ?, ?)"
            + " on conflict (account_id) do update set zone = excluded.zone, quiet_from ="
            + " excluded.quiet_from, quiet_to = excluded.quiet_to, digest_at = excluded.digest_at,"
            + " digest_day = excluded.digest_day, updated_at = excluded.updated_at",
        Arrays.asList(
            accountId,
            hours.zone().getId(),
            hours.quietFrom() == null ? null : hours.quietFrom().toString(),
            hours.quietTo() == null ? null : hours.quietTo().toString(),
            hours.digestAt().toString(),
            hours.digestDay().getValue(),
            now));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
