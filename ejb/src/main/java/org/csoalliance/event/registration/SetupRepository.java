package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.event.Price;
import org.csoalliance.platform.sql.Rows;

/** Keeps the categories of an event and its rules for registering. */
@Dependent
public class SetupRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public SetupRepository() {}

  /** For tests. */
  public SetupRepository(EntityManager em) {
    this.em = em;
  }

  List<RegistrationSetup.Category> categories(long eventId) {
    return Rows.list(
        connection(),
        "select q.id, q.name, q.capacity, q.taken, coalesce(c.price, 0) as price,"
            + " coalesce(c.currency, 'EUR') as currency, coalesce(c.guests, false) as guests from"
            + " event_quota q left join event_category c on c.quota_id = q.id where q.event_id = ?"
            + " and q.kind = 'CATEGORY' order by q.place, q.id",
        row ->
            new RegistrationSetup.Category(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("capacity", Integer.class),
                row.getInt("taken"),
                new Price(row.getBigDecimal("price"), row.getString("currency").strip()),
                row.getBoolean("guests")),
        eventId);
  }

  /**
   * How categories and codes stand.
   *
   * @param codes that open the registration now
   * @param together seats of all categories; null: one of them has no limit, or there is none
   */
  record Standing(boolean byCode, int codes, int categories, int forGuests, Integer together) {}

  Standing standing(long eventId) {
    return Rows.list(
            connection(),
            "select coalesce((select u.by_code from event_rules u where u.event_id = ?), false) as"
                + " by_code, (select count(*) from event_code k where k.event_id = ? and not"
                + " k.withdrawn and k.used < k.uses and (k.expires_at is null or k.expires_at >"
                + " now())) as codes, count(*) as categories, count(*) filter (where c.guests) as"
                + " guests, case when count(*) > 0 and bool_and(q.capacity is not null) then"
                + " sum(q.capacity) end as together from event_quota q left join event_category c"
                + " on c.quota_id = q.id where q.event_id = ? and q.kind = 'CATEGORY'",
            row ->
                new Standing(
                    row.getBoolean("by_code"),
                    row.getInt("codes"),
                    row.getInt("categories"),
                    row.getInt("guests"),
                    row.getObject("together") == null ? null : (Integer) row.getInt("together")),
            eventId,
            eventId,
            eventId)
        .get(0);
  }

  /** Adds a category at the end. */
  long add(long eventId, String name, Integer capacity) {
    return Rows.list(
            connection(),
            "insert into event_quota (event_id, kind, name, capacity, place) values (?, 'CATEGORY',"
                + " ?, ?, (select coalesce(max(place), 0) + 1 from event_quota where event_id = ?"
                + " and kind = 'CATEGORY')) returning id",
            row -> row.getLong(1),
            eventId,
            name,
            capacity,
            eventId)
        .get(0);
  }

  /** Copies categories with their prices, and the rules of registering, but no code and no draw. */
  void copy(long from, long to) {
    Rows.change(
        connection(),
        "with made as (insert into event_quota (event_id, kind, name, capacity, place) select ?,"
            + " kind, name, capacity, place from event_quota where event_id = ? and kind ="
            + " 'CATEGORY' returning id, name) insert into event_category (quota_id, price,"
            + " currency, guests) select made.id, c.price, c.currency, c.guests from made join"
            + " event_quota q on q.event_id = ? and q.kind = 'CATEGORY' and q.name = made.name join"
            + " event_category c on c.quota_id = q.id",
        to,
        from,
        from);
    Rows.change(
        connection(),
        "insert into event_rules (event_id, by_code, hold, approve_changes, approve_transfers,"
            + " form_minutes) select ?, by_code, hold, approve_changes, approve_transfers,"
            + " form_minutes from event_rules where event_id = ? on conflict do nothing",
        to,
        from);
  }

  void change(long quotaId, String name, Integer capacity) {
    Rows.change(
        connection(),
        "update event_quota set name = ?, capacity = ? where id = ?",
        Arrays.asList(name, capacity, quotaId));
  }

  /** Price and audience; whoever registered before keeps the price that was shown. */
  void price(long quotaId, BigDecimal price, String currency, boolean guests) {
    Rows.change(
        connection(),
        "insert into event_category (quota_id, price, currency, guests) values (?, ?, ?, ?) on"
            + " conflict (quota_id) do update set price = excluded.price, currency ="
            + " excluded.currency, guests = excluded.guests",
        quotaId,
        price,
        currency,
        guests);
  }

  /** Whether anybody ever registered in the category. */
  boolean used(long quotaId) {
    return !Rows.list(
            connection(),
            "select 1 from registration where category_id = ? limit 1",
            row -> row.getInt(1),
            quotaId)
        .isEmpty();
  }

  void remove(long quotaId) {
    Rows.change(connection(), "delete from event_quota where id = ?", quotaId);
  }

  /** The rules as they stand, with what is known of a draw. */
  record Kept(RegistrationSetup.Wanted rules, String seed, Instant drawnAt) {}

  Optional<Kept> rules(long eventId) {
    return Rows.list(
            connection(),
            "select * from event_rules where event_id = ?",
            row ->
                new Kept(
                    new RegistrationSetup.Wanted(
                        row.getBoolean("by_code"),
                        row.getBoolean("hold"),
                        row.getBoolean("approve_changes"),
                        row.getBoolean("approve_transfers"),
                        row.getObject("form_minutes", Integer.class)),
                    row.getString("draw_seed"),
                    Rows.time(row, "drawn_at")),
            eventId)
        .stream()
        .findFirst();
  }

  /** Keeps the rules; what belongs to a draw stays as it is. */
  void rules(long eventId, RegistrationSetup.Wanted wanted) {
    Rows.change(
        connection(),
        "insert into event_rules (event_id, by_code, hold, approve_changes, approve_transfers,"
            + " form_minutes) values (?, ?, ?, ?, ?, ?) on conflict (event_id) do update set by_code"
            + " = excluded.by_code, hold = excluded.hold, approve_changes ="
            + " excluded.approve_changes, approve_transfers = excluded.approve_transfers,"
            + " form_minutes = excluded.form_minutes",
        Arrays.asList(
            eventId,
            wanted.byCode(),
            wanted.hold(),
            wanted.approveChanges(),
            wanted.approveTransfers(),
            wanted.formMinutes()));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
