package org.csoalliance.event.registration;

import static org.csoalliance.event.registration.RegistrationState.ACCEPTED;
import static org.csoalliance.event.registration.RegistrationState.CANCELLED;
import static org.csoalliance.event.registration.RegistrationState.REQUESTED;
import static org.csoalliance.event.registration.RegistrationState.WAITLISTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.csoalliance.event.EventChanged;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;
  private final List<Reader> members = new ArrayList<>();

  @BeforeEach
  void people() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    MadeMembers.company(database, 20, "Pelagia Cruises");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    members.clear();
    for (long id = 10; id < 16; id++) {
      members.add(MadeMembers.account(database, id, id < 13 ? 10L : 20L, Role.MEMBER));
    }
    MadeEvents.open(database, 50, 1, 2);
  }

  private static <T> T made(Reader reader, Function<MadeRegistrations, T> work) {
    return database.inTransaction(em -> work.apply(new MadeRegistrations(em, reader)));
  }

  private static <T> T as(Reader reader, Function<RegistrationService, T> work) {
    return made(reader, made -> work.apply(made.service()));
  }

  private static <T> T own(Reader reader, Function<OwnRegistrationService, T> work) {
    return made(reader, made -> work.apply(made.own()));
  }

  private static Registered register(Reader reader) {
    return as(reader, s -> s.register("event-50", Register.self(null)));
  }

  private static void cancel(Reader reader, long id, String reason) {
    own(
        reader,
        s -> {
          s.cancel("event-50", id, reason);
          return null;
        });
  }

  private static WaitingRound round(EntityManager em) {
    return new MadeRegistrations(em, Reader.SYSTEM).round();
  }

  private static int handOn() {
    return database.<Integer>inTransaction(em -> round(em).handOn(50));
  }

  private Registered row(long id) {
    return as(organiser, s -> s.all("event-50")).stream()
        .filter(row -> row.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private static long taken(long quota) {
    return ((Number) database.value("select taken from event_quota where id = " + quota))
        .longValue();
  }

  @Test
  void seatsWhileThereAreAnyThenTheLine() {
    assertEquals(ACCEPTED, register(members.get(0)).state());
    Registered second = register(members.get(1));
    assertEquals(ACCEPTED, second.state());
    assertNotNull(second.ticket());
    Registered third = register(members.get(2));
    assertEquals(WAITLISTED, third.state());
    assertEquals(1, third.position());
    assertNull(third.ticket());
    assertEquals(2, register(members.get(3)).position());
    assertEquals(second.id(), register(members.get(1)).id());
    assertEquals(4L, database.value("select count(*) from outbox_mail"));
  }

  @Test
  void aSeatGivenBackIsHeldForTheNextAndGoesOn() {
    Registered first = register(members.get(0));
    register(members.get(1));
    Registered third = register(members.get(2));
    Registered fourth = register(members.get(3));
    cancel(members.get(0), first.id(), "");
    assertEquals(CANCELLED, row(first.id()).state());
    assertNotNull(row(third.id()).offerUntil());
    assertNull(row(fourth.id()).offerUntil());
    assertEquals(2, taken(50), "an offer holds the seat");
    assertEquals(WAITLISTED, register(members.get(4)).state(), "no newcomer takes it");

    database.sql(
        "update registration set offer_until = now() - interval '1 second' where id = "
            + third.id());
    assertEquals(List.of(50L), database.inTransaction(em -> round(em).due()));
    assertEquals(1, handOn());
    assertEquals(0, handOn(), "only once");
    assertEquals(CANCELLED, row(third.id()).state());
    assertNotNull(row(fourth.id()).offerUntil());
    assertThrows(
        ConflictException.class, () -> own(members.get(2), s -> s.accept("event-50", third.id())));
    assertEquals(ACCEPTED, own(members.get(3), s -> s.accept("event-50", fourth.id())).state());
    assertEquals(2, taken(50));
  }

  @Test
  void whoLeavesAnOfferHandsItOn() {
    Registered first = register(members.get(0));
    register(members.get(1));
    Registered third = register(members.get(2));
    Registered fourth = register(members.get(3));
    cancel(members.get(0), first.id(), "");
    cancel(members.get(2), third.id(), "");
    assertNotNull(row(fourth.id()).offerUntil());
    assertEquals(2, taken(50));
  }

  @Test
  void aFullSessionPassesOverAndKeepsThePlace() {
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.SESSION, "Drones", 1);
    Register drones = new Register(null, null, null, null, null, null, List.of(51L));
    Registered first = as(members.get(0), s -> s.register("event-50", drones));
    Registered plain = register(members.get(1));
    Registered waitsForDrones = as(members.get(2), s -> s.register("event-50", drones));
    Registered waits = register(members.get(3));
    cancel(members.get(1), plain.id(), "");
    assertNull(row(waitsForDrones.id()).offerUntil());
    assertNotNull(row(waits.id()).offerUntil());
    assertEquals(1, row(waitsForDrones.id()).position());
    cancel(members.get(0), first.id(), "");
    assertNotNull(row(waitsForDrones.id()).offerUntil());
    assertEquals(1, taken(51));
  }

  @Test
  void manyCompaniesCome() {
    database.sql("update event set company_cap = 1", "update event_quota set capacity = 10");
    assertEquals(ACCEPTED, register(members.get(0)).state());
    assertEquals(WAITLISTED, register(members.get(1)).state(), "a second one of the company");
    assertEquals(ACCEPTED, register(members.get(3)).state());
  }

  @Test
  void aRequestTakesNoSeat() {
    database.sql("update event set approval = true");
    assertEquals(REQUESTED, register(members.get(0)).state());
    assertEquals(0, taken(50));
  }

  @Test
  void aFormSentTwiceIsOneRegistration() {
    UUID key = UUID.randomUUID();
    Registered first = as(members.get(0), s -> s.register("event-50", Register.self(key)));
    assertEquals(
        first.id(), as(members.get(0), s -> s.register("event-50", Register.self(key))).id());
    assertThrows(
        ConflictException.class,
        () -> as(members.get(3), s -> s.register("event-50", Register.self(key))));
  }

  @Test
  void organisersRegisterOthersAndColleaguesRegisterColleagues() {
    Register guest =
        new Register(null, "Ana Silva", "ana@guest.example", "Porto", null, null, List.of());
    Registered made = as(organiser, s -> s.register("event-50", guest));
    assertEquals("Ana Silva", made.name());
    assertThrows(
        InvalidException.class, () -> as(members.get(0), s -> s.register("event-50", guest)));
    Register colleague = new Register(null, "Any", "p11@test.example", "", null, null, List.of());
    Registered second = as(members.get(0), s -> s.register("event-50", colleague));
    assertEquals("Person 11", second.name());
    cancel(members.get(0), second.id(), "");
    assertThrows(
        InvalidException.class,
        () ->
            as(
                members.get(0),
                s ->
                    s.register(
                        "event-50",
                        new Register(null, "Any", "p14@test.example", "", null, null, List.of()))));
  }

  @Test
  void nobodyReachesForAnothersRegistrationOrEvent() {
    Registered mine = register(members.get(0));
    assertThrows(NotFoundException.class, () -> cancel(members.get(3), mine.id(), ""));
    assertThrows(NotFoundException.class, () -> cancel(other, mine.id(), "Because I can"));
    assertThrows(NotFoundException.class, () -> as(other, s -> s.all("event-50")));
    database.sql("update event set status = 'DRAFT'");
    assertThrows(NotFoundException.class, () -> register(members.get(1)));
    assertThrows(InvalidException.class, () -> cancel(organiser, mine.id(), ""));
    cancel(organiser, mine.id(), "The room is smaller than we thought.");
    assertEquals(0, taken(50));
  }

  @Test
  void whatIsClosedTakesNobody() {
    for (String change :
        List.of(
            "status = 'CLOSED'", "status = 'OPEN', closes_at = timestamptz '2026-11-22T19:00Z'")) {
      database.sql("update event set " + change);
      assertThrows(ConflictException.class, () -> register(members.get(0)));
    }
    database.sql("update event set status = 'WAITLIST', closes_at = null");
    assertEquals(WAITLISTED, register(members.get(0)).state());
  }

  @Test
  void nothingIsCancelledAfterTheLastMoment() {
    Registered mine = register(members.get(0));
    database.sql("update event set cancel_until = timestamptz '2026-11-22T20:00Z'");
    assertThrows(ConflictException.class, () -> cancel(members.get(0), mine.id(), ""));
    cancel(organiser, mine.id(), "Asked by telephone.");
  }

  @Test
  void withoutAWaitingListAFullEventTellsSoAndNothingOpensBeforeItsTime() {
    database.sql("update event set waiting_list = false where id = 50");
    register(members.get(0));
    register(members.get(1));
    assertThrows(ConflictException.class, () -> register(members.get(2)));
    assertEquals(2, taken(50));
    database.sql(
        "update event_quota set capacity = 9 where id = 50",
        "update event set opens_at = starts_at - interval '1 hour' where id = 50");
    assertThrows(ConflictException.class, () -> register(members.get(2)));
    database.sql("update event set opens_at = timestamptz '2026-01-01Z' where id = 50");
    register(members.get(2));
    assertEquals(3, taken(50));
  }

  @Test
  void addedSeatsGoToTheLineAndACancelledEventEndsAll() {
    register(members.get(0));
    register(members.get(1));
    Registered third = register(members.get(2));
    database.sql("update event_quota set capacity = 3 where id = 50");
    database.inTransaction(
        em -> {
          round(em).changed(new EventChanged(50));
          return null;
        });
    assertNotNull(row(third.id()).offerUntil());
    database.sql("update event set status = 'CANCELLED'");
    database.inTransaction(
        em -> {
          round(em).changed(new EventChanged(50));
          return null;
        });
    assertEquals(0, taken(50));
    as(organiser, s -> s.all("event-50")).forEach(row -> assertEquals(CANCELLED, row.state()));
  }

  @Test
  void theSeatOfTheErasedGoesOnAndNothingNamesThem() {
    Registered first = register(members.get(0));
    register(members.get(1));
    Registered third = register(members.get(2));
    database.inTransaction(
        em -> {
          RegistrationHeld held = new MadeRegistrations(em, Reader.SYSTEM).held();
          DataAsked asked = new DataAsked(10);
          held.asked(asked);
          assertEquals(1, asked.sections().get("event-registrations").size());
          assertEquals(1, asked.sections().get("event-registration-history").size());
          held.erased(new AccountErased(10, "p10@test.example"));
          return null;
        });
    assertEquals("Former member", row(first.id()).name());
    assertEquals(CANCELLED, row(first.id()).state());
    assertNotNull(row(third.id()).offerUntil());
    assertEquals(
        0L,
        database.value(
            "select count(*) from registration r, registration_change c where"
                + " concat(r.*, c.*) like '%p10@%' or concat(r.*, c.*) like '%Person 10%'"));
  }

  private static String lastMail(Reader to) {
    return (String)
        database.value(
            "select body from outbox_mail where account_id = %d order by id desc limit 1"
                .formatted(to.accountId()));
  }

  /** Whoever paid and cancels reads what becomes of the money; nobody else reads of money. */
  @Test
  void whoPaidIsToldWhoDecidesAboutTheMoney() {
    Registered paid = register(members.get(0));
    Registered unpaid = register(members.get(1));
    database.sql("update registration set price = 120");
    String invoice =
        "insert into event_invoice (event_id, registration_id, kind, number, issued_at, due_on,"
            + " name, subject, issuer, amount, currency, paid_on) values (50, %d, 'INVOICE',"
            + " '%1$d', now(), date '2027-01-01', 'Payer', 'Event', 'Alliance', 120, 'EUR', %s)";
    database.sql(
        invoice.formatted(paid.id(), "date '2026-11-20'"), invoice.formatted(unpaid.id(), "null"));
    cancel(members.get(0), paid.id(), "");
    cancel(members.get(1), unpaid.id(), "");
    assertTrue(
        lastMail(members.get(0)).contains("Whether the money goes back, the organiser decides"),
        lastMail(members.get(0)));
    assertFalse(lastMail(members.get(1)).contains("money"), lastMail(members.get(1)));
  }
}
