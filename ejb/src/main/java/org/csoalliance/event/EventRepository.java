package org.csoalliance.event;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.sql.Rows;

/** Changes events and what of them can be full. */
@Dependent
public class EventRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EventRepository() {}

  /** For tests. */
  public EventRepository(EntityManager em) {
    this.em = em;
  }

  /** An event whose row is locked until the end of the transaction. */
  record Locked(
      long id,
      String slug,
      String title,
      EventStatus status,
      Set<Long> organisers,
      Integer capacity,
      int version) {}

  /** How an event stands in the calendars of those who come. */
  record Stands(EventMoved.Before before, int sequence) {}

  /** The place, time and title of an event as they are now, with the count of its entry. */
  Stands stands(long id) {
    return Rows.first(
            connection(),
            "select title, starts_at, ends_at, zone, city, venue, sequence from event where id = ?",
            List.of(id),
            row ->
                new Stands(
                    new EventMoved.Before(
                        row.getString("title"),
                        Rows.time(row, "starts_at"),
                        Rows.time(row, "ends_at"),
                        row.getString("zone"),
                        row.getString("city"),
                        row.getString("venue")),
                    row.getInt("sequence")))
        .orElseThrow();
  }

  /** The columns of what an organiser describes, in one place for keeping and changing. */
  private static Map<String, Object> columns(NewEvent event) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("title", event.about().title());
    columns.put("series", event.about().series());
    columns.put("summary", event.about().summary());
    columns.put("text", event.about().text());
    columns.put("before_text", event.about().before());
    columns.put("organisers", event.about().organisers());
    columns.put("languages", event.about().languages());
    columns.put("starts_at", event.place().startsAt());
    columns.put("ends_at", event.place().endsAt());
    columns.put("zone", event.place().zone());
    columns.put("city", event.place().city());
    columns.put("venue", event.place().venue());
    columns.put("venue_hidden", event.place().venueHidden());
    columns.put("mode", event.place().mode());
    columns.put("remote_link", event.place().remoteLink());
    columns.put("approval", event.seats().approval());
    columns.put("company_cap", event.seats().companyCap());
    columns.put("waiting_list", event.seats().waitingList());
    columns.put("offer_hours", event.seats().offerHours());
    columns.put("quiet_from", event.seats().quietFrom());
    columns.put("quiet_to", event.seats().quietTo());
    columns.put("opens_at", event.seats().opensAt());
    columns.put("closes_at", event.seats().closesAt());
    columns.put("cancel_until", event.seats().cancelUntil());
    columns.put("draw_at", event.seats().drawAt());
    columns.put("audience", event.room().audience());
    columns.put("rule", event.room().rule());
    columns.put("tlp", event.room().tlp());
    return columns;
  }

  /** Keeps a new event and tells its number. */
  long add(String slug, NewEvent event, EventStatus status, Long organiserId, Instant now) {
    Map<String, Object> columns = columns(event);
    columns.put("slug", slug);
    columns.put("status", status);
    columns.put("organiser_id", organiserId);
    columns.put("created_at", now);
    columns.put("updated_at", now);
    long id =
        Rows.first(
                connection(),
                "insert into event ("
                    + String.join(", ", columns.keySet())
                    + ") values ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?"))
                    + ") returning id",
                new ArrayList<>(columns.values()),
                row -> row.getLong(1))
            .orElseThrow();
    addQuota(id, EventQuota.Kind.EVENT, "", event.seats().capacity(), 0);
    Rows.change(
        connection(),
        "insert into event_duty (event_id, account_id, duty, given_at) values (?, ?, 'ORGANISER', ?)",
        id,
        organiserId,
        now);
    return id;
  }

  /** The event, locked, so that changes of one event follow each other. */
  Optional<Locked> lock(String slug) {
    return Rows.first(
        connection(),
        "select e.id, e.slug, e.title, e.status, e.version, q.capacity, "
            + EventDutyRepository.ORGANISERS
            + " from event e join event_quota q on q.event_id = e.id and q.kind = 'EVENT'"
            + " where e.slug = ? for update of e",
        List.of(slug),
        EventRepository::locked);
  }

  /** Writes the event anew; the calendar entry counts on where place, time or title change. */
  void change(long id, NewEvent event, Instant now) {
    Map<String, Object> columns = columns(event);
    List<Object> values =
        new ArrayList<>(
            Arrays.asList(
                event.place().startsAt(),
                event.place().endsAt(),
                event.place().zone(),
                event.place().city(),
                event.place().venue(),
                event.about().title()));
    values.addAll(columns.values());
    values.add(now);
    values.add(id);
    Rows.change(
        connection(),
        "update event set sequence = sequence + case when (starts_at, ends_at, zone, city, venue,"
            + " title) is distinct from (?, ?, ?, ?, ?, ?) then 1 else 0 end, "
            + String.join(" = ?, ", columns.keySet())
            + " = ?, updated_at = ?, version = version + 1 where id = ?",
        values);
  }

  /**
   * The quotas of an event, locked in the order of their numbers, so that nobody waits in a ring.
   */
  List<EventQuota> lockQuotas(long eventId) {
    return Rows.list(
        connection(),
        "select id, kind, name, capacity, taken from event_quota where event_id = ? order by id"
            + " for update",
        List.of(eventId),
        EventRepository::quota);
  }

  /** Adds something that can be full. */
  long addQuota(long eventId, EventQuota.Kind kind, String name, Integer capacity, int place) {
    return Rows.first(
            connection(),
            "insert into event_quota (event_id, kind, name, capacity, place) values (?, ?, ?, ?, ?)"
                + " returning id",
            Arrays.asList(eventId, kind, name, capacity, place),
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** Takes something away that can be full; the database refuses it while a seat of it is taken. */
  void removeQuota(long quotaId) {
    Rows.change(connection(), "delete from event_quota where id = ?", quotaId);
  }

  /** Changes how many seats there are; the database refuses fewer than are taken. */
  void capacity(long quotaId, Integer capacity) {
    Rows.change(
        connection(),
        "update event_quota set capacity = ? where id = ?",
        Arrays.asList(capacity, quotaId));
  }

  /** Notes that something of the event changed; what others have open does not go stale by it. */
  void touch(long id, Instant now) {
    Rows.change(connection(), "update event set updated_at = ? where id = ?", now, id);
  }

  /** Makes a draft one to copy from, or a draft again; tells whether it is a draft at all. */
  boolean template(long id, boolean template, Instant now) {
    return Rows.change(
            connection(),
            "update event set template = ?, updated_at = ?, version = version + 1 where id = ? and"
                + " status = 'DRAFT'",
            template,
            now,
            id)
        == 1;
  }

  /** Moves the event on; the calendar entry of one that is called off counts on. */
  void status(long id, EventStatus to, String reason, Instant now) {
    Rows.change(
        connection(),
        "update event set status = ?, status_reason = ?, updated_at = ?, version = version + 1,"
            + " sequence = sequence + case when ? = 'CANCELLED' then 1 else 0 end where id = ?",
        List.of(to, reason, now, to.name(), id));
  }

  /**
   * The parts of addresses that events have, of those that begin like this one.
   *
   * @param slug small letters, digits and hyphens
   */
  List<String> slugs(String slug) {
    return Rows.list(
        connection(),
        "select slug from event where slug = ? or slug like ?",
        List.of(slug, slug + "-%"),
        row -> row.getString(1));
  }

  /** Lets one maker of events at a time pass, so that two of one title get two addresses. */
  void lockTitles() {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?) as text)",
        List.of(0x0A11_1A9C_E000_2000L),
        row -> row.getString(1));
  }

  static EventQuota quota(ResultSet row) throws SQLException {
    return new EventQuota(
        row.getLong("id"),
        EventQuota.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getObject("capacity", Integer.class),
        row.getInt("taken"));
  }

  private static Locked locked(ResultSet row) throws SQLException {
    return new Locked(
        row.getLong("id"),
        row.getString("slug"),
        row.getString("title"),
        EventStatus.valueOf(row.getString("status")),
        EventDutyRepository.organisers(row),
        row.getObject("capacity", Integer.class),
        row.getInt("version"));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
