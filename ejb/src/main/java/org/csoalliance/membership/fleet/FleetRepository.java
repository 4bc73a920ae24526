package org.csoalliance.membership.fleet;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.list;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.sql.Rows;

/** The ships of companies in the database. */
@Dependent
public class FleetRepository {
  /** The names of those who answer for a ship aliased {@code p}. */
  private static final String ANSWERS =
      " left join lateral (select"
          + " string_agg(a.name, ', ' order by a.name) filter (where s.capacity = 'PRIMARY') as pri,"
          + " string_agg(a.name, ', ' order by a.name) filter (where s.capacity = 'ALTERNATE')"
          + " as alt, coalesce(bool_or(s.account_id = ?), false) as mine"
          + " from service_ship ss join company_service s on s.id = ss.service_id"
          + " join account a on a.id = s.account_id where ss.imo = p.imo and ss.to_day is null"
          + " and s.to_day is null and s.company_id = p.company_id) n on true";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public FleetRepository() {}

  /** For tests. */
  public FleetRepository(EntityManager em) {
    this.em = em;
  }

  /** A page of a company's fleet, in one statement; a page past the end is empty. */
  FleetPage page(long companyId, long readerId, FleetQuery query) {
    List<Object> values = new ArrayList<>(List.of(companyId));
    StringBuilder where = new StringBuilder();
    if (!query.text().isBlank()) {
      where.append(" and (sh.name ilike ? or sh.imo like ?)");
      values.add(Rows.anywhere(query.text()));
      values.add(Rows.anywhere(query.text().replaceFirst("(?i)^\\s*imo", "")));
    }
    if (query.type() != null) {
      where.append(" and sh.type = ?");
      values.add(query.type());
    }
    if (query.unanswered()) {
      where.append(
          " and not exists (select 1 from service_ship ss join company_service s"
              + " on s.id = ss.service_id where ss.imo = sh.imo and ss.to_day is null"
              + " and s.to_day is null and s.company_id = sh.company_id)");
    }
    values.add((long) (query.page() - 1) * FleetQuery.SIZE);
    values.add(companyId);
    values.add(readerId);
    long[] counts = new long[2];
    List<FleetShip> items = new ArrayList<>();
    list(
        connection(),
        "with chosen as (select sh.*, count(*) over () as total from ship sh"
            + " where sh.company_id = ?"
            + where
            + " order by "
            + query.sort().sql()
            + " limit "
            + FleetQuery.SIZE
            + " offset ?)"
            + " select f.fleet, p.*, n.*, (select count(*) from ship_claim c where c.imo = p.imo"
            + " and c.state = 'OPEN') as claims"
            + " from (select count(*) as fleet from ship where company_id = ?) f"
            + " left join chosen p on true"
            + ANSWERS
            + " order by "
            + query.sort().sql(),
        row -> {
          counts[0] = row.getLong("total");
          counts[1] = row.getLong("fleet");
          if (row.getString("imo") != null) {
            items.add(
                new FleetShip(
                    row.getString("imo"),
                    row.getString("name"),
                    ShipType.valueOf(row.getString("type")),
                    text(row.getString("flag")),
                    text(row.getString("pri")),
                    text(row.getString("alt")),
                    row.getBoolean("mine"),
                    row.getLong("claims")));
          }
          return null;
        },
        values.toArray());
    return new FleetPage(items, counts[0], counts[1], query.page());
  }

  /** A whole fleet by name, for the export. */
  List<FleetShip> all(long companyId, long readerId) {
    return list(
        connection(),
        "select p.*, n.* from ship p" + ANSWERS + " where p.company_id = ? order by p.name, p.imo",
        row ->
            new FleetShip(
                row.getString("imo"),
                row.getString("name"),
                ShipType.valueOf(row.getString("type")),
                text(row.getString("flag")),
                text(row.getString("pri")),
                text(row.getString("alt")),
                row.getBoolean("mine"),
                0),
        readerId,
        companyId);
  }

  /** The ships of those numbers that are known. */
  List<KnownShip> known(long companyId, Collection<String> imos) {
    return list(
        connection(),
        "select imo, name, type, flag, company_id is not null as held,"
            + " coalesce(company_id = ?, false) as mine from ship where imo = any(?)",
        row ->
            new KnownShip(
                row.getString("imo"),
                row.getString("name"),
                ShipType.valueOf(row.getString("type")),
                row.getString("flag"),
                row.getBoolean("held"),
                row.getBoolean("mine")),
        companyId,
        imos);
  }

  /** Lets one change of the fleet as a whole at a time. */
  void lock(long companyId) {
    list(connection(), "select id from company where id = ? for update", row -> 1, companyId);
  }

  /**
   * Puts ships into the fleet or changes what is there. Claims of the company on them are settled
   * by it.
   *
   * @return how many it was; a ship that another company holds is left and not counted
   */
  int put(long companyId, List<ShipEntry> ships) {
    List<String> imos = ships.stream().map(ShipEntry::imo).toList();
    int done =
        change(
            connection(),
            "insert into ship (imo, name, type, flag, company_id)"
                + " select n.imo, n.name, coalesce(nullif(n.type, ''), 'OTHER'),"
                + " nullif(n.flag, ''), ? from unnest(?, ?, ?, ?) n (imo, name, type, flag)"
                + " on conflict (imo) do update set name = excluded.name, flag = excluded.flag,"
                + " type = excluded.type, company_id = excluded.company_id"
                + " where ship.company_id is null or ship.company_id = excluded.company_id",
            companyId,
            imos,
            ships.stream().map(ShipEntry::name).toList(),
            ships.stream().map(ship -> ship.type() == null ? "" : ship.type().name()).toList(),
            ships.stream().map(ship -> text(ship.flag())).toList());
    change(
        connection(),
        "update ship_claim set state = 'WITHDRAWN', settled_at = now(), reason = 'In the fleet'"
            + " where state = 'OPEN' and company_id = ? and imo = any(?) and exists"
            + " (select 1 from ship s where s.imo = ship_claim.imo"
            + " and s.company_id = ship_claim.company_id)",
        companyId,
        imos);
    return done;
  }

  /** Takes ships out of the fleet; whoever of the company answered for one does so to the day. */
  int takeOut(long companyId, Collection<String> imos, LocalDate lastDay) {
    endAnswers(companyId, imos, lastDay);
    return change(
        connection(),
        "update ship set company_id = null where company_id = ? and imo = any(?)",
        companyId,
        imos);
  }

  /** The numbers of the fleet that are not among the given. */
  List<String> others(long companyId, Collection<String> imos) {
    return list(
        connection(),
        "select imo from ship where company_id = ? and imo <> all(?) order by imo",
        row -> row.getString(1),
        companyId,
        imos);
  }

  /** Moves a ship from the company that holds it to another. */
  void move(String imo, long toCompany, LocalDate lastDay) {
    change(
        connection(),
        "update service_ship ss set to_day = greatest(ss.from_day, ?) from company_service s"
            + " where s.id = ss.service_id and s.company_id <> ? and ss.imo = ?"
            + " and ss.to_day is null",
        lastDay,
        toCompany,
        imo);
    change(connection(), "update ship set company_id = ? where imo = ?", toCompany, imo);
  }

  /** Ends the answer of one service for a ship. */
  int release(long serviceId, String imo, LocalDate lastDay) {
    return change(
        connection(),
        "update service_ship set to_day = greatest(from_day, ?) where service_id = ? and imo = ?"
            + " and to_day is null",
        lastDay,
        serviceId,
        imo);
  }

  /** Puts ships under a service from a day on; those that are there stay as they are. */
  void answer(long serviceId, Collection<String> imos, LocalDate fromDay) {
    change(
        connection(),
        "insert into service_ship (service_id, imo, from_day) select ?, n.imo, ?"
            + " from unnest(?) n (imo) where not exists (select 1 from service_ship x"
            + " where x.service_id = ? and x.imo = n.imo and x.to_day is null)"
            + " on conflict (service_id, imo, from_day) do update set to_day = null",
        serviceId,
        fromDay,
        imos,
        serviceId);
  }

  Optional<KnownShip> find(long companyId, String imo) {
    return known(companyId, List.of(imo)).stream().findFirst();
  }

  private void endAnswers(long companyId, Collection<String> imos, LocalDate lastDay) {
    change(
        connection(),
        "update service_ship ss set to_day = greatest(ss.from_day, ?) from company_service s"
            + " where s.id = ss.service_id and s.company_id = ? and ss.imo = any(?)"
            + " and ss.to_day is null",
        lastDay,
        companyId,
        imos);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private Connection connection() {
    em.flush();
    return em.unwrap(Connection.class);
  }
}
