package org.csoalliance.event;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;

/** Events for tests. */
public final class MadeEvents {
  /** When the tests take place. */
  public static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

  /** The clock of the tests. */
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private MadeEvents() {}

  /** A workshop in Piraeus in two months. */
  public static NewEvent workshop(String title, Integer capacity) {
    return new NewEvent(
        new NewEvent.About(
            title,
            "Cyber workshops",
            "Two days on what ships are attacked with.",
            "Bring a case of your own.",
            "",
            "The alliance",
            "English"),
        new NewEvent.Place(
            Instant.parse("2027-01-20T07:00:00Z"),
            Instant.parse("2027-01-21T15:00:00Z"),
            "Europe/Athens",
            "Piraeus",
            "Harbour hall, Akti Miaouli 10",
            true,
            AttendanceMode.IN_PERSON,
            ""),
        NewEvent.Seats.of(capacity),
        new NewEvent.Room(EventAudience.MEMBERS, RoomRule.CHATHAM_HOUSE, Tlp.GREEN));
  }

  /** A row of an open event with so many seats; its quota bears the same number. */
  public static void open(Database database, long id, long organiser, Integer capacity) {
    database.sql(
        "insert into event (id, slug, title, organiser_id, city, starts_at, ends_at, zone,"
            + " audience, status, created_at, updated_at) values (%1$d, 'event-%1$d', 'Event %1$d',"
                .formatted(id)
            + " %d, 'Piraeus', timestamptz '2027-01-20T07:00Z', timestamptz '2027-01-21T15:00Z',"
                .formatted(organiser)
            + " 'Europe/Athens', 'MEMBERS', 'OPEN', now(), now())",
        "insert into event_quota (id, event_id, kind, name, capacity) values (%1$d, %1$d, 'EVENT',"
                .formatted(id)
            + " '', "
            + capacity
            + ")");
    duty(database, id, organiser, EventDuty.ORGANISER);
  }

  /** Somebody does something at the event. */
  public static void duty(Database database, long event, long account, EventDuty duty) {
    database.sql(
        "insert into event_duty (event_id, account_id, duty, given_at) values (%d, %d, '%s', now())"
            .formatted(event, account, duty));
  }

  /** Another thing of the event that can be full. */
  public static void quota(
      Database database, long id, long event, EventQuota.Kind kind, String name, Integer capacity) {
    database.sql(
        "insert into event_quota (id, event_id, kind, name, capacity) values (%d, %d, '%s', '%s', %s)"
            .formatted(id, event, kind, name, capacity));
  }

  /** Events that were fired. */
  @SuppressWarnings("unchecked")
  public static Event<Object> events(List<Object> fired) {
    return (Event<Object>)
        Proxy.newProxyInstance(
            MadeEvents.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> {
              fired.add(arguments[0]);
              return null;
            });
  }

  /** Nobody listens. */
  public static Event<Object> unheard() {
    return events(new ArrayList<>());
  }
}
