package org.csoalliance.event.registration;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WaitingOfferIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;

  @BeforeEach
  void line() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    MadeEvents.open(database, 50, 1, 2);
    MadeEvents.open(database, 60, 2, 0);
    for (long event : new long[] {50, 60}) {
      database.sql(
          "insert into registration (id, event_id, mode, name, mail, mail_key, state, joined_at,"
              + " created_at, updated_at) select %1$d + i, %1$d, 'IN_PERSON', 'Name ' || i, 'm' || i"
                  .formatted(event)
              + " || '@test.example', 'm' || i || '@test.example', 'WAITLISTED', timestamptz"
              + " '2026-11-01T00:00Z' + i * interval '1 hour', now(), now() from generate_series(1,"
              + " 5) i");
    }
  }

  private static WaitingOfferService.Offered offer(
      Reader reader, String slug, List<Long> ids, String reason) {
    return database.inTransaction(
        em -> {
          MadeRegistrations made = new MadeRegistrations(em, reader);
          CallerContext caller = MadeMembers.caller(reader);
          return new WaitingOfferService(
                  made.seats,
                  made.rooms,
                  made.rows,
                  made.waiting,
                  made.line,
                  new EventAccess(new EventDutyRepository(em), caller),
                  MadeMembers.audit(em),
                  caller,
                  CLOCK)
              .offer(slug, ids, reason);
        });
  }

  private static String offered() {
    return (String)
        database.value(
            "select string_agg(cast(id as text), ' ' order by id) from registration where"
                + " offer_until is not null");
  }

  @Test
  void thoseChosenStandFirstInTheirOrderAndNobodyGetsASeatThatIsNotThere() {
    assertEquals(
        new WaitingOfferService.Offered(2, 1, 1),
        offer(organiser, "event-50", List.of(55L, 53L, 54L, 61L), "They speak at the event."));
    assertEquals("53 54", offered());
    assertEquals(2L, database.value("select count(*) from registration_seat"));
    assertEquals(
        55L,
        database.value(
            "select id from registration where event_id = 50 and offer_until is null order by"
                + " priority desc, joined_at limit 1"),
        "the next seat is theirs");
    assertEquals(
        3L,
        database.value(
            "select count(*) from registration_change where what = 'MOVED' and reason = 'They speak"
                + " at the event.'"));
    assertEquals(
        new WaitingOfferService.Offered(0, 1, 1),
        offer(organiser, "event-50", List.of(53L, 51L), "Again, for another reason."));
  }

  @Test
  void itTakesAReasonAndTheOwnEvent() {
    assertThrows(InvalidException.class, () -> offer(organiser, "event-50", List.of(53L), " no "));
    assertThrows(
        InvalidException.class,
        () -> offer(organiser, "event-50", List.of(53L), "x".repeat(1 << 20)));
    assertThrows(
        NotFoundException.class, () -> offer(other, "event-50", List.of(53L), "It is not theirs."));
    assertEquals(null, offered());
  }
}
