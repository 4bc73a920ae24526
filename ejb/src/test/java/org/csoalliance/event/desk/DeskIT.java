package org.csoalliance.event.desk;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.event.registration.MadeRegistrations;
import org.csoalliance.event.registration.WaitingOrderService;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeskIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;
  private Reader member;

  @BeforeEach
  void event() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    member = MadeMembers.account(database, 3, null, Role.MEMBER);
    MadeEvents.open(database, 50, 1, 20);
    MadeEvents.open(database, 60, 2, 20);
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.CATEGORY, "Member", null);
    MadeEvents.quota(database, 52, 50, EventQuota.Kind.SESSION, "Drones", 10);
  }

  /** Registrations 1 to 70: 40 accepted, 10 waiting, 10 to decide, 10 cancelled. */
  private static void people() {
    database.sql(
        "insert into registration (id, event_id, category_id, mode, name, mail, mail_key, company,"
            + " state, joined_at, created_at, updated_at) select i, 50, case when i % 2 = 0 then 51"
            + " end, 'IN_PERSON', 'Name ' || lpad(cast(71 - i as text), 2, '0'), 'm' || i ||"
            + " '@test.example', 'm' || i || '@test.example', 'Company ' || i % 7, case when i <="
            + " 40 then 'ACCEPTED' when i <= 50 then 'WAITLISTED' when i <= 60 then 'REQUESTED'"
            + " else 'CANCELLED' end, timestamptz '2026-11-01T00:00Z' + i / 2 * interval '1 hour',"
            + " now(), now() from generate_series(1, 70) i",
        "insert into registration_session select id, 52 from registration where id <= 5",
        "insert into registration_change (registration_id, at, what, actor_name) select id,"
            + " timestamptz '2026-01-01T00:00Z', state, name from registration");
  }

  static DeskService service(jakarta.persistence.EntityManager em, Reader reader) {
    CallerContext caller = MadeMembers.caller(reader);
    return new DeskService(
        new EventAccess(new EventDutyRepository(em), caller),
        new DeskRepository(em),
        null,
        null,
        new Outbox(em, CLOCK),
        MadeMembers.audit(em),
        caller);
  }

  private static <T> T as(Reader reader, Function<DeskService, T> work) {
    return database.inTransaction(em -> work.apply(service(em, reader)));
  }

  private static DeskFilter filter(String... pairs) {
    Map<String, String> given = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      given.put(pairs[i], pairs[i + 1]);
    }
    return DeskFilter.parse(given);
  }

  @Test
  void numbersAreWhatTheFilteredTableShows() {
    people();
    DeskNumbers numbers = as(organiser, s -> s.numbers("event-50"));
    assertEquals(40, numbers.count(DeskGroup.ACCEPTED));
    assertEquals(10, numbers.count(DeskGroup.WAITING));
    assertEquals(10, numbers.count(DeskGroup.DECIDE));
    assertEquals(10, numbers.count(DeskGroup.CANCELLED));
    assertEquals(70, numbers.all());
    assertEquals(7, numbers.companies());
    assertEquals(70, numbers.days().stream().mapToInt(DeskNumbers.Day::count).sum());
    assertEquals(8, numbers.log().size());
    for (DeskGroup group : DeskGroup.values()) {
      assertEquals(
          numbers.count(group),
          as(organiser, s -> s.page("event-50", filter("group", group.key()), 25, null)).total(),
          group.name());
    }
  }

  @Test
  void everyOrderPagesThroughAllOnce() {
    people();
    for (DeskFilter.Sort sort : DeskFilter.Sort.values()) {
      List<Long> seen = new ArrayList<>();
      String cursor = null;
      do {
        String at = cursor;
        DeskPage page = as(organiser, s -> s.page("event-50", DeskFilter.ALL.sorted(sort), 25, at));
        page.rows().forEach(row -> seen.add(row.id()));
        assertEquals(70, page.total());
        cursor = page.next();
      } while (cursor != null);
      assertEquals(70, seen.size(), sort.name());
      assertEquals(70, new TreeSet<>(seen).size(), sort.name());
      assertEquals(
          seen, as(organiser, s -> s.all("event-50", DeskFilter.ALL.sorted(sort))), sort.name());
    }
  }

  @Test
  void filtersNarrowAndStandInTheAddress() {
    people();
    assertEquals(35, total(filter("category", "51")));
    assertEquals(5, total(filter("session", "52")));
    assertEquals(10, total(filter("company", "company 3")));
    assertEquals(1, total(filter("text", "m17@test")));
    assertEquals(0, total(filter("text", "%")));
    assertEquals(70, total(filter("group", "nonsense", "category", "x", "sort", "up")));
    DeskFilter narrow = filter("group", "accepted", "company", "A&B 1", "sort", "name");
    assertEquals("group=accepted&company=A%26B+1&sort=name", narrow.query());
    assertTrue(narrow.narrows());
  }

  private int total(DeskFilter filter) {
    return as(organiser, s -> s.page("event-50", filter, 25, null)).total();
  }

  @Test
  void threeStatementsWhateverTheRows() {
    List<String> few =
        database.statements(() -> as(organiser, s -> s.page("event-50", DeskFilter.ALL, 25, null)));
    people();
    List<String> many =
        database.statements(() -> as(organiser, s -> s.page("event-50", DeskFilter.ALL, 25, null)));
    assertTrue(many.size() <= few.size(), () -> few + " " + many);
    assertEquals(3, many.stream().filter(sql -> sql.startsWith("select")).count(), many::toString);
    List<String> one =
        database.statements(() -> as(organiser, s -> s.one("event-50", 20, DeskFilter.ALL)));
    assertEquals(2, one.stream().filter(sql -> sql.startsWith("select")).count(), one::toString);
  }

  @Test
  void aRegistrationKnowsItsNeighboursInTheList() {
    people();
    DeskFilter waiting = filter("group", "waiting");
    List<Long> line = as(organiser, s -> s.all("event-50", waiting));
    DeskRegistration first = as(organiser, s -> s.one("event-50", line.get(0), waiting));
    assertNull(first.previous());
    assertEquals(line.get(1), first.next());
    assertEquals(1, first.row().position());
    assertEquals("Waiting list, place 1", first.row().stateWords());
    DeskRegistration last = as(organiser, s -> s.one("event-50", line.get(9), waiting));
    assertEquals(line.get(8), last.previous());
    assertNull(last.next());
    assertEquals(1, last.history().size());
    DeskRegistration elsewhere = as(organiser, s -> s.one("event-50", 1L, waiting));
    assertNull(elsewhere.previous());
    assertNull(elsewhere.next());
  }

  @Test
  void nobodyReachesForAnothersDesk() {
    people();
    database.sql("update registration set event_id = 60 where id = 70");
    for (Reader stranger : List.of(other, member, Reader.VISITOR)) {
      assertThrows(NotFoundException.class, () -> as(stranger, s -> s.numbers("event-50")));
      assertThrows(
          NotFoundException.class,
          () -> as(stranger, s -> s.page("event-50", DeskFilter.ALL, 25, null)));
      assertThrows(
          NotFoundException.class, () -> as(stranger, s -> s.one("event-50", 1, DeskFilter.ALL)));
    }
    assertThrows(
        NotFoundException.class, () -> as(organiser, s -> s.one("event-50", 70, DeskFilter.ALL)));
    MadeEvents.duty(database, 50, 3, EventDuty.CHECK_IN);
    assertThrows(NotFoundException.class, () -> as(member, s -> s.numbers("event-50")));
    MadeEvents.duty(database, 50, 3, EventDuty.AUDITOR);
    assertEquals(69, as(member, s -> s.numbers("event-50")).all());
    assertThrows(NotFoundException.class, () -> as(member, s -> s.all("event-50", DeskFilter.ALL)));
    assertThrows(NotFoundException.class, () -> as(member, s -> s.resend("event-50", List.of(1L))));
  }

  @Test
  void theLineIsReorderedWithAReason() {
    people();
    DeskFilter waiting = filter("group", "waiting");
    List<Long> line = as(organiser, s -> s.all("event-50", waiting));
    assertThrows(InvalidException.class, () -> first(line.get(7), "no"));
    assertThrows(NotFoundException.class, () -> first(1, "Speaks on the second day."));
    first(line.get(7), "Speaks on the second day.");
    List<Long> after = as(organiser, s -> s.all("event-50", waiting));
    assertEquals(line.get(7), after.get(0));
    assertEquals(line.get(0), after.get(1));
    DeskRegistration moved = as(organiser, s -> s.one("event-50", line.get(7), waiting));
    assertEquals(1, moved.row().position());
    assertEquals("MOVED", moved.history().get(0).what());
    assertEquals("Speaks on the second day.", moved.history().get(0).reason());
  }

  /** Desk, offers and the person's own page have one order, also after a draw. */
  @Test
  void theDeskHasTheOrderInWhichSeatsAreOffered() {
    people();
    database.sql(
        "update registration set drawn = 51 - id where id between 43 and 50",
        "update registration set priority = 2 where id = 45",
        "update registration set offer_until = now() + interval '1 hour' where id = 50");
    List<Long> places = List.of(45L, 50L, 49L, 48L, 47L, 46L, 44L, 43L, 41L, 42L);
    List<Long> offered = places.stream().filter(id -> id != 50L).toList();
    assertEquals(
        offered,
        database.inTransaction(
            em ->
                MadeRegistrations.order(em, organiser).line("event-50").stream()
                    .map(WaitingOrderService.Place::id)
                    .toList()));
    assertEquals(
        List.of(45L),
        places.stream()
            .filter(
                id ->
                    database.inTransaction(
                        em -> MadeRegistrations.order(em, organiser).first("event-50", id)))
            .toList(),
        "one is the first");
    DeskFilter waiting = filter("group", "waiting");
    assertEquals(offered, as(organiser, s -> s.all("event-50", waiting)));
    List<DeskRow> table = as(organiser, s -> s.page("event-50", waiting, 25, null)).rows();
    List<DeskRow> file = new ArrayList<>();
    database.inTransaction(
        em -> {
          new DeskRepository(em).each(50, waiting, file::add);
          return null;
        });
    for (List<DeskRow> rows : List.of(table, file)) {
      assertEquals(offered, rows.stream().map(DeskRow::id).toList());
      rows.forEach(row -> assertEquals(places.indexOf(row.id()) + 1, row.position()));
    }
    assertEquals(50L, as(organiser, s -> s.one("event-50", 50, waiting)).row().id());
    assertEquals(2, as(organiser, s -> s.one("event-50", 50, waiting)).row().position());
  }

  private void first(long id, String reason) {
    database.inTransaction(
        em -> {
          MadeRegistrations.order(em, organiser).move("event-50", id, 1, reason);
          return null;
        });
  }

  @Test
  void columnsAreKeptForThePerson() {
    people();
    assertEquals(
        DeskColumn.standing(),
        as(organiser, s -> s.page("event-50", DeskFilter.ALL, 5, null)).columns());
    as(
        organiser,
        s -> {
          s.columns(List.of(DeskColumn.MAIL, DeskColumn.STATE));
          return null;
        });
    assertEquals(
        Set.of(DeskColumn.MAIL, DeskColumn.STATE),
        Set.copyOf(as(organiser, s -> s.page("event-50", DeskFilter.ALL, 5, null)).columns()));
  }

  @Test
  void theLastMailIsSentOnceMore() {
    people();
    database.sql(
        "insert into outbox_mail (message_id, recipient, category, object_ref, subject, body,"
            + " next_attempt_at, created_at, state) values ('<1@x>', 'M1@test.example', 'EVENT',"
            + " 'event-50', 'Accepted', 'You have a seat.', now(), now(), 'SENT')");
    int sent = as(organiser, s -> s.resend("event-50", List.of(1L, 2L, 1L)));
    assertEquals(1, sent);
    assertEquals(1L, database.value("select count(*) from outbox_mail where state = 'QUEUED'"));
    assertEquals(2, as(organiser, s -> s.one("event-50", 1, DeskFilter.ALL)).mails().size());
  }

  @Test
  void aForeignCursorIsRefused() {
    people();
    for (String cursor : List.of("x", "!!", "MTIz")) {
      assertThrows(
          InvalidException.class,
          () -> as(organiser, s -> s.page("event-50", DeskFilter.ALL, 25, cursor)));
    }
  }
}
