package org.csoalliance.event;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.csoalliance.event.MadeEvents.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;
  private Reader member;
  private final List<Object> fired = new ArrayList<>();

  @BeforeEach
  void people() {
    database.sql("truncate account, company, event cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    member = MadeMembers.account(database, 3, 10L, Role.MEMBER);
    fired.clear();
  }

  private <T> T make(Reader reader, Function<EventService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new EventService(
                    new EventRepository(em),
                    new EventSessionRepository(em),
                    MadeEvents.events(fired),
                    MadeMembers.audit(em),
                    MadeMembers.caller(reader),
                    CLOCK)));
  }

  private void change(Reader reader, String slug, NewEvent event, int version) {
    make(
        reader,
        s -> {
          s.change(slug, event, version);
          return null;
        });
  }

  private void move(Reader reader, String slug, EventStatus to, String reason) {
    make(
        reader,
        s -> {
          s.moveTo(slug, to, reason);
          return null;
        });
  }

  private static <T> T read(Reader reader, Function<EventListService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new EventListService(
                    new EventListRepository(em), MadeMembers.caller(reader), CLOCK)));
  }

  private static EventDetail detail(Reader reader, String slug) {
    return read(reader, s -> s.detail(slug));
  }

  @Test
  void twoOfOneTitleGetTwoAddresses() {
    NewEvent event = MadeEvents.workshop("Cyber: ναυτική ασφάλεια & défense", 20);
    assertEquals("cyber-defense-2027", make(organiser, s -> s.create(event, EventStatus.OPEN)));
    assertEquals("cyber-defense-2027-2", make(organiser, s -> s.create(event, EventStatus.OPEN)));
    assertEquals(
        "event-2027",
        make(organiser, s -> s.create(MadeEvents.workshop("Ναυτική", 20), EventStatus.OPEN)));
  }

  @Test
  void aDraftIsItsOrganisersAlone() {
    String slug =
        make(organiser, s -> s.create(MadeEvents.workshop("Workshop", 20), EventStatus.DRAFT));
    assertTrue(detail(organiser, slug).organiser());
    for (Reader reader : List.of(other, member, Reader.VISITOR)) {
      assertThrows(NotFoundException.class, () -> detail(reader, slug));
      assertTrue(read(reader, s -> s.page(EventFilter.coming(NOW), 25, null)).items().isEmpty());
    }
    move(organiser, slug, EventStatus.OPEN, "");
    assertNotNull(detail(member, slug));
    assertThrows(NotFoundException.class, () -> detail(Reader.VISITOR, slug));
    assertThrows(
        ConflictException.class, () -> move(organiser, slug, EventStatus.DRAFT, "Back again"));
  }

  @Test
  void theAudienceDecidesWhoSees() {
    NewEvent open =
        MadeEvents.workshop("Workshop", 20)
            .with(new NewEvent.Room(EventAudience.PUBLIC, RoomRule.CHATHAM_HOUSE, Tlp.GREEN));
    String slug = make(organiser, s -> s.create(open, EventStatus.OPEN));
    EventDetail seen = detail(Reader.VISITOR, slug);
    assertNull(seen.venue(), "the venue is for accepted people");
    assertNull(seen.mine());
    assertFalse(seen.organiser());
    assertEquals(20, seen.summary().left());
    database.sql(
        "insert into registration (id, event_id, mode, account_id, name, mail, mail_key, state,"
            + " joined_at, created_at, updated_at) select 7, id, 'IN_PERSON', 3, 'P', 'p@x.example',"
            + " 'p@x.example', 'ACCEPTED', now(), now(), now() from event",
        "insert into registration_seat select 7, id from event_quota");
    EventDetail mine = detail(member, slug);
    assertEquals("Harbour hall, Akti Miaouli 10", mine.venue());
    assertTrue(mine.mine().seat());
    assertEquals(19, mine.summary().left());
  }

  @Test
  void anotherOrganisersEventIsNotFound() {
    String slug =
        make(organiser, s -> s.create(MadeEvents.workshop("Workshop", 20), EventStatus.OPEN));
    assertThrows(
        NotFoundException.class, () -> change(other, slug, MadeEvents.workshop("Workshop", 20), 0));
    assertThrows(NotFoundException.class, () -> move(other, slug, EventStatus.CLOSED, ""));
  }

  @Test
  void placeAndTimeCountTheCalendarEntryOn() {
    String slug =
        make(organiser, s -> s.create(MadeEvents.workshop("Workshop", 20), EventStatus.OPEN));
    change(organiser, slug, MadeEvents.workshop("Workshop", 30), 0);
    assertEquals(0, detail(member, slug).summary().sequence());
    change(organiser, slug, MadeEvents.workshop("Workshop of two days", 30), 1);
    assertEquals(1, detail(member, slug).summary().sequence());
    assertThrows(
        ConflictException.class,
        () -> change(organiser, slug, MadeEvents.workshop("Workshop", 30), 1));
    assertThrows(InvalidException.class, () -> move(organiser, slug, EventStatus.CANCELLED, ""));
    move(organiser, slug, EventStatus.CANCELLED, "The hall was flooded.");
    assertEquals(2, detail(member, slug).summary().sequence());
    assertEquals(3, fired.stream().filter(EventChanged.class::isInstance).count());
    assertEquals(
        List.of(true, false),
        fired.stream()
            .filter(EventMoved.class::isInstance)
            .map(event -> ((EventMoved) event).before() != null)
            .toList(),
        "a new title, then the end");
  }

  @Test
  void fewerSeatsThanAreTakenAreRefused() {
    String slug =
        make(organiser, s -> s.create(MadeEvents.workshop("Workshop", 2), EventStatus.OPEN));
    database.sql(
        "insert into registration (id, event_id, mode, name, mail, mail_key, state, joined_at,"
            + " created_at, updated_at) select n, id, 'IN_PERSON', 'P', n || '@x', n || '@x',"
            + " 'ACCEPTED', now(), now(), now() from event, generate_series(1, 2) n",
        "insert into registration_seat select r.id, q.id from registration r, event_quota q");
    InvalidException refused =
        assertThrows(
            InvalidException.class,
            () -> change(organiser, slug, MadeEvents.workshop("Workshop", 1), 0));
    assertEquals(Set.of("capacity"), refused.fields().keySet());
    change(organiser, slug, MadeEvents.workshop("Workshop", null), 0);
    assertNull(detail(member, slug).summary().left());
  }

  @Test
  void everyFieldThatCannotBeTakenIsSaid() {
    NewEvent wrong =
        new NewEvent(
            new NewEvent.About(" ", "x".repeat(101), null, null, null, null, null),
            new NewEvent.Place(NOW, NOW, "Mars/Base", "", null, false, null, "javascript:x"),
            new NewEvent.Seats(0, -1, null, 0, false, true, 0, 22, null, null, null, null, null),
            new NewEvent.Room(null, null, Tlp.RED));
    InvalidException refused =
        assertThrows(
            InvalidException.class, () -> make(organiser, s -> s.create(wrong, EventStatus.OPEN)));
    assertEquals(
        Set.of(
            "title",
            "endsAt",
            "zone",
            "capacity",
            "audience",
            "mode",
            "companyCap",
            "offerHours",
            "remoteLink",
            "inPerson",
            "quietFrom",
            "tlp",
            "series"),
        refused.fields().keySet());
  }

  @Test
  void pagesFollowEachOtherInOneStatementEach() {
    for (int n = 0; n < 60; n++) {
      MadeEvents.open(database, 100 + n, 1, 10);
    }
    List<String> slugs = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      List<EventPage> pages = new ArrayList<>();
      assertEquals(
          1,
          database
              .statements(
                  () -> pages.add(read(member, s -> s.page(EventFilter.coming(NOW), 25, from))))
              .size());
      pages.get(0).items().forEach(event -> slugs.add(event.slug()));
      cursor = pages.get(0).next();
    } while (cursor != null);
    assertEquals(60, Set.copyOf(slugs).size());
    assertEquals(60, slugs.size());
    assertThrows(
        InvalidException.class,
        () -> read(member, s -> s.page(EventFilter.coming(NOW), 25, "nonsense")));
    assertTrue(read(member, s -> s.page(EventFilter.past(NOW), 25, null)).items().isEmpty());
    assertEquals(1, database.statements(() -> assertNotNull(detail(member, "event-101"))).size());
  }

  private static void part(long id, String starts, String ends) {
    database.sql(
        "insert into event_quota (id, event_id, kind, name, place) select %d, id, 'SESSION', 'Part',"
                .formatted(id)
            + " 10 from event where slug = 'convoy-2027'",
        "insert into event_session (quota_id, starts_at, ends_at) values (%d, timestamptz '%s',"
                .formatted(id, starts)
            + " timestamptz '%s')".formatted(ends));
  }

  private static String part(long id) {
    return (String)
        database.value(
            "select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' ||"
                + " to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from event_session"
                + " where quota_id = "
                + id);
  }

  private static NewEvent at(NewEvent event, String starts, String ends, String zone) {
    NewEvent.Place place = event.place();
    return new NewEvent(
        event.about(),
        new NewEvent.Place(
            java.time.Instant.parse(starts),
            java.time.Instant.parse(ends),
            zone,
            place.city(),
            place.venue(),
            place.venueHidden(),
            place.mode(),
            place.remoteLink()),
        event.seats(),
        event.room());
  }

  /** The clock at the place changes in between, and then the event moves to another zone. */
  @Test
  void theAgendaMovesAlongByTheWallClock() {
    NewEvent event = MadeEvents.workshop("Convoy", 20);
    make(organiser, s -> s.create(event, EventStatus.OPEN));
    part(901, "2027-01-20T07:30Z", "2027-01-20T10:00Z"); // 09:30 to 12:00 in Athens
    part(902, "2027-01-21T01:30Z", "2027-01-21T02:00Z"); // 03:30 to 04:00
    NewEvent spring = at(event, "2027-03-27T07:00:00Z", "2027-03-28T14:00:00Z", "Europe/Athens");
    assertEquals((Integer) 0, make(organiser, s -> s.change("convoy-2027", event, 0, true)));
    assertEquals((Integer) 2, make(organiser, s -> s.change("convoy-2027", spring, 1, true)));
    assertEquals("2027-03-27 07:30 2027-03-27 10:00", part(901), "still 09:30");
    // 03:30 is left out on that day: it is 04:30 then, and keeps its half hour
    assertEquals("2027-03-28 01:30 2027-03-28 02:00", part(902));
    NewEvent manila = at(event, "2027-06-01T01:00:00Z", "2027-06-02T08:00:00Z", "Asia/Manila");
    make(organiser, s -> s.change("convoy-2027", manila, 2, true));
    assertEquals("2027-06-01 01:30 2027-06-01 04:00", part(901), "09:30 in Manila");
    make(organiser, s -> s.change("convoy-2027", spring, 3, false));
    assertEquals("2027-06-01 01:30 2027-06-01 04:00", part(901), "not asked for");
    assertThrows(
        NotFoundException.class, () -> make(other, s -> s.change("convoy-2027", event, 4, true)));
  }

  @Test
  void anAddressIsMadeFreeByOneQuestion() {
    for (int i = 1; i <= 12; i++) {
      String slug =
          make(organiser, s -> s.create(MadeEvents.workshop("Newer", 5), EventStatus.DRAFT));
      assertEquals(i == 1 ? "newer-2027" : "newer-2027-" + i, slug);
    }
    database.inTransaction(
        em -> {
          List<String> sent =
              database.statements(
                  () ->
                      new EventService(
                              new EventRepository(em),
                              new EventSessionRepository(em),
                              MadeEvents.events(fired),
                              MadeMembers.audit(em),
                              MadeMembers.caller(organiser),
                              CLOCK)
                          .create(MadeEvents.workshop("Newer", 5), EventStatus.DRAFT));
          assertEquals(
              1, sent.stream().filter(sql -> sql.startsWith("select slug from event")).count());
          return null;
        });
  }
}
