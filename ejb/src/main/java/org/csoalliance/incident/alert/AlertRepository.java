package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.Rows;

/** Whom an incident concerns: one statement matches it with every watch there is. */
@Dependent
public class AlertRepository {
  private static final String READER =
      "r.account_id, r.name as account_name, r.company_id, r.roles, r.read_only, r.groups,"
          + " r.agreement";

  private static final String HOURS = "o.zone, o.quiet_from, o.quiet_to, o.digest_at, o.digest_day";

  /** Who lost the role in the meantime is mailed no longer, however old the watch. */
  private static final Set<Role> WATCHING = Set.of(Role.MEMBER, Role.PARTNER, Role.EDITOR);

  private static final String INCIDENT =
      "select i.*, (select c.reason from incident_status_change c where c.incident_id = i.id"
          + " and c.to_status = i.status order by c.at desc, c.id desc limit 1) as reason"
          + ", t.number as told_number, t.stage as told_stage, t.reason as told_reason,"
          + " not exists (select 1 from incident_review r where r.incident_id = i.id"
          + " and r.decided_at is null) as told_checked"
          + " from incident i left join lateral (select v.number, v.stage, v.reason"
          + " from incident_version v where v.incident_id = i.id order by v.number desc limit 1) t"
          + " on true where i.id = any (?::text[]::bigint[])";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AlertRepository() {}

  /** For tests. */
  public AlertRepository(EntityManager em) {
    this.em = em;
  }

  /** The incidents with the changes of this transaction, by their numbers. */
  Map<Long, AlertedIncident> incidents(Collection<Long> ids) {
    em.flush();
    return byId(
        Rows.list(connection(), INCIDENT, List.of(texts(ids)), AlertRepository::incident),
        AlertedIncident::id);
  }

  /** Everybody with a watch that wants the incident, each once; the reporter too. */
  List<Candidate> watching(AlertedIncident incident) {
    return matching(
        "select latitude, longitude, kind, severity, tlp, search from incident where id = ?",
        incident.position() != null,
        List.of(incident.id()));
  }

  /**
   * Everybody with a watch that wants what the query gives.
   *
   * @param target a query of one row with the columns that {@link WatersSql#matches} names
   */
  List<Candidate> matching(String target, boolean placed, List<Object> values) {
    String condition = placed ? WatersSql.matches("s", "i") : WatersSql.matchesAnywhere("s", "i");
    return candidates(
        "with i as materialized ("
            + target
            + ") select s.account_id, array_agg(s.id order by s.id) as"
            + " watches, min(case s.delivery when 'NOW' then 0 when 'DAILY' then 1 else 2 end) as"
            + " delivery from i join alert_subscription s on s.stopped_at is null and "
            + condition
            + " group by s.account_id",
        values);
  }

  /** Everybody who was mailed about the incident before, each once. */
  List<Candidate> mailed(long incidentId) {
    return candidates(
        "select d.account_id, '{}'::bigint[] as watches,"
            + " min(case when d.digest then 1 else 0 end) as delivery from alert_delivery d"
            + " where d.incident_id = ? and d.what <> 'CORRECTED' and d.state = 'MAILED'"
            + " group by d.account_id",
        List.of(incidentId));
  }

  /** Everybody who watches anything. */
  List<Candidate> everybody() {
    return candidates(
        "select s.account_id, array_agg(s.id order by s.id) as watches, 0 as delivery"
            + " from alert_subscription s where s.stopped_at is null group by s.account_id",
        List.of());
  }

  private record Hit(Delivery delivery, List<Long> watches) {}

  /**
   * The people of the hits as the view account_reader has them, but set by set: row by row it took
   * longer than the matching of a hundred thousand watches. The hits are given back as a list, so
   * that the database knows how many they are; of what a shape matches it reckons with ten, and
   * went through all of them again for each of them.
   */
  private List<Candidate> candidates(String matching, List<Object> values) {
    Map<Long, Hit> hits = new HashMap<>();
    Rows.list(
        connection(),
        matching,
        values,
        row ->
            hits.put(
                row.getLong("account_id"),
                new Hit(
                    Delivery.values()[row.getInt("delivery")],
                    List.of((Long[]) row.getArray("watches").getArray()))));
    if (hits.isEmpty()) {
      return List.of();
    }
    return Rows.list(
            connection(),
            "with hit as materialized (select unnest(?::text[]::bigint[]) as account_id),"
                + " rights as (select g.account_id, string_agg(g.role, ' ') as roles"
                + " from account_right g join hit on hit.account_id = g.account_id"
                + " group by g.account_id),"
                + " circles as (select g.account_id, string_agg(g.group_id::text, ' ') as groups"
                + " from account_group g join hit on hit.account_id = g.account_id"
                + " group by g.account_id),"
                + " pacts as (select g.account_id, min(g.ceiling) as agreement"
                + " from account_agreement g join hit on hit.account_id = g.account_id"
                + " group by g.account_id)"
                + " select a.id as account_id, a.name as account_name, a.company_id, r.roles,"
                + " false as read_only, c.groups, p.agreement, "
                + HOURS
                + " from hit h join account a on a.id = h.account_id and a.state = 'ACTIVE'"
                + " join rights r on r.account_id = a.id"
                + " left join circles c on c.account_id = a.id"
                + " left join pacts p on p.account_id = a.id"
                + " left join alert_hours o on o.account_id = a.id",
            List.of(texts(hits.keySet())),
            row -> {
              Reader reader = reader(row);
              Hit hit = hits.get(reader.accountId());
              return new Candidate(
                  reader, AlertSubscriptionRepository.hours(row), hit.delivery(), hit.watches());
            })
        .stream()
        .filter(candidate -> watching(candidate.reader()))
        .toList();
  }

  private static boolean watching(Reader reader) {
    return reader.roles().stream().anyMatch(WATCHING::contains);
  }

  /**
   * The people with their addresses, as they stand now. Who ended, is suspended or lost the role is
   * missing: alerts are for members, partners and editors, whatever anybody may read.
   */
  Map<Long, Recipient> recipients(Collection<Long> accounts) {
    return byId(
        Rows.list(
                connection(),
                "select "
                    + READER
                    + ", a.email from account_reader r join account a on a.id = r.account_id"
                    + " where r.account_id = any (?::text[]::bigint[])",
                List.of(texts(accounts)),
                row -> new Recipient(reader(row), row.getString("email")))
            .stream()
            .filter(recipient -> watching(recipient.reader()))
            .toList(),
        recipient -> recipient.reader().accountId());
  }

  /** The watches of these numbers that are in force. */
  Map<Long, WatchOrder> watches(Collection<Long> ids) {
    Map<Long, WatchOrder> found = new HashMap<>();
    Rows.list(
        connection(),
        "select * from alert_subscription where stopped_at is null"
            + " and id = any (?::text[]::bigint[])",
        List.of(texts(ids)),
        row -> found.put(row.getLong("id"), WatersSql.read(row)));
    return found;
  }

  static List<String> texts(Collection<Long> ids) {
    return ids.stream().distinct().map(String::valueOf).toList();
  }

  private static <T> Map<Long, T> byId(List<T> all, Function<T, Long> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private static Reader reader(ResultSet row) throws SQLException {
    return Reader.of(
        row.getLong("account_id"),
        row.getString("account_name"),
        row.getObject("company_id", Long.class),
        row.getString("roles"),
        row.getBoolean("read_only"),
        row.getString("groups"),
        row.getString("agreement"));
  }

  private static AlertedIncident incident(ResultSet row) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    return new AlertedIncident(
        row.getLong("id"),
        row.getString("reference"),
        IncidentKind.valueOf(row.getString("kind")),
        IncidentStatus.valueOf(row.getString("status")),
        row.getObject("severity", Integer.class),
        Rows.time(row, "occurred_at"),
        OccurredPrecision.valueOf(row.getString("occurred_precision")),
        row.getObject("utc_offset_minutes", Integer.class),
        latitude == null ? null : new Position(latitude, row.getDouble("longitude")),
        row.getString("area"),
        Tlp.valueOf(row.getString("tlp")),
        row.getString("title"),
        row.getString("text"),
        row.getString("persons_harmed"),
        row.getString("harm_note"),
        row.getString("ship_name"),
        row.getString("ship_imo"),
        row.getBoolean("ship_shown"),
        IncidentSource.valueOf(row.getString("source")),
        row.getString("source_reference"),
        row.getObject("reporter_id", Long.class),
        row.getObject("company_id", Long.class),
        Attribution.valueOf(row.getString("attribution")),
        Arrays.stream((Long[]) row.getArray("shared_with").getArray()).collect(Collectors.toSet()),
        row.getDouble("blur_nm"),
        row.getString("reason"),
        row.getObject("merged_into") != null,
        row.getObject("told_number") == null
            ? null
            : new AlertedIncident.Told(
                row.getInt("told_number"),
                row.getString("told_stage"),
                row.getString("told_reason"),
                row.getBoolean("told_checked")));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
