package org.csoalliance.incident.twin;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.sql.Rows;

/** Finds pairs of incidents that may be one event. */
@Dependent
public class TwinSearchRepository {
  private static final String AT = "coalesce(%1$s.exact_occurred_at, %1$s.occurred_at)";
  private static final String LATITUDE = "coalesce(%1$s.exact_latitude, %1$s.latitude)";
  private static final String LONGITUDE = "coalesce(%1$s.exact_longitude, %1$s.longitude)";

  /** Great circle in nautical miles (haversine); null where one has no position. */
  private static final String MILES =
      "3437.747 * 2 * asin(least(1, sqrt(power(sin(radians("
          + LATITUDE.formatted("b")
          + " - "
          + LATITUDE.formatted("a")
          + ") / 2), 2) + cos(radians("
          + LATITUDE.formatted("a")
          + ")) * cos(radians("
          + LATITUDE.formatted("b")
          + ")) * power(sin(radians("
          + LONGITUDE.formatted("b")
          + " - "
          + LONGITUDE.formatted("a")
          + ") / 2), 2))))";

  // The shown times bound the search, since an index holds them; a coarse one is a day off at most.
  // Lists of one source are searched for twins by their import.
  private static final String PAIRS =
      "select * from (select a.id as a_id, b.id as b_id, abs(extract(epoch from "
          + AT.formatted("a")
          + " - "
          + AT.formatted("b")
          + ")) as apart, coalesce(a.exact_precision, a.occurred_precision) = 'DAY'"
          + " or coalesce(b.exact_precision, b.occurred_precision) = 'DAY' as day_only, "
          + MILES
          + " as miles, coalesce(a.ship_imo = b.ship_imo, false) as same_imo,"
          + " coalesce(a.ship_imo <> b.ship_imo, false) as other_imo,"
          + " a.ship_name <> '' and lower(a.ship_name) = lower(b.ship_name) as same_name,"
          + " a.kind as a_kind, b.kind as b_kind"
          + " from incident a join incident b on b.id <> a.id"
          + " and b.occurred_at between a.occurred_at - interval '60 hours'"
          + " and a.occurred_at + interval '60 hours'"
          + " where a.id = any (?) and a.status <> 'WITHDRAWN' and b.status <> 'WITHDRAWN'"
          + " and a.merged_into is null and b.merged_into is null"
          + " and (a.source <> b.source or a.source = 'MEMBER')) pairs"
          + " where apart <= 36 * 3600 and (miles <= 30 or same_imo or same_name)";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public TwinSearchRepository() {}

  /** For tests. */
  public TwinSearchRepository(EntityManager em) {
    this.em = em;
  }

  /** Two incidents and what was measured between them. */
  record Pair(long one, long other, TwinScore.Measures measures) {}

  /**
   * Incidents whose twins are to be looked for, the newest first; those that another node holds are
   * passed over.
   */
  List<Long> due(int most) {
    return Rows.list(
        connection(),
        "select id from incident where twins_sought_at is null order by id desc limit ?"
            + " for update skip locked",
        row -> row.getLong(1),
        most);
  }

  /** Whatever lies near these incidents in time, and in place or by ship. */
  List<Pair> pairs(List<Long> ids) {
    try (PreparedStatement select = connection().prepareStatement(PAIRS)) {
      Array array = connection().createArrayOf("bigint", ids.toArray());
      select.setArray(1, array);
      List<Pair> pairs = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          pairs.add(pair(row));
        }
      }
      return pairs;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Pair pair(ResultSet row) throws SQLException {
    long a = row.getLong("a_id");
    long b = row.getLong("b_id");
    double miles = row.getDouble("miles");
    Double known = row.wasNull() ? null : (Double) miles;
    return new Pair(
        Math.min(a, b),
        Math.max(a, b),
        new TwinScore.Measures(
            Duration.ofSeconds((long) row.getDouble("apart")),
            row.getBoolean("day_only"),
            known,
            row.getBoolean("same_imo"),
            row.getBoolean("other_imo"),
            row.getBoolean("same_name"),
            IncidentKind.valueOf(row.getString("a_kind")),
            IncidentKind.valueOf(row.getString("b_kind"))));
  }

  /** Proposes a pair; one that was decided stays as it is. */
  void propose(Pair pair, TwinScore score, Instant now) {
    Rows.change(
        connection(),
        "insert into incident_twin as t (one_id, other_id, score, reasons, found_at)"
            + " values (?, ?, ?, ?, ?) on conflict (one_id, other_id) do update"
            + " set score = excluded.score, reasons = excluded.reasons where t.state = 'PROPOSED'",
        pair.one(),
        pair.other(),
        score.points(),
        String.join("\n", score.reasons()),
        now);
  }

  /** The twins of these were looked for; the search touches no version and no time of change. */
  void sought(List<Long> ids, Instant now) {
    try (PreparedStatement update =
        connection()
            .prepareStatement("update incident set twins_sought_at = ? where id = any (?)")) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setArray(2, connection().createArrayOf("bigint", ids.toArray()));
      update.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
