package org.csoalliance.incident.statistics;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentSelection;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sql.Rows;

/** Counts incidents: each statement is one pass over the selection. */
@Dependent
public class StatisticsRepository {
  static final int MOST_AREAS = 25;

  /**
   * Whether it came off. The report says so, else its kind: an attempt failed, and what was taken
   * or boarded did not.
   */
  private static final String OUTCOME =
      "case when i.details ->> 'outcome' in ('SUCCESSFUL', 'ATTEMPTED') then"
          + " i.details ->> 'outcome' when i.kind = 'ATTEMPT' then 'ATTEMPTED'"
          + " when i.kind in ('ROBBERY', 'HIJACK', 'KIDNAP', 'CARGO_THEFT') then 'SUCCESSFUL' end";

  /** What the ship was doing. */
  private static final String SHIP_STATUS = "i.details ->> 'shipStatus'";

  private static final String UTC = "(i.occurred_at at time zone 'UTC')";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public StatisticsRepository() {}

  /** For tests: reads in the transaction of the given entity manager. */
  public StatisticsRepository(EntityManager em) {
    this.em = em;
  }

  /** What a row counts by. */
  enum By {
    TOTAL,
    KIND,
    SEVERITY,
    SHIP_TYPE,
    OUTCOME,
    STATUS,
    TAKEN,
    AREA
  }

  /**
   * One count.
   *
   * @param key null where it is not known
   * @param groups how many different keys there are, those left out too
   */
  record Counted(By by, String key, Tally tally, int groups) {}

  /**
   * Counts, and what months come to.
   *
   * @param months by their first day, in UTC
   */
  record Counts(List<Counted> tables, Map<LocalDate, Tally> months) {}

  /**
   * Everything but the months in one pass; of areas and types of ship the most frequent. Rows that
   * are alike in everything are counted first, which several processes share, and the tables are
   * made of those counts: to hash each row for each table took longer than to read it.
   */
  List<Counted> counts(IncidentFilter filter, Reader reader) {
    return read(filter, reader, false).tables();
  }

  /** The same with the months, in one statement; where the clock is read, its days make them. */
  Counts countsWithMonths(IncidentFilter filter, Reader reader) {
    return read(filter, reader, true);
  }

  private Counts read(IncidentFilter filter, Reader reader, boolean withMonths) {
    SqlCondition where = IncidentSelection.of(filter, reader);
    SqlCondition own = SharingPolicy.mayKnowReporter(reader, "i");
    List<Object> values = new ArrayList<>(own.parameters());
    values.addAll(where.parameters());
    String sql = tables(where, own, reader);
    if (withMonths) {
      values.addAll(where.parameters());
      sql +=
          " union all select 'MONTH', cast(cast(date_trunc('month', "
              + UTC
              + ") as date) as text), count(*), count(*) filter (where "
              + other(reader)
              + "), 0 from incident i where "
              + where.sql()
              + " group by 2";
    }
    List<Counted> tables = new ArrayList<>();
    Map<LocalDate, Tally> months = new TreeMap<>();
    Rows.list(
        em.unwrap(Connection.class),
        sql + " order by 1, 3 desc, 2",
        values,
        row -> {
          String by = row.getString("d");
          String key = row.getString("key");
          return by.equals("MONTH")
              ? months.put(LocalDate.parse(key), tally(row))
              : tables.add(new Counted(By.valueOf(by), key, tally(row), row.getInt("g")));
        });
    return new Counts(tables, months);
  }

  private static String tables(SqlCondition where, SqlCondition own, Reader reader) {
    By[] tables = {By.KIND, By.SEVERITY, By.SHIP_TYPE, By.OUTCOME, By.STATUS, By.TAKEN, By.AREA};
    String[] keys = {"k", "s", "t", "oc", "st", "tk", "a"};
    StringBuilder by = new StringBuilder("case");
    for (int i = 0; i < keys.length; i++) {
      by.append(" when grouping(").append(keys[i]).append(") = 0 then '");
      by.append(tables[i]).append('\'');
    }
    by.append(" else 'TOTAL' end");
    return "with alike as materialized (select i.kind as k, i.severity as s,"
        // of an anonymous report the list shows no type either, and one ship may be selected
        + " case when i.attribution <> 'ANONYMOUS' or "
        + own.sql()
        + " then nullif(i.ship_type, '') end as t, "
        + OUTCOME
        + " as oc, i.status as st, i.details ->> 'stolen' as tk,"
        + " nullif(btrim(split_part(i.area, ',', 1)), '') as a, "
        + other(reader)
        + " as other, count(*) as n from incident i where "
        + where.sql()
        + " group by 1, 2, 3, 4, 5, 6, 7, 8)"
        + " select d, key, n, o, g from (select d, key, n, o, count(*) over (partition by d)"
        + " as g, row_number() over (partition by d order by n desc, key) as r from (select "
        + by
        + " as d, coalesce(k, cast(s as text), t, oc, st, tk, a) as key,"
        + " coalesce(sum(n), 0) as n, coalesce(sum(n) filter (where other), 0) as o from alike"
        + " group by grouping sets ((), (k), (s), (t), (oc), (st), (tk), (a))) c) c"
        + " where r <= case when d in ('AREA', 'SHIP_TYPE') then "
        + MOST_AREAS
        + " else 100000 end";
  }

  /** How a local time was found, in the order in which it is tried. */
  enum Basis {
    OFFSET,
    ZONE,
    LONGITUDE,
    STATED,
    ZONELESS,
    UNTIMED
  }

  /**
   * Counts of the clock.
   *
   * @param day ISO weekday 1 to 7 and {@code hour} 0 to 23; both null where the row is no cell
   * @param date a day in UTC, null where the row is none
   * @param basis null where the row is none
   * @param status what the ship was doing, where {@code ofStatus}
   */
  record Ticked(
      Integer day,
      Integer hour,
      LocalDate date,
      Basis basis,
      boolean ofStatus,
      String status,
      Tally tally) {}

  /**
   * Everything of the clock in one pass.
   *
   * @param zone IANA zone of the port; null: by longitude
   */
  List<Ticked> clock(IncidentFilter filter, Reader reader, String zone) {
    SqlCondition where = IncidentSelection.of(filter, reader);
    List<Object> values = new ArrayList<>();
    String timed = "i.occurred_precision <> 'DAY'";
    String ofZone = zone == null ? "" : " when " + timed + " then i.occurred_at at time zone ?";
    if (zone != null) {
      values.add(zone);
    }
    values.addAll(where.parameters());
    String basis =
        "case when i.stated_hour is not null then 'STATED' when not ("
            + timed
            + ") then 'UNTIMED' when i.utc_offset_minutes is not null then 'OFFSET' "
            + (zone == null
                ? "when i.longitude is not null then 'LONGITUDE' else 'ZONELESS' end"
                : "else 'ZONE' end");
    String local =
        "case when i.stated_hour is not null then date_trunc('day', "
            + UTC
            + ") + make_interval(hours => i.stated_hour)"
            + " when "
            + timed
            + " and i.utc_offset_minutes is not null then "
            + UTC
            + " + make_interval(mins => i.utc_offset_minutes)"
            + ofZone
            + " when "
            + timed
            + " and i.longitude is not null then "
            + UTC
            + " + make_interval(hours => cast(round(i.longitude / 15) as int)) end";
    String sql =
        "select grouping(h) as gh, grouping(d) as gd, grouping(b) as gb, grouping(st) as gs, w, h,"
            + " d, b, st, count(*) as n, count(*) filter (where other) as o from (select"
            + " cast(date_part('isodow', l) as int) as w, cast(date_part('hour', l) as int) as h,"
            + " d, b, st, other from (select "
            + local
            + " as l, cast("
            + UTC
            + " as date) as d, "
            + basis
            + " as b, "
            + SHIP_STATUS
            + " as st, "
            + other(reader)
            + " as other from incident i where "
            + where.sql()
            // else the local time is worked out twice for each row
            + " offset 0) i) i group by grouping sets ((w, h), (d), (b), (st))";
    return Rows.list(em.unwrap(Connection.class), sql, values, StatisticsRepository::ticked);
  }

  private static Ticked ticked(ResultSet row) throws SQLException {
    String basis = row.getString("b");
    return new Ticked(
        row.getObject("w", Integer.class),
        row.getObject("h", Integer.class),
        Rows.day(row, "d"),
        basis == null ? null : Basis.valueOf(basis),
        row.getInt("gs") == 0,
        row.getString("st"),
        tally(row));
  }

  /** A member's report that is not of the reader's own company: fewer than five may tell on it. */
  private static String other(Reader reader) {
    return reader.companyId() == null
        ? "(i.source = 'MEMBER')"
        : "(i.source = 'MEMBER' and i.company_id is distinct from " + reader.companyId() + ")";
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(row.getLong("n"), row.getLong("o"));
  }
}
