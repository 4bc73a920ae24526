package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.List;
import org.csoalliance.platform.sql.Rows;

/** Reads what the pages about registrations show beside the registration itself. */
@Dependent
public class RegistrationPageRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public RegistrationPageRepository() {}

  /** For tests. */
  public RegistrationPageRepository(EntityManager em) {
    this.em = em;
  }

  /** How many wait for a seat. */
  int waiting(long eventId) {
    return Rows.list(
            connection(),
            "select count(*) from registration where event_id = ? and state = 'WAITLISTED'",
            row -> row.getInt(1),
            eventId)
        .get(0);
  }

  /** What happened, the newest first. */
  List<RegistrationDetail.Step> history(long id) {
    return Rows.list(
        connection(),
        "select at, what, reason, actor_name from registration_change where registration_id = ?"
            + " order by at desc, id desc limit 100",
        row ->
            new RegistrationDetail.Step(
                Rows.time(row, "at"),
                row.getString("what"),
                row.getString("reason"),
                row.getString("actor_name")),
        id);
  }

  /** Who made it for somebody else; empty when nobody did. */
  String by(long id) {
    return Rows.list(
            connection(),
            "select a.name from registration r join account a on a.id = r.by_id where r.id = ? and"
                + " r.by_id is distinct from r.account_id",
            row -> row.getString(1),
            id)
        .stream()
        .findFirst()
        .orElse("");
  }

  /** The account's registrations and those that it made for others, the next event first. */
  List<MyRegistration> mine(long accountId) {
    return Rows.list(
        connection(),
        "select r.id, e.slug, e.title, e.city, e.starts_at, e.ends_at, e.zone, r.state,"
            + " r.offer_until, case when r.account_id is distinct from ? then r.name end as name"
            + " from registration r join event e on e.id = r.event_id where r.account_id = ? or"
            + " (r.by_id = ? and not exists (select 1 from"
            + " event_duty d where d.event_id = e.id and d.account_id = ? and d.duty = 'ORGANISER')) order by e.starts_at, r.id"
            + " limit 1000",
        row ->
            new MyRegistration(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("city"),
                Rows.time(row, "starts_at"),
                Rows.time(row, "ends_at"),
                row.getString("zone"),
                RegistrationState.valueOf(row.getString("state")),
                Rows.time(row, "offer_until"),
                row.getString("name")),
        accountId,
        accountId,
        accountId,
        accountId);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
