package org.csoalliance.membership.fleet;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.list;
import static org.csoalliance.platform.sql.Rows.time;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;

/** Claims on ships in the database. */
@Dependent
public class ClaimRepository {
  private static final String CLAIM =
      "select k.id, k.imo, sh.name as ship_name, k.by_id, k.by_name, k.company_id,"
          + " c.name as company_name, sh.company_id as holder_id,"
          + " coalesce(h.name, '') as holder_name, k.evidence, k.made_at"
          + " from ship_claim k join ship sh on sh.imo = k.imo join company c on c.id = k.company_id"
          + " left join company h on h.id = sh.company_id where k.state = 'OPEN'";

  private static final int MOST = 200;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ClaimRepository() {}

  /** For tests. */
  public ClaimRepository(EntityManager em) {
    this.em = em;
  }

  /** Somebody who is told about a claim. */
  record Contact(long accountId, String email) {}

  /** Open claims that a company made or that are made on its fleet, the oldest first. */
  List<ShipClaim> of(long companyId) {
    return list(
        connection(),
        CLAIM
            + " and (k.company_id = ? or sh.company_id = ?) order by k.made_at, k.id limit "
            + MOST,
        ClaimRepository::claim,
        companyId,
        companyId);
  }

  /** All open claims, the oldest first. */
  List<ShipClaim> open() {
    return list(
        connection(), CLAIM + " order by k.made_at, k.id limit " + MOST, ClaimRepository::claim);
  }

  /** An open claim; nobody else settles it until the end of the transaction. */
  Optional<ShipClaim> locked(long id) {
    return list(
            connection(), CLAIM + " and k.id = ? for update of k, sh", ClaimRepository::claim, id)
        .stream()
        .findFirst();
  }

  /**
   * Keeps a claim.
   *
   * @return whether there was none of the company on the ship
   */
  boolean add(String imo, long companyId, Reader by, String evidence, Instant now) {
    return change(
            connection(),
            "insert into ship_claim (imo, company_id, by_id, by_name, evidence, made_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            imo,
            companyId,
            by.accountId(),
            by.name(),
            evidence,
            now)
        > 0;
  }

  /** Settles an open claim. */
  void settle(long id, String state, Reader by, String reason, Instant now) {
    change(
        connection(),
        "update ship_claim set state = ?, settled_at = ?, settled_id = ?, settled_name = ?,"
            + " reason = ? where id = ? and state = 'OPEN'",
        state,
        now,
        by.accountId(),
        by.name(),
        reason,
        id);
  }

  /** The service that goes on of a person in a company, if any. */
  Optional<Long> service(Long accountId, long companyId) {
    return accountId == null
        ? Optional.empty()
        : list(
                connection(),
                "select id from company_service where account_id = ? and company_id = ?"
                    + " and to_day is null",
                row -> row.getLong(1),
                accountId,
                companyId)
            .stream()
            .findFirst();
  }

  /** Who serves a company and can be mailed. */
  List<Contact> officers(long companyId) {
    return list(
        connection(),
        "select a.id, a.email from company_service s join account a on a.id = s.account_id"
            + " where s.company_id = ? and s.to_day is null and a.state = 'ACTIVE' order by a.id",
        row -> new Contact(row.getLong(1), row.getString(2)),
        companyId);
  }

  private Connection connection() {
    em.flush();
    return em.unwrap(Connection.class);
  }

  private static ShipClaim claim(ResultSet row) throws SQLException {
    return new ShipClaim(
        row.getLong("id"),
        row.getString("imo"),
        row.getString("ship_name"),
        row.getObject("by_id", Long.class),
        row.getString("by_name"),
        row.getLong("company_id"),
        row.getString("company_name"),
        row.getObject("holder_id", Long.class),
        row.getString("holder_name"),
        row.getString("evidence"),
        time(row, "made_at"));
  }
}
