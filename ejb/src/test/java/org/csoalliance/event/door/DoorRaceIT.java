package org.csoalliance.event.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two devices scan one ticket at the same moment. */
@Timeout(120)
class DoorRaceIT {
  @RegisterExtension static final Database database = new Database();

  private static final int TICKETS = 40;

  private final ExecutorService devices = Executors.newFixedThreadPool(2);
  private Reader organiser;

  @BeforeEach
  void event() {
    database.sql("truncate account, company, event, ticket_key cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    MadeEvents.open(database, 50, 1, 200);
    MadeDoor.people(database, 50, TICKETS);
  }

  @AfterEach
  void end() {
    devices.shutdownNow();
  }

  /** How often each of 40 tickets let somebody in when both devices scan it at once. */
  private List<Long> race() throws Exception {
    List<Long> ins = new ArrayList<>();
    for (int n = 0; n < TICKETS; n++) {
      String token = MadeDoor.token(database, 1000 + n);
      CyclicBarrier together = new CyclicBarrier(2);
      List<Future<ScanAnswer>> both = new ArrayList<>();
      for (String place : List.of("Main door", "Side door")) {
        Scan scan = new Scan(UUID.randomUUID(), token, null, null, null, null, false, place, "");
        both.add(
            devices.submit(
                () -> {
                  together.await();
                  return MadeDoor.one(database, organiser, scan);
                }));
      }
      long in = 0;
      for (Future<ScanAnswer> each : both) {
        ScanAnswer answer = each.get();
        in += answer.outcome() == ScanOutcome.IN ? 1 : 0;
        if (answer.outcome() == ScanOutcome.ALREADY) {
          assertEquals("Person 1", answer.first().by());
        }
      }
      ins.add(in);
    }
    return ins;
  }

  @Test
  void oneOfTwoDevicesLetsThePersonIn() throws Exception {
    assertEquals(Collections.nCopies(TICKETS, 1L), race());
  }

  /** The control: without the index both let the person in, so the race is seen. */
  @Test
  void withoutTheIndexBothDo() throws Exception {
    database.sql("drop index door_scan_door");
    try {
      assertEquals(Collections.nCopies(TICKETS, 2L), race());
    } finally {
      database.sql(
          "truncate door_scan",
          "create unique index door_scan_door on door_scan (registration_id, day) where outcome ="
              + " 'IN' and undone_at is null and session_id is null");
    }
  }

  /** Two devices come back at once, each with the same tickets in another order. */
  @Test
  void batchesThatCrossEndInNoRing() throws Exception {
    List<Scan> one = new ArrayList<>();
    List<Scan> two = new ArrayList<>();
    for (int n = 0; n < TICKETS; n++) {
      String token = MadeDoor.token(database, 1000 + n);
      one.add(MadeDoor.offline(UUID.randomUUID(), token, "Main door"));
      two.add(0, MadeDoor.offline(UUID.randomUUID(), token, "Side door"));
    }
    List<Future<List<ScanAnswer>>> both = new ArrayList<>();
    for (List<Scan> batch : List.of(one, two)) {
      both.add(
          devices.submit(
              () -> MadeDoor.as(database, organiser, door -> door.checkIn("event-50", batch))));
    }
    long in = 0;
    for (Future<List<ScanAnswer>> each : both) {
      in += each.get().stream().filter(a -> a.outcome() == ScanOutcome.IN).count();
    }
    assertEquals(TICKETS, in);
    assertEquals(2L * TICKETS, database.value("select count(*) from door_scan"));
  }
}
