package org.csoalliance.event.registration;

import static org.csoalliance.event.registration.RegistrationState.ACCEPTED;
import static org.csoalliance.event.registration.RegistrationState.WAITLISTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A seat is held while the form is open, where the organiser wants that. */
class SeatHoldIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private final List<Reader> members = new ArrayList<>();

  @BeforeEach
  void people() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    members.clear();
    for (long id = 10; id < 13; id++) {
      members.add(MadeMembers.account(database, id, 10L, Role.MEMBER));
    }
    MadeEvents.open(database, 50, 1, 3);
  }

  private static <T> T as(Reader reader, Function<MadeRegistrations, T> work) {
    return database.inTransaction(em -> work.apply(new MadeRegistrations(em, reader)));
  }

  private static void run(Reader reader, Consumer<MadeRegistrations> work) {
    database.doInTransaction(em -> work.accept(new MadeRegistrations(em, reader)));
  }

  private static Registered register(Reader reader, Register wanted) {
    return as(reader, made -> made.service().register("event-50", wanted));
  }

  private static Register plain() {
    return Register.self(null);
  }

  private static String lastMail(String to) {
    return (String)
        database.value(
            "select body from outbox_mail where recipient = '" + to + "' order by id desc limit 1");
  }

  private Instant opensForm(Reader reader) {
    return as(reader, m -> m.forms().open("event-50", ""));
  }

  @Test
  void anOpenFormHoldsASeatUntilItEnds() {
    database.sql("update event_quota set capacity = 2");
    assertNull(opensForm(members.get(0)), "nobody asked for it");
    assertThrows(InvalidException.class, () -> holdMinutes(0));
    assertThrows(InvalidException.class, () -> holdMinutes(61));
    holdMinutes(15);
    Instant until = opensForm(members.get(0));
    assertEquals(until, opensForm(members.get(0)), "opening it again gains nothing");
    assertTrue(
        (Boolean)
            database.value(
                "select until between now() + interval '14 minutes' and now() + interval '15"
                    + " minutes' from seat_hold"));
    opensForm(members.get(1));
    assertNull(opensForm(members.get(2)), "both seats are held");
    database.sql("update event set audience = 'PUBLIC'");
    assertNull(opensForm(Reader.VISITOR), "nobody knows who that is");
    Registered late = register(members.get(2), plain());
    assertEquals(WAITLISTED, late.state());
    Preview held =
        as(members.get(0), m -> m.service().preview("event-50", plain(), List.of(), true, false));
    assertEquals(Preview.Outcome.SEAT, held.outcome());
    assertEquals(until, held.heldUntil());
    assertEquals(ACCEPTED, register(members.get(0), plain()).state(), "passed by nobody");
    assertNull(opensForm(members.get(0)), "who is registered holds nothing more");
    database.sql("update seat_hold set until = now() - interval '1 second'");
    assertEquals(List.of(50L), as(Reader.SYSTEM, m -> m.round().due()));
    as(Reader.SYSTEM, m -> m.round().handOn(50));
    assertTrue(lastMail(late.mail()).contains("is held for you"));
    assertEquals(2, database.value("select taken from event_quota"));
    assertEquals(WAITLISTED, register(members.get(1), plain()).state(), "too late");
  }

  @Test
  void aGuestHoldsByTheLinkAlone() {
    database.sql(
        "truncate event_guest_link",
        "update event set audience = 'PUBLIC'",
        "update event_quota set capacity = 1");
    holdMinutes(15);
    run(Reader.VISITOR, m -> m.guests().ask("event-50", "Ana Silva", "ana@guest.example"));
    String token = lastMail("ana@guest.example").split("[?&]t=")[1].split("\\s")[0];
    assertThrows(
        NotFoundException.class,
        () -> run(Reader.VISITOR, m -> m.forms().open("event-50", token + "x")));
    assertNotNull(as(Reader.VISITOR, m -> m.forms().open("event-50", token)));
    assertNull(opensForm(members.get(0)));
    run(Reader.VISITOR, m -> m.forms().release("event-50", token));
    assertNotNull(opensForm(members.get(0)));
    assertNull(as(Reader.VISITOR, m -> m.forms().open("event-50", token)));
  }

  @Test
  void aHoldThatIsGivenBackGoesToTheLine() {
    database.sql("update event_quota set capacity = 1");
    holdMinutes(15);
    opensForm(members.get(0));
    Registered waits = register(members.get(1), plain());
    run(members.get(2), m -> m.forms().release("event-50", ""));
    assertEquals(1, database.value("select taken from event_quota"), "another's stays");
    run(members.get(0), m -> m.forms().release("event-50", ""));
    assertTrue(lastMail(waits.mail()).contains("is held for you"));
    assertNull(opensForm(members.get(0)));
  }

  @Test
  void whatIsChosenIsHeldInPlaceOfWhatWas() {
    MadeEvents.quota(database, 71, 50, EventQuota.Kind.CATEGORY, "Crew", 1);
    MadeEvents.quota(database, 72, 50, EventQuota.Kind.CATEGORY, "Shore", 1);
    holdMinutes(15);
    opensForm(members.get(0));
    for (long category : List.of(71L, 72L)) {
      Register wanted = new Register(null, null, null, null, category, null, List.of());
      as(members.get(0), m -> m.service().preview("event-50", wanted, List.of(), true, false));
      assertEquals(
          List.of(50L, category),
          List.of(
              database.value("select min(quota_id) from seat_hold"),
              database.value("select max(quota_id) from seat_hold")));
    }
    Register wanted = new Register(null, null, null, null, 72L, null, List.of());
    assertEquals(WAITLISTED, register(members.get(1), wanted).state());
    assertEquals(ACCEPTED, register(members.get(0), wanted).state());
    assertEquals(
        "1 0 1",
        database.value(
            "select string_agg(cast(taken as text), ' ' order by id) from event_quota where"
                + " event_id = 50"));
  }

  @Test
  void aRequestThatHoldsNoSeatHoldsNoneWhileTheFormIsOpen() {
    holdMinutes(15);
    database.sql("update event set approval = true");
    assertNull(opensForm(members.get(0)));
    database.sql("update event_rules set hold = true");
    assertNotNull(opensForm(members.get(0)));
    database.sql("update event_rules set by_code = true");
    assertNull(opensForm(members.get(1)), "nobody has shown a code yet");
  }

  private void holdMinutes(Integer minutes) {
    run(
        organiser,
        m ->
            m.setup()
                .rules(
                    "event-50", new RegistrationSetup.Wanted(false, false, false, false, minutes)));
  }
}
