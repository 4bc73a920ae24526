package org.csoalliance.event.door;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.csoalliance.event.door.ScanOutcome.ALREADY;
import static org.csoalliance.event.door.ScanOutcome.FORGED;
import static org.csoalliance.event.door.ScanOutcome.FULL;
import static org.csoalliance.event.door.ScanOutcome.IN;
import static org.csoalliance.event.door.ScanOutcome.NOT_CHOSEN;
import static org.csoalliance.event.door.ScanOutcome.NO_SEAT;
import static org.csoalliance.event.door.ScanOutcome.OTHER_EVENT;
import static org.csoalliance.event.door.ScanOutcome.REVOKED;
import static org.csoalliance.event.door.ScanOutcome.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

class DoorIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;

  @BeforeEach
  void event() {
    database.sql("truncate account, company, event, outbox_mail, ticket_key cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    MadeEvents.open(database, 50, 1, 200);
    MadeEvents.open(database, 60, 1, 10);
    MadeDoor.people(database, 50, 120);
  }

  private String token(long registration) {
    return MadeDoor.token(database, registration);
  }

  private ScanAnswer scan(String code) {
    return MadeDoor.one(database, organiser, Scan.of(code));
  }

  private static String state(long registration) {
    return (String) database.value("select state from registration where id = " + registration);
  }

  @Test
  void aTicketHoldsNothingOfAPerson() {
    String token = token(1000);
    assertTrue(token.matches("[0-9A-Z]{135}"), token + " " + token.length());
    TicketToken.Read read = TicketToken.read(token).orElseThrow();
    assertEquals(MadeDoor.ticket(database, 1000), read.token().ticket());
    assertFalse(new String(read.payload(), StandardCharsets.ISO_8859_1).contains("Guest"));
    assertEquals(token, token(1000), "the same ticket is the same text");
    assertEquals(
        0L,
        database.value("select count(*) from ticket_key where private_key is not null"),
        "the private key lies sealed");
  }

  @Test
  void aTicketOpensTheDoorOnceAndTheSecondScanTellsOfTheFirst() {
    String token = token(1000);
    Scan first = new Scan(UUID.randomUUID(), token, null, null, null, null, false, "Main door", "");
    assertEquals(IN, MadeDoor.one(database, organiser, first).outcome());
    assertEquals("ATTENDED", state(1000));
    ScanAnswer second = scan(token);
    assertEquals(ALREADY, second.outcome());
    assertEquals("Main door", second.first().place());
    assertEquals("Person 1", second.first().by());
    assertEquals(MadeEvents.NOW, second.first().at());
    assertTrue(second.words().contains("22 Nov 22:00, Main door, by Person 1"), second.words());
    assertEquals(IN, MadeDoor.one(database, organiser, first).outcome(), "sent again: the same");
    assertEquals(2L, database.value("select count(*) from door_scan"));
  }

  @Test
  void codesAreTypedAsPeopleReadThem() {
    String code = (String) database.value("select ticket_code from registration where id = 1001");
    assertTrue(code.matches("[0-9A-HJKMNP-TV-Z]{10}"), code);
    String typed = TicketToken.shown(code).toLowerCase(java.util.Locale.ROOT).replace('0', 'o');
    assertEquals(IN, scan(" " + typed).outcome());
    assertEquals(UNKNOWN, scan("ZZZZZ-ZZZZZ").outcome());
    assertEquals(UNKNOWN, scan("").outcome());
    assertEquals(UNKNOWN, scan("https://elsewhere.example/ticket").outcome());
  }

  @Test
  void forgedAlteredAndOldTicketsAreRefused() {
    String token = token(1002);
    for (int i = 2; i < token.length() - 1; i += 13) {
      char other = token.charAt(i) == '7' ? '8' : '7';
      String altered = token.substring(0, i) + other + token.substring(i + 1);
      assertEquals(FORGED, scan(altered).outcome(), "letter " + i);
    }
    String foreign = token(1002);
    database.sql(
        "update ticket_key set withdrawn_at = now()"); // as if its private key had been stolen
    assertEquals(FORGED, scan(foreign).outcome());
    String anew = token(1002);
    assertEquals(IN, scan(anew).outcome(), "a new key signs on");

    String handedOn = token(1003);
    database.sql("update registration set mail_key = 'new', mail = 'new' where id = 1003");
    assertEquals(REVOKED, scan(handedOn).outcome());
    assertEquals("", scan(handedOn).name(), "whoever holds an old ticket learns no name");
    assertEquals(IN, scan(token(1003)).outcome());

    String cancelled = token(1004);
    database.sql("update registration set state = 'CANCELLED' where id = 1004");
    assertEquals(REVOKED, scan(cancelled).outcome());
    assertEquals(NO_SEAT, scan(token(1004)).outcome());
    assertEquals("CANCELLED", state(1004));
  }

  @Test
  void anotherEventsTicketAndAnotherOrganisersDoorAreClosed() {
    database.sql("update registration set event_id = 60 where id = 1005");
    assertEquals(OTHER_EVENT, scan(token(1005)).outcome());
    String token = token(1006);
    assertThrows(NotFoundException.class, () -> MadeDoor.one(database, other, Scan.of(token)));
    assertThrows(
        NotFoundException.class,
        () -> MadeDoor.as(database, other, door -> door.checkIn(null, List.of(Scan.of(token)))));
    assertThrows(
        NotFoundException.class, () -> MadeDoor.as(database, other, d -> d.list("event-50")));
    assertThrows(
        NotFoundException.class, () -> MadeDoor.as(database, other, d -> d.counts("event-50")));
    assertEquals(
        IN,
        MadeDoor.as(database, organiser, door -> door.checkIn(null, List.of(Scan.of(token))))
            .get(0)
            .outcome(),
        "a ticket alone names its event");
    database.sql("update event set status = 'CANCELLED' where id = 50");
    assertThrows(ConflictException.class, () -> scan(token(1007)));
  }

  @Test
  void aCheckInIsTakenBack() {
    UUID client = UUID.randomUUID();
    Scan scan = new Scan(client, token(1008), null, null, null, null, false, "", "");
    MadeDoor.one(database, organiser, scan);
    MadeDoor.as(
        database,
        organiser,
        door -> {
          door.undo("event-50", client);
          return null;
        });
    assertEquals("ACCEPTED", state(1008));
    assertEquals(IN, scan(token(1008)).outcome());
    assertThrows(
        NotFoundException.class,
        () ->
            MadeDoor.as(
                database,
                other,
                door -> {
                  door.undo("event-50", client);
                  return null;
                }));
  }

  @Test
  void eachDayAndEachSessionIsADoor() {
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.SESSION, "Drones", null);
    MadeEvents.quota(database, 52, 50, EventQuota.Kind.SESSION, "Stowaways", null);
    database.sql(
        "insert into event_session (quota_id, starts_at, ends_at, chosen) values (51, timestamptz"
            + " '2027-01-20T08:00Z', timestamptz '2027-01-20T09:00Z', false), (52, timestamptz"
            + " '2027-01-20T09:00Z', timestamptz '2027-01-20T10:00Z', true)",
        "insert into registration_session values (1010, 52)");
    Clock secondDay = Clock.offset(CLOCK, Duration.ofDays(60));
    String token = token(1009);
    assertEquals(IN, scan(token).outcome());
    assertEquals(
        IN,
        database
            .inTransaction(
                em ->
                    MadeDoor.service(em, organiser, secondDay)
                        .checkIn("event-50", List.of(Scan.of(token))))
            .get(0)
            .outcome());
    assertEquals(IN, atSession(1009, 51));
    assertEquals(ALREADY, atSession(1009, 51));
    assertEquals(NOT_CHOSEN, atSession(1009, 52));
    assertEquals(IN, atSession(1010, 52));
    assertThrows(InvalidException.class, () -> atSession(1009, 99));
    DoorCounts counts = MadeDoor.as(database, organiser, door -> door.counts("event-50"));
    assertEquals(List.of(1, 1), counts.sessions().stream().map(DoorCounts.OfSession::in).toList());
    assertEquals(2, counts.in());
    assertEquals(120, counts.expected());
  }

  private ScanOutcome atSession(long registration, long session) {
    return MadeDoor.one(
            database,
            organiser,
            new Scan(null, null, registration, null, session, null, false, "", ""))
        .outcome();
  }

  @Test
  void whoeverWalksInGetsASeatWhileThereIsOne() {
    MadeEvents.open(database, 70, 1, 1);
    Scan first = walkIn("Ngozi Okafor", "ngozi@test.example");
    ScanAnswer in =
        MadeDoor.as(database, organiser, d -> d.checkIn("event-70", List.of(first))).get(0);
    assertEquals(IN, in.outcome());
    assertTrue(in.walkIn());
    ScanAnswer again =
        MadeDoor.as(database, organiser, d -> d.checkIn("event-70", List.of(first))).get(0);
    assertEquals(in, again);
    Scan second = walkIn("Lars Berg", "lars@test.example");
    ScanAnswer full =
        MadeDoor.as(database, organiser, d -> d.checkIn("event-70", List.of(second))).get(0);
    assertEquals(FULL, full.outcome());
    assertEquals("Lars Berg", full.name());
    assertEquals(1, database.value("select taken from event_quota where id = 70"));
    assertThrows(
        InvalidException.class,
        () ->
            MadeDoor.as(
                database, organiser, d -> d.checkIn("event-70", List.of(walkIn("", "no mail")))));
  }

  private static Scan walkIn(String name, String mail) {
    return new Scan(
        UUID.randomUUID(),
        null,
        null,
        new Scan.WalkIn(name, mail, "Harbour police"),
        null,
        null,
        false,
        "",
        "");
  }

  /** Two devices without a network scan 55 tickets each, 10 of them both. */
  @Test
  void aHundredScansOfTwoDevicesWithTenInCommonLoseNone() {
    List<Scan> one = new ArrayList<>();
    List<Scan> two = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      one.add(MadeDoor.offline(UUID.randomUUID(), token(1000 + n), "Main door"));
      two.add(MadeDoor.offline(UUID.randomUUID(), token(1040 + n), "Side door"));
    }
    List<ScanAnswer> first =
        MadeDoor.as(database, organiser, door -> door.checkIn("event-50", one));
    List<ScanAnswer> second =
        MadeDoor.as(database, organiser, door -> door.checkIn("event-50", two));
    assertEquals(50, first.stream().filter(each -> each.outcome() == IN).count());
    assertEquals(40, second.stream().filter(each -> each.outcome() == IN).count());
    assertEquals(10, second.stream().filter(each -> each.outcome() == ALREADY).count());
    assertEquals(100L, database.value("select count(*) from door_scan"), "none is lost");
    assertEquals(90L, database.value("select count(*) from registration where state = 'ATTENDED'"));
    List<DoorConflict> conflicts =
        MadeDoor.as(database, organiser, door -> door.conflicts("event-50"));
    assertEquals(10, conflicts.size());
    for (DoorConflict each : conflicts) {
      assertEquals("Side door", each.place());
      assertEquals("Main door", each.first().place());
    }
    List<ScanAnswer> again =
        MadeDoor.as(database, organiser, door -> door.checkIn("event-50", two));
    assertEquals(second, again, "a batch whose answer was lost is sent again");
    assertEquals(100L, database.value("select count(*) from door_scan"));
    MadeDoor.as(
        database,
        organiser,
        door -> {
          door.settle("event-50", conflicts.get(0).id());
          return null;
        });
    DoorCounts counts = MadeDoor.as(database, organiser, door -> door.counts("event-50"));
    assertEquals(9, counts.conflicts());
    assertEquals(90, counts.in());
  }

  @Test
  void theListOfADeviceRefusesWhatTheServerRefuses() {
    scan(token(1000));
    database.sql("update registration set state = 'CANCELLED' where id = 1001");
    DoorList list = MadeDoor.as(database, organiser, door -> door.list("event-50"));
    assertEquals(120, list.people().size());
    assertEquals(32, list.deviceKey().length);
    DoorList.Person in = list.people().stream().filter(p -> p.id() == 1000).findFirst().get();
    assertEquals(1, in.in().size());
    DoorList.Person gone = list.people().stream().filter(p -> p.id() == 1001).findFirst().get();
    assertFalse(gone.seat());
    assertEquals("", gone.name(), "a device holds no name that it does not need");
    assertEquals(1, gone.generation());
    TicketToken.Read read = TicketToken.read(token(1002)).orElseThrow();
    assertTrue(TicketKeys.verifies(list.keys().get(0).raw(), read.payload(), read.signature()));
  }

  @Test
  void whoDidNotComeIsMarkedOnceTheEventIsOver() {
    scan(token(1000));
    database.sql("update registration set mode = 'REMOTE' where id = 1001");
    assertEquals(0, mark(Duration.ofDays(30)));
    assertEquals(118, mark(Duration.ofDays(62)));
    assertEquals(0, mark(Duration.ofDays(62)), "a second node finds none left");
    assertEquals("ATTENDED", state(1000));
    assertEquals("ACCEPTED", state(1001));
    assertEquals("NO_SHOW", state(1002));
    assertEquals(
        IN,
        MadeDoor.one(
                database, organiser, MadeDoor.offline(UUID.randomUUID(), token(1002), "Side door"))
            .outcome(),
        "a device that synchronises late is still heard");
    assertEquals("ATTENDED", state(1002));
  }

  private static int mark(Duration later) {
    return database.inTransaction(
        em -> new NoShowRound(new DoorListRepository(em), Clock.offset(CLOCK, later)).mark());
  }
}
