package org.csoalliance.membership.coverage;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.day;
import static org.csoalliance.platform.sql.Rows.list;
import static org.csoalliance.platform.sql.Rows.time;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.security.Reader;

/** Counts covered ships, and keeps how many there are. */
@Dependent
public class CoverageRepository {
  private static final String BAND =
      Arrays.stream(FleetBand.values())
          .sorted((a, b) -> b.least() - a.least())
          .map(band -> "when f.ships >= " + band.least() + " then '" + band + "'")
          .collect(Collectors.joining(" ", "case ", " end"));

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public CoverageRepository() {}

  /** For tests. */
  public CoverageRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * A day to count on.
   *
   * @param at the moment that decides: the last one of the day, or now
   */
  record Moment(LocalDate day, Instant at) {}

  /**
   * Ships that an active member answers for at the end of each day, each once: two officers or two
   * companies make no second ship of it. A service counts from its first day, and on its last no
   * more; so whoever leaves takes their ships with them at once. A ship for which two companies
   * answer is in the fleet of the one that holds it. One statement.
   *
   * @param chosen counted on every day
   * @param rest counted on the last day alone
   */
  List<Covered> covered(List<Moment> days, Sector chosen, Collection<Sector> rest) {
    List<ShipType> types =
        Arrays.stream(ShipType.values())
            .filter(type -> type.sector() == chosen || rest.contains(type.sector()))
            .toList();
    return list(
        em.unwrap(Connection.class),
        """
        with days as (
          select * from unnest(cast(? as date[]), cast(? as timestamptz[])) d (day, at)),
        kind as (select * from unnest(?, ?) k (type, sector)),
        ships as (
          select d.day, ss.imo, k.sector, coalesce(
                 max(s.company_id) filter (where s.company_id = h.company_id),
                 max(s.company_id)) as company_id
            from days d
            join service_ship ss on ss.from_day <= d.day
             and (ss.to_day is null or ss.to_day > d.day)
            join company_service s on s.id = ss.service_id and s.from_day <= d.day
             and (s.to_day is null or s.to_day > d.day)
            join account a on a.id = s.account_id
            join ship h on h.imo = ss.imo
            join kind k on k.type = h.type
           where (k.sector = ? or d.day = (select max(day) from days))
             and (s.to_day is not null
                  or (a.state = 'ACTIVE' and (a.attest_by is null or d.day <= a.attest_by + 30)
                      and exists (select 1 from account_role r
                                   where r.account_id = a.id and r.role = 'MEMBER')))
             and not exists (select 1 from account_suspension x
                              where x.account_id = a.id and x.from_at <= d.at
                                and (x.to_at is null or x.to_at > d.at))
           group by 1, 2, 3),
        fleet as (select day, sector, company_id, count(*) as ships from ships group by 1, 2, 3)
        select f.day, f.sector, """
            + " "
            + BAND
            + " as band, sum(f.ships) as ships, count(*) as companies"
            + " from fleet f group by 1, 2, 3",
        row ->
            new Covered(
                day(row, "day"),
                Sector.valueOf(row.getString("sector")),
                FleetBand.valueOf(row.getString("band")),
                row.getInt("ships"),
                row.getInt("companies")),
        days.stream().map(moment -> moment.day().toString()).toList(),
        days.stream().map(moment -> moment.at().toString()).toList(),
        types.stream().map(Enum::name).toList(),
        types.stream().map(type -> type.sector().name()).toList(),
        chosen);
  }

  /** Every denominator, the latest first; one statement. */
  List<Denominator> denominators() {
    return new ArrayList<>(
        list(
            em.unwrap(Connection.class),
            "select * from coverage_denominator order by as_of desc, id desc",
            row ->
                new Denominator(
                    row.getLong("id"),
                    Sector.valueOf(row.getString("sector")),
                    FleetBand.of(row.getString("band")).orElse(null),
                    row.getInt("ships"),
                    day(row, "as_of"),
                    row.getString("source"),
                    row.getString("by_name"),
                    time(row, "at"),
                    time(row, "withdrawn_at"),
                    row.getString("withdrawn_name"))));
  }

  void add(NewDenominator denominator, Reader by, Instant now) {
    change(
        em.unwrap(Connection.class),
        "insert into coverage_denominator (sector, band, ships, as_of, source, by_id, by_name, at)"
            + " values (?, ?, ?, ?, ?, cast(? as bigint), ?, ?)",
        denominator.sector(),
        denominator.band() == null ? null : denominator.band().words(),
        denominator.ships(),
        denominator.asOf(),
        denominator.source(),
        by.accountId(),
        by.name(),
        now);
  }

  /** Takes a denominator out of the count; false when none of that number counts. */
  boolean withdraw(long id, Reader by, Instant now) {
    return change(
            em.unwrap(Connection.class),
            "update coverage_denominator set withdrawn_at = ?, withdrawn_id = ?,"
                + " withdrawn_name = ? where id = ? and withdrawn_at is null",
            now,
            by.accountId(),
            by.name(),
            id)
        > 0;
  }
}
