package org.csoalliance.event.registration;

import static org.csoalliance.event.registration.RegistrationState.ACCEPTED;
import static org.csoalliance.event.registration.RegistrationState.CANCELLED;
import static org.csoalliance.event.registration.RegistrationState.DECLINED;
import static org.csoalliance.event.registration.RegistrationState.REQUESTED;
import static org.csoalliance.event.registration.RegistrationState.VETTING;
import static org.csoalliance.event.registration.RegistrationState.WAITLISTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups, guests, invitations, approval, transfer, changes, the order of the line and the draw. */
class RegisteringIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;
  private Reader vetting;
  private final List<Reader> members = new ArrayList<>();

  @BeforeEach
  void people() {
    database.sql("truncate account, company, event, outbox_mail, event_guest_link cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    MadeMembers.company(database, 20, "Pelagia Cruises");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    vetting = MadeMembers.account(database, 3, null, Role.VETTING_OFFICER);
    members.clear();
    for (long id = 10; id < 18; id++) {
      members.add(MadeMembers.account(database, id, id < 15 ? 10L : 20L, Role.MEMBER));
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

  private static Register choosing(Long category, Long... sessions) {
    return new Register(null, null, null, null, category, null, List.of(sessions));
  }

  private static Register code(String code) {
    return new Register(null, null, null, null, null, null, List.of(), code, true, null);
  }

  private static RegistrationState state(long id) {
    return RegistrationState.valueOf(
        (String) database.value("select state from registration where id = " + id));
  }

  private static long taken(long quota) {
    return ((Number) database.value("select taken from event_quota where id = " + quota))
        .longValue();
  }

  private static String lastMail(String to) {
    return (String)
        database.value(
            "select body from outbox_mail where recipient = '" + to + "' order by id desc limit 1");
  }

  private static String token(String mail) {
    Matcher found = Pattern.compile("[?&]t=(\\S+)").matcher(lastMail(mail));
    assertTrue(found.find(), lastMail(mail));
    return found.group(1);
  }

  @Test
  void aGroupHasSeatsEachForItself() {
    List<Registered> made =
        as(
            members.get(0),
            m -> m.service().registerAll("event-50", plain(), List.of(11L, 12L, 13L), true, false));
    assertEquals(
        List.of(ACCEPTED, ACCEPTED, ACCEPTED, WAITLISTED),
        made.stream().map(Registered::state).toList());
    assertEquals(
        4L,
        database.value("select count(distinct ticket) from registration"),
        "each has a ticket of its own");
    assertTrue(lastMail("p11@test.example").contains("Person 10 registered you"));
    assertFalse(lastMail("p10@test.example").contains("registered you"));
  }

  @Test
  void aGroupThatWantsAllOrNoneWaitsTogetherAndIsOfferedTogether() {
    Registered before = register(members.get(5), plain());
    List<Registered> made =
        as(
            members.get(0),
            m -> m.service().registerAll("event-50", plain(), List.of(11L, 12L), true, true));
    made.forEach(one -> assertEquals(WAITLISTED, one.state()));
    assertEquals(
        ACCEPTED, register(members.get(6), plain()).state(), "two seats fit no group of 3");
    run(members.get(6), m -> m.own().cancel("event-50", latest(), ""));
    assertEquals(
        0L, database.value("select count(*) from registration where offer_until is not null"));
    run(members.get(5), m -> m.own().cancel("event-50", before.id(), ""));
    assertEquals(
        3L, database.value("select count(*) from registration where offer_until is not null"));
  }

  private static long latest() {
    return ((Number) database.value("select max(id) from registration")).longValue();
  }

  @Test
  void onlyColleaguesAreRegisteredByAColleague() {
    assertThrows(
        InvalidException.class,
        () ->
            as(
                members.get(0),
                m -> m.service().registerAll("event-50", plain(), List.of(16L), true, false)));
    assertEquals(0L, database.value("select count(*) from registration"));
  }

  @Test
  void aChangedHiddenFieldIsRefused() {
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.CATEGORY, "Member", 5);
    MadeEvents.open(database, 60, 2, 5);
    MadeEvents.quota(database, 61, 60, EventQuota.Kind.CATEGORY, "Of another event", 5);
    for (Long category : new Long[] {61L, -1L, 50L, null}) {
      InvalidException refused =
          assertThrows(InvalidException.class, () -> register(members.get(0), choosing(category)));
      assertTrue(refused.fields().containsKey("category"));
    }
    assertEquals(ACCEPTED, register(members.get(0), choosing(51L)).state());
  }

  @Test
  void sessionsThatOverlapAreRefused() {
    for (long id = 51; id < 54; id++) {
      MadeEvents.quota(database, id, 50, EventQuota.Kind.SESSION, "Session " + id, 5);
    }
    database.sql(
        "insert into event_session (quota_id, starts_at, ends_at, chosen) values"
            + " (51, timestamptz '2027-01-20T08:00Z', timestamptz '2027-01-20T09:00Z', true),"
            + " (52, timestamptz '2027-01-20T08:30Z', timestamptz '2027-01-20T09:30Z', true),"
            + " (53, timestamptz '2027-01-20T09:00Z', timestamptz '2027-01-20T10:00Z', true)");
    InvalidException refused =
        assertThrows(
            InvalidException.class, () -> register(members.get(0), choosing(null, 51L, 52L)));
    assertTrue(refused.fields().get("sessions").contains("overlap"), refused::getMessage);
    assertEquals(ACCEPTED, register(members.get(0), choosing(null, 51L, 53L)).state());
  }

  @Test
  void thePriceIsTheOneThatWasShown() {
    run(organiser, m -> m.setup().category("event-50", null, "Member", null, "120", "EUR", false));
    long category =
        ((Number) database.value("select id from event_quota where kind = 'CATEGORY'")).longValue();
    register(members.get(0), choosing(category));
    run(
        organiser,
        m -> m.setup().category("event-50", category, "Member", null, "150.50", "USD", false));
    register(members.get(1), choosing(category));
    assertEquals(
        "120.00 EUR, 150.50 USD",
        database.value(
            "select string_agg(price || ' ' || currency, ', ' order by id) from registration"));
    assertThrows(
        NotFoundException.class,
        () -> run(other, m -> m.setup().category("event-50", category, "X1", 1, "", "EUR", true)));
    assertThrows(
        InvalidException.class,
        () ->
            run(
                organiser,
                m -> m.setup().category("event-50", category, "Member", 1, "", "EUR", true)));
  }

  @Test
  void aCodeOpensOnceAndIsBoundToItsCategoryAndDay() {
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.CATEGORY, "Speaker", 5);
    MadeEvents.quota(database, 52, 50, EventQuota.Kind.CATEGORY, "Member", 5);
    database.sql("insert into event_rules (event_id, by_code) values (50, true)");
    run(organiser, m -> m.invitations().make("event-50", 1, 1, 51L, null, "For the speaker"));
    String code = (String) database.value("select code from event_code");
    assertThrows(InvalidException.class, () -> register(members.get(0), choosing(51L)));
    Register wrong = new Register(null, null, null, null, 52L, null, List.of(), code, true, null);
    assertThrows(InvalidException.class, () -> register(members.get(0), wrong));
    assertEquals(0, database.value("select used from event_code"), "nothing half-used");
    Register right =
        new Register(
            null,
            null,
            null,
            null,
            51L,
            null,
            List.of(),
            " " + code.toLowerCase() + " ",
            true,
            null);
    Registered made = register(members.get(0), right);
    assertEquals(made.id(), register(members.get(0), right).id(), "sent twice");
    assertThrows(InvalidException.class, () -> register(members.get(1), right));
    database.sql("update event_code set uses = 5, expires_at = now() - interval '1 minute'");
    assertThrows(InvalidException.class, () -> register(members.get(1), right));
    database.sql("update event_code set expires_at = null, withdrawn = true");
    assertThrows(InvalidException.class, () -> register(members.get(1), right));
    assertThrows(NotFoundException.class, () -> run(other, m -> m.invitations().all("event-50")));
  }

  @Test
  void requestsAreDecidedOneOrManyWithAReason() {
    database.sql("update event set approval = true", "update event_quota set capacity = 1");
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Registered made = register(members.get(i), plain());
      assertEquals(REQUESTED, made.state());
      ids.add(made.id());
    }
    assertThrows(
        InvalidException.class,
        () -> run(organiser, m -> m.approval().decline("event-50", ids, "")));
    assertThrows(
        NotFoundException.class, () -> run(other, m -> m.approval().approve("event-50", ids, "")));
    assertEquals(
        new Decided(1, 1, 0, 0),
        as(organiser, m -> m.approval().approve("event-50", ids.subList(0, 2), "Welcome")));
    assertEquals(
        new Decided(0, 0, 1, 1),
        as(
            organiser,
            m -> m.approval().decline("event-50", ids.subList(1, 3), "Too many of one company.")));
    assertEquals(ACCEPTED, state(ids.get(0)));
    assertEquals(WAITLISTED, state(ids.get(1)));
    assertEquals(DECLINED, state(ids.get(2)));
    assertTrue(lastMail("p12@test.example").contains("Too many of one company."));
  }

  @Test
  void aRequestHoldsASeatWhereItIsSetSo() {
    database.sql(
        "update event set approval = true",
        "update event_quota set capacity = 1",
        "insert into event_rules (event_id, hold) values (50, true)");
    Registered first = register(members.get(0), plain());
    assertEquals(1, taken(50));
    Registered second = register(members.get(1), plain());
    assertEquals(REQUESTED, second.state());
    assertEquals(1, taken(50));
    as(organiser, m -> m.approval().decline("event-50", List.of(first.id()), "Not this time."));
    assertEquals(0, taken(50));
    as(organiser, m -> m.approval().approve("event-50", List.of(second.id()), ""));
    assertEquals(ACCEPTED, state(second.id()));
    assertEquals(1, taken(50));
  }

  @Test
  void aChangeKeepsTheQuotasAndAsksAnewWhereItIsSetSo() {
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.CATEGORY, "Member", 5);
    MadeEvents.quota(database, 52, 50, EventQuota.Kind.CATEGORY, "Speaker", 0);
    MadeEvents.quota(database, 53, 50, EventQuota.Kind.CATEGORY, "Press", 1);
    Registered made = register(members.get(0), choosing(51L));
    assertThrows(
        InvalidException.class,
        () -> run(members.get(0), m -> m.own().change("event-50", made.id(), choosing(52L))));
    assertEquals(1, taken(51), "the old seat stays");
    run(members.get(0), m -> m.own().change("event-50", made.id(), choosing(53L)));
    assertEquals(0, taken(51));
    assertEquals(1, taken(53));
    assertEquals(1, taken(50));
    database.sql("insert into event_rules (event_id, approve_changes) values (50, true)");
    run(members.get(0), m -> m.own().change("event-50", made.id(), choosing(51L)));
    assertEquals(REQUESTED, state(made.id()));
    assertEquals(1, taken(50), "the seat is held meanwhile");
    as(organiser, m -> m.approval().approve("event-50", List.of(made.id()), ""));
    assertEquals(ACCEPTED, state(made.id()));
    assertEquals(1, taken(50));
  }

  @Test
  void aSeatIsHandedToAColleagueAndTheOldTicketDies() {
    Registered made = register(members.get(0), plain());
    assertThrows(
        InvalidException.class,
        () -> run(members.get(0), m -> m.own().transfer("event-50", made.id(), 16)));
    register(members.get(1), plain());
    assertThrows(
        InvalidException.class,
        () -> run(members.get(0), m -> m.own().transfer("event-50", made.id(), 11)));
    Registered handed = as(members.get(0), m -> m.own().transfer("event-50", made.id(), 12));
    assertEquals(made.id(), handed.id());
    assertNotEquals(made.ticket(), handed.ticket());
    assertEquals("Person 12", handed.name());
    assertTrue(lastMail("p10@test.example").contains("Person 12 comes"));
    assertTrue(lastMail("p12@test.example").contains("Person 10 handed a place"));
    HandedOver left = as(members.get(0), m -> m.handOvers().handedOver("event-50", made.id(), ""));
    assertEquals("Person 12", left.to());
    for (Reader stranger : List.of(members.get(1), members.get(2), Reader.VISITOR)) {
      assertThrows(
          NotFoundException.class,
          () -> run(stranger, m -> m.handOvers().handedOver("event-50", made.id(), "")));
    }
    assertThrows(
        NotFoundException.class,
        () -> run(members.get(0), m -> m.own().cancel("event-50", made.id(), "")));
    database.sql("update event set cancel_until = timestamptz '2026-11-22T20:00Z'");
    assertThrows(
        ConflictException.class,
        () -> run(members.get(2), m -> m.own().transfer("event-50", made.id(), 13)));
  }

  @Test
  void aMoveInTheLineHasAReasonThatIsKept() {
    database.sql("update event_quota set capacity = 1");
    for (int i = 0; i < 4; i++) {
      register(members.get(i), plain());
    }
    long last = latest();
    assertThrows(
        InvalidException.class, () -> run(organiser, m -> m.order().move("event-50", last, 1, "")));
    assertThrows(
        NotFoundException.class,
        () -> run(other, m -> m.order().move("event-50", last, 1, "Because I can")));
    run(organiser, m -> m.order().move("event-50", last, 1, "Speaks on the second day."));
    assertEquals(
        List.of("Person 13", "Person 11", "Person 12"),
        as(organiser, m -> m.order().line("event-50")).stream()
            .map(WaitingOrderService.Place::name)
            .toList());
    assertEquals(4, register(members.get(5), plain()).position(), "later ones stand behind");
    assertTrue(
        ((String)
                database.value(
                    "select detail from audit_entry where action = 'registration.moved'"))
            .contains("Speaks on the second day."));
  }

  @Test
  void nothingIsOfferedInQuietHours() {
    // 22 Nov 2026 20:00 UTC is 22:00 in Athens
    database.sql(
        "update event_quota set capacity = 1", "update event set quiet_from = 22, quiet_to = 7");
    Registered first = register(members.get(0), plain());
    register(members.get(1), plain());
    run(members.get(0), m -> m.own().cancel("event-50", first.id(), ""));
    assertEquals(
        0L, database.value("select count(*) from registration where offer_until is not null"));
    assertEquals(WAITLISTED, register(members.get(2), plain()).state(), "no newcomer takes it");
    database.sql("update event set quiet_from = 23");
    assertEquals(List.of(50L), as(Reader.SYSTEM, m -> m.round().due()));
    run(Reader.SYSTEM, m -> m.round().handOn(50));
    assertEquals(
        1L, database.value("select count(*) from registration where offer_until is not null"));
  }

  @Test
  void seatsAreDrawnByLotAndAnAuditorDrawsAgain() {
    database.sql(
        "update event_quota set capacity = 2",
        "update event set draw_at = now() + interval '1 hour'",
        "insert into event_rules (event_id, draw_seed) values (50, 'abc')");
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Registered made = register(members.get(i), plain());
      assertEquals(WAITLISTED, made.state());
      ids.add(made.id());
    }
    run(Reader.SYSTEM, m -> m.round().handOn(50));
    assertEquals(0, taken(50), "not before the window is over");
    database.sql("update event set draw_at = now() - interval '1 second'");
    run(Reader.SYSTEM, m -> m.round().handOn(50));
    List<Long> order = Draw.order("abc", ids);
    assertEquals(ACCEPTED, state(order.get(0)));
    assertEquals(ACCEPTED, state(order.get(1)));
    assertEquals(WAITLISTED, state(order.get(2)));
    assertEquals(2, taken(50));
    assertTrue(
        ((String) database.value("select detail from audit_entry where action = 'event.drawn'"))
            .contains("seed abc"));
    assertEquals(
        order.subList(2, 6),
        as(organiser, m -> m.order().line("event-50")).stream()
            .map(WaitingOrderService.Place::id)
            .toList());
    assertEquals(5, register(members.get(6), plain()).position(), "whoever comes late is last");
    run(Reader.SYSTEM, m -> m.round().handOn(50));
    assertEquals(2, taken(50), "drawn once");
  }

  @Test
  void aGuestRegistersByTheLinkAlone() {
    database.sql("update event set audience = 'MEMBERS_AND_GUESTS'");
    run(Reader.VISITOR, m -> m.guests().ask("event-50", "Ana Silva", "Ana@guest.example"));
    assertEquals(0L, database.value("select count(*) from registration"), "nothing is held");
    String token = token("Ana@guest.example");
    Register wanted =
        new Register(
            UUID.randomUUID(), null, null, "Porto", null, null, List.of(), null, true, null);
    assertThrows(
        NotFoundException.class,
        () -> run(Reader.VISITOR, m -> m.guests().register("event-50", token + "x", wanted)));
    String page = as(Reader.VISITOR, m -> m.guests().register("event-50", token, wanted));
    long id = Long.parseLong(page.split("\\?")[0]);
    assertEquals(VETTING, state(id));
    assertEquals(
        page,
        as(Reader.VISITOR, m -> m.guests().register("event-50", token, wanted)),
        "sent twice is one");
    as(vetting, m -> m.approval().approve("event-50", List.of(id), ""));
    assertEquals(ACCEPTED, state(id));
    Registered member = register(members.get(0), plain());
    assertThrows(
        NotFoundException.class,
        () -> as(vetting, m -> m.approval().approve("event-50", List.of(member.id()), "")),
        "a vetting officer decides guests alone");
    String manage = token("Ana@guest.example");
    assertThrows(
        NotFoundException.class,
        () -> as(Reader.VISITOR, m -> m.guests().detail("event-50", member.id(), manage)));
    assertTrue(as(Reader.VISITOR, m -> m.guests().detail("event-50", id, manage)).may().cancel());
    run(Reader.VISITOR, m -> m.guests().erase("event-50", id, manage));
    assertEquals(CANCELLED, state(id));
    assertEquals(
        0L,
        database.value(
            "select count(*) from registration r, registration_change c where"
                + " concat(r.*, c.*) ilike '%ana%'"));
    assertThrows(
        NotFoundException.class,
        () -> as(Reader.VISITOR, m -> m.guests().detail("event-50", id, manage)));
  }

  @Test
  void theFormOfADrawOpensBeforeItsSeedIsDrawn() {
    database.sql("update event set draw_at = timestamptz '2026-12-20T08:00Z'");
    Reader reader = members.get(0);
    RegistrationForm form =
        as(
            reader,
            m -> m.pages().form(m.rooms.room("event-50").orElseThrow(), reader, null, false));
    assertNotNull(form.drawAt());
    assertNull(form.commitment());
  }

  private String guest(String name, String mail) {
    run(Reader.VISITOR, m -> m.guests().ask("event-50", name, mail));
    String token = token(mail);
    return as(
        Reader.VISITOR,
        m ->
            m.guests()
                .register(
                    "event-50",
                    token,
                    new Register(
                        null, null, null, "Porto", null, null, List.of(), null, true, null)));
  }

  private void hand(long id, String token, String name, String mail) {
    run(Reader.VISITOR, m -> m.handOvers().handOver("event-50", id, token, name, mail));
  }

  @Test
  void aGuestHandsOverToSomebodyOfTheSameCompany() {
    database.sql("update event set audience = 'PUBLIC'");
    String page = guest("Ana Silva", "Ana@guest.example");
    long id = Long.parseLong(page.split("\\?")[0]);
    String old = page.split("t=")[1];
    guest("Cem Ak", "cem@guest.example");
    assertTrue(as(Reader.VISITOR, m -> m.guests().detail("event-50", id, old)).may().transfer());
    for (String mail :
        List.of("", "bo@elsewhere.example", "ANA@guest.example", "cem@guest.example")) {
      InvalidException refused =
          assertThrows(InvalidException.class, () -> hand(id, old, "Bo Li", mail), mail);
      assertEquals(Set.of("mail"), refused.fields().keySet(), mail);
    }
    assertThrows(NotFoundException.class, () -> hand(id, old + "x", "Bo Li", "bo@guest.example"));
    Object ticket = database.value("select ticket_code from registration where id = " + id);
    hand(id, old, "Bo Li", "bo@guest.example");
    assertNotEquals(
        ticket, database.value("select ticket_code from registration where id = " + id));
    assertTrue(lastMail("Ana@guest.example").contains("Bo Li comes"));
    assertTrue(lastMail("bo@guest.example").contains("Ana Silva handed a place"));
    assertThrows(
        NotFoundException.class,
        () -> run(Reader.VISITOR, m -> m.guests().detail("event-50", id, old)));
    assertEquals(
        "Bo Li", as(Reader.VISITOR, m -> m.handOvers().handedOver("event-50", id, old)).to());
    String fresh = token("bo@guest.example");
    RegistrationDetail taken = as(Reader.VISITOR, m -> m.guests().detail("event-50", id, fresh));
    assertEquals(ACCEPTED, taken.registered().state());
    assertTrue(taken.guest());
    assertThrows(
        NotFoundException.class,
        () -> run(Reader.VISITOR, m -> m.handOvers().handedOver("event-50", id, fresh)));
    run(Reader.VISITOR, m -> m.guests().erase("event-50", id, fresh));
    assertThrows(
        NotFoundException.class,
        () -> run(Reader.VISITOR, m -> m.handOvers().handedOver("event-50", id, old)));
  }

  @Test
  void whereGuestsAreVettedSoIsWhoTakesOver() {
    database.sql(
        "update event set audience = 'MEMBERS_AND_GUESTS'", "update event_quota set capacity = 1");
    long id = Long.parseLong(guest("Ana Silva", "ana@guest.example").split("\\?")[0]);
    as(vetting, m -> m.approval().approve("event-50", List.of(id), ""));
    hand(id, token("ana@guest.example"), "Bo Li", "bo@guest.example");
    assertEquals(VETTING, state(id));
    assertEquals(1, database.value("select taken from event_quota"), "the seat is held");
    as(vetting, m -> m.approval().approve("event-50", List.of(id), ""));
    assertEquals(ACCEPTED, state(id));
  }

  @Test
  void aKnownAddressGetsTheSameAnswerAndNoForm() {
    database.sql("update event set audience = 'PUBLIC'");
    run(Reader.VISITOR, m -> m.guests().ask("event-50", "Person", "p10@test.example"));
    assertTrue(lastMail("p10@test.example").contains("You have an account"));
    assertFalse(lastMail("p10@test.example").contains("t="));
    for (int i = 0; i < 6; i++) {
      run(Reader.VISITOR, m -> m.guests().ask("event-50", "Bo", "bo@guest.example"));
    }
    assertEquals(
        3L,
        database.value("select count(*) from outbox_mail where recipient = 'bo@guest.example'"),
        "nobody is flooded");
    database.sql("update event set audience = 'MEMBERS'");
    assertThrows(
        NotFoundException.class,
        () -> run(Reader.VISITOR, m -> m.guests().ask("event-50", "Bo", "bo@guest.example")));
  }

  @Test
  void aCopyHasTheCategoriesWithTheirPrices() {
    MadeEvents.open(database, 88, 1, 5);
    MadeEvents.open(database, 89, 1, 5);
    MadeEvents.quota(database, 880, 88, EventQuota.Kind.CATEGORY, "Sponsors", 3);
    database.sql(
        "insert into event_category (quota_id, price, currency, guests) values (880, 120, 'EUR', true)",
        "insert into event_rules (event_id, by_code) values (88, true)");
    database.inTransaction(
        em -> {
          SetupRepository setups = new SetupRepository(em);
          setups.copy(88, 89);
          RegistrationSetup.Category copy = setups.categories(89).get(0);
          assertEquals("Sponsors", copy.name());
          assertEquals(3, copy.capacity());
          assertTrue(copy.guests());
          assertEquals(0, copy.price().amount().compareTo(new BigDecimal(120)));
          return null;
        });
  }
}
