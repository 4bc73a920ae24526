package org.csoalliance.event.calendar;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.sql.Rows;

/** Reads events as entries of a calendar, and keeps the secret addresses of feeds. */
@Dependent
public class EventCalendarRepository {
  private static final String COLUMNS =
      "e.slug, e.title, e.summary, e.city, e.venue, e.venue_hidden, e.mode, e.remote_link,"
          + " e.starts_at, e.ends_at, e.zone, e.status, e.sequence, e.updated_at";
  private static final String SEAT = "r.state in ('ACCEPTED', 'CONFIRMED', 'ATTENDED', 'NO_SHOW')";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EventCalendarRepository() {}

  /** For tests. */
  public EventCalendarRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * What a person comes to, waits for or asked for, and what of it was called off; nothing for
   * members alone once the person is none. One statement.
   *
   * @return empty when no feed has the token
   */
  Optional<List<CalendarEntry>> ofToken(byte[] tokenHash, Instant since) {
    List<Optional<CalendarEntry>> rows =
        Rows.list(
            connection(),
            "select "
                + COLUMNS
                + ", coalesce("
                + SEAT
                + ", false) as seat, r.id as registration from event_calendar c left join"
                + " account_reader a on a.account_id = c.account_id left join registration r on"
                + " r.account_id = a.account_id and (r.state not in ('CANCELLED', 'DECLINED') or"
                + " (r.state = 'CANCELLED' and exists (select from registration_change h where"
                + " h.registration_id = r.id and h.what = 'CANCELLED' and h.actor_id is null)))"
                + " left join event e on e.id = r.event_id and e.ends_at >= ? and (e.audience <>"
                + " 'MEMBERS' or string_to_array(a.roles, ' ') && array['MEMBER', 'PARTNER',"
                + " 'ORGANISER', 'EDITOR']) and (r.state <> 'CANCELLED' or e.status = 'CANCELLED')"
                + " where c.token_hash = ? order by e.starts_at, e.id",
            List.of(since, tokenHash),
            row ->
                row.getString("slug") == null
                    ? Optional.<CalendarEntry>empty()
                    : Optional.of(entry(row, row.getBoolean("seat"))));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(rows.stream().flatMap(Optional::stream).toList());
  }

  /** One event as those see it who have a seat, or have none; for mails. */
  Optional<CalendarEntry> one(long eventId, boolean seat) {
    return Rows.first(
        connection(),
        "select " + COLUMNS + " from event e where e.id = ?",
        List.of(eventId),
        row -> entry(row, seat));
  }

  /** Gives the person this address, in place of one they had. */
  void keep(long accountId, byte[] tokenHash, Instant now) {
    Rows.change(
        connection(),
        "insert into event_calendar (account_id, token_hash, made_at) values (?, ?, ?) on conflict"
            + " (account_id) do update set token_hash = excluded.token_hash, made_at ="
            + " excluded.made_at",
        accountId,
        tokenHash,
        now);
  }

  /** Ends the address; tells whether there was one. */
  boolean revoke(long accountId) {
    return Rows.change(connection(), "delete from event_calendar where account_id = ?", accountId)
        > 0;
  }

  /** When the person's address was made; empty when there is none. */
  Optional<Instant> made(long accountId) {
    return Rows.first(
        connection(),
        "select made_at from event_calendar where account_id = ?",
        List.of(accountId),
        row -> Rows.time(row, "made_at"));
  }

  private static CalendarEntry entry(ResultSet row, boolean seat) throws SQLException {
    boolean venue = seat || !row.getBoolean("venue_hidden");
    String city = row.getString("city");
    String place =
        venue && !row.getString("venue").isEmpty()
            ? row.getString("venue") + (city.isEmpty() ? "" : ", " + city)
            : city;
    String link = seat ? row.getString("remote_link") : "";
    String text = row.getString("summary") + (link.isEmpty() ? "" : "\n\n" + link);
    return new CalendarEntry(
        row.getString("slug"),
        row.getString("title"),
        text.strip(),
        row.getString("mode").equals("REMOTE") ? "" : place,
        Rows.time(row, "starts_at"),
        Rows.time(row, "ends_at"),
        row.getString("zone"),
        EventStatus.valueOf(row.getString("status")),
        row.getInt("sequence"),
        Rows.time(row, "updated_at"),
        !seat);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
