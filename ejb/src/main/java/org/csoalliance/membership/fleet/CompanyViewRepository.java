package org.csoalliance.membership.fleet;

import static org.csoalliance.platform.sql.Rows.day;
import static org.csoalliance.platform.sql.Rows.list;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Sector;

/** Reads a company with those who serve it. */
@Dependent
public class CompanyViewRepository {
  private static final int MOST_FORMER = 50;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public CompanyViewRepository() {}

  /** For tests. */
  public CompanyViewRepository(EntityManager em) {
    this.em = em;
  }

  /** The company, in two statements. */
  Optional<CompanyView> find(long companyId, long readerId) {
    List<CompanyView.Officer> officers = officers(companyId, readerId);
    return list(
            em.unwrap(Connection.class),
            "select c.name, c.imo_number, c.country, c.sector,"
                + " (select count(*) from ship s where s.company_id = c.id) as ships"
                + " from company c where c.id = ?",
            row ->
                new CompanyView(
                    row.getString("name"),
                    row.getString("imo_number"),
                    row.getString("country"),
                    Sector.valueOf(row.getString("sector")),
                    row.getLong("ships"),
                    officers),
            companyId)
        .stream()
        .findFirst();
  }

  private List<CompanyView.Officer> officers(long companyId, long readerId) {
    return list(
        em.unwrap(Connection.class),
        "select a.name, a.id = ? as mine, s.capacity, s.from_day, s.to_day, n.ships, n.names"
            + " from company_service s join account a on a.id = s.account_id"
            + " left join lateral (select count(*) as ships,"
            + " string_agg(x.name, ', ' order by x.name) filter (where x.place <= 5) as names"
            + " from (select sh.name, row_number() over (order by sh.name) as place"
            + " from service_ship ss join ship sh on sh.imo = ss.imo"
            + " where ss.service_id = s.id and ss.to_day is not distinct from s.to_day) x) n on true"
            + " where s.company_id = ? order by s.to_day is not null, s.to_day desc,"
            + " s.capacity desc, a.name limit "
            + (MOST_FORMER + 100),
        row ->
            new CompanyView.Officer(
                row.getString("name"),
                Capacity.valueOf(row.getString("capacity")),
                day(row, "from_day"),
                day(row, "to_day"),
                row.getLong("ships"),
                row.getString("names") == null ? "" : row.getString("names"),
                row.getBoolean("mine")),
        readerId,
        companyId);
  }
}
