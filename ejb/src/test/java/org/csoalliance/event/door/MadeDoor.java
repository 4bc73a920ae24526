package org.csoalliance.event.door;

import static org.csoalliance.event.MadeEvents.CLOCK;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.registration.MadeRegistrations;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.file.MadeSeal;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.testing.Database;

/** The door for tests. */
final class MadeDoor {
  private MadeDoor() {}

  static TicketKeys keys(EntityManager em) {
    return new TicketKeys(new TicketKeyRepository(em), MadeSeal.files(em, CLOCK), CLOCK);
  }

  static DoorService service(EntityManager em, Reader reader, Clock clock) {
    DoorRepository doors = new DoorRepository(em);
    return new DoorService(
        doors,
        new DoorListRepository(em),
        keys(em),
        MadeRegistrations.walkIns(em),
        new DoorAccess(new EventAccess(new EventDutyRepository(em), MadeMembers.caller(reader))),
        MadeMembers.audit(em),
        MadeMembers.caller(reader),
        clock);
  }

  static <T> T as(Database database, Reader reader, Function<DoorService, T> work) {
    return database.inTransaction(em -> work.apply(service(em, reader, CLOCK)));
  }

  /** So many people with a seat; numbers from 1000 on. */
  static void people(Database database, long event, int count) {
    database.sql(
        ("insert into registration (id, event_id, mode, name, mail, mail_key, company, state,"
                + " joined_at, created_at, updated_at) select 1000 + n, %d, 'IN_PERSON', 'Guest '"
                + " || n, 'g' || n || '@test.example', 'g' || n || '@test.example', 'Harbour"
                + " police', 'ACCEPTED', now(), now(), now() from generate_series(0, %d) n")
            .formatted(event, count - 1),
        "select setval('registration_seq', 5000)",
        "insert into registration_seat select id, %1$d from registration where event_id = %1$d"
            .formatted(event));
  }

  static UUID ticket(Database database, long registration) {
    return (UUID) database.value("select ticket from registration where id = " + registration);
  }

  static String token(Database database, long registration) {
    int generation =
        (Integer)
            database.value("select ticket_generation from registration where id = " + registration);
    UUID ticket = ticket(database, registration);
    return database.inTransaction(em -> keys(em).sign(ticket, generation));
  }

  static Scan offline(UUID client, String code, String place) {
    return new Scan(client, code, null, null, null, CLOCK.instant(), true, place, "");
  }

  static ScanAnswer one(Database database, Reader reader, Scan scan) {
    return as(database, reader, door -> door.checkIn("event-50", List.of(scan))).get(0);
  }
}
