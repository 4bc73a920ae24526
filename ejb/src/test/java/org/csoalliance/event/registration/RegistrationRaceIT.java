package org.csoalliance.event.registration;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sql.Rows;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many want few seats at once: never one too many, and the tests see it when the guard is off. */
@Timeout(300)
class RegistrationRaceIT {
  @RegisterExtension static final Database database = new Database();

  private static final int CLIENTS = 16;

  /** 10,000 for the whole race of 500 seats; fewer where other tests run beside. */
  private static final int PEOPLE = Integer.getInteger("alliance.race.people", 1000);

  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

  @BeforeEach
  void organiser() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    MadeMembers.account(database, 1, null, Role.ORGANISER);
  }

  @AfterEach
  void end() throws InterruptedException {
    clients.shutdownNow();
    assertTrue(clients.awaitTermination(60, TimeUnit.SECONDS));
  }

  private static void members(int count) {
    database.sql(
        "insert into account (id, email, email_key, name, company_id, created_at) select n,"
            + " 'p' || n || '@test.example', 'p' || n || '@test.example', 'Person ' || n, 10, now()"
            + " from generate_series(100, "
            + (99 + count)
            + ") n");
  }

  private static Reader member(long id) {
    return new Reader(id, "Person " + id, 10L, Set.of(Role.MEMBER));
  }

  private static RegistrationService service(
      SeatRepository seats, EntityManager em, Reader reader) {
    return new MadeRegistrations(em, reader, seats, new CodeRepository(em), CLOCK).service();
  }

  private static Registered register(
      Function<EntityManager, SeatRepository> seats, long person, String slug) {
    return database.inTransaction(
        em -> service(seats.apply(em), em, member(person)).register(slug, Register.self(null)));
  }

  private <T> List<Object> all(List<Callable<T>> attempts) throws InterruptedException {
    List<Future<T>> running = new ArrayList<>();
    attempts.forEach(attempt -> running.add(clients.submit(attempt)));
    List<Object> answers = new ArrayList<>();
    for (Future<T> one : running) {
      try {
        answers.add(one.get());
      } catch (java.util.concurrent.ExecutionException failed) {
        answers.add(failed.getCause());
      }
    }
    return answers;
  }

  private static long taken(long quota) {
    return ((Number) database.value("select taken from event_quota where id = " + quota))
        .longValue();
  }

  @Test
  void twentyWantEachSeat() throws InterruptedException {
    int people = PEOPLE;
    int seats = people / 20;
    MadeEvents.open(database, 50, 1, seats);
    members(people);
    List<Callable<Registered>> attempts = new ArrayList<>();
    for (int n = 0; n < people; n++) {
      long person = 100 + n;
      attempts.add(() -> register(SeatRepository::new, person, "event-50"));
    }
    List<Object> answers = all(attempts);
    long accepted =
        answers.stream()
            .map(answer -> assertInstanceOf(Registered.class, answer))
            .filter(answer -> answer.state() == RegistrationState.ACCEPTED)
            .count();
    assertEquals(seats, accepted);
    assertEquals(seats, taken(50));
    assertEquals(
        (long) people - seats,
        database.value("select count(*) from registration where state = 'WAITLISTED'"));
    assertEquals((long) people, database.value("select count(*) from outbox_mail"));
  }

  @Test
  void quotasThatCrossEndInNoRing() throws InterruptedException {
    MadeEvents.open(database, 50, 1, 1000);
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.SESSION, "Drones", 20);
    MadeEvents.quota(database, 52, 50, EventQuota.Kind.SESSION, "Stowaways", 15);
    members(200);
    List<Callable<Registered>> attempts = new ArrayList<>();
    for (int n = 0; n < 200; n++) {
      long person = 100 + n;
      List<Long> sessions = n % 2 == 0 ? List.of(51L, 52L) : List.of(52L, 51L);
      attempts.add(
          () ->
              database.inTransaction(
                  em ->
                      service(new SeatRepository(em), em, member(person))
                          .register(
                              "event-50",
                              new Register(null, null, null, null, null, null, sessions))));
    }
    all(attempts).forEach(answer -> assertInstanceOf(Registered.class, answer));
    assertEquals(15, taken(50));
    assertEquals(15, taken(51));
    assertEquals(15, taken(52));
  }

  @Test
  void onePersonInTwoBrowsersIsOneRegistration() throws InterruptedException {
    MadeEvents.open(database, 50, 1, 10);
    members(1);
    List<Callable<Registered>> attempts = new ArrayList<>();
    for (int n = 0; n < 10; n++) {
      attempts.add(() -> register(SeatRepository::new, 100, "event-50"));
    }
    Set<Long> numbers = new HashSet<>();
    all(attempts).forEach(answer -> numbers.add(assertInstanceOf(Registered.class, answer).id()));
    assertEquals(1, numbers.size());
    assertEquals(1, taken(50));
  }

  /** Reads the quotas without a lock, and waits until the other one has read them too. */
  private static final class Unguarded extends SeatRepository {
    private final CyclicBarrier bothHaveRead;

    Unguarded(EntityManager em, CyclicBarrier bothHaveRead) {
      super(em);
      this.bothHaveRead = bothHaveRead;
    }

    @Override
    List<EventQuota> lockQuotas(long eventId) {
      List<EventQuota> quotas = quotas(eventId);
      try {
        bothHaveRead.await(60, TimeUnit.SECONDS);
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
      return quotas;
    }
  }

  private List<Object> twoForOneSeatUnguarded() throws InterruptedException {
    MadeEvents.open(database, 50, 1, 1);
    members(2);
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);
    return all(
        List.of(
            () -> register(em -> new Unguarded(em, bothHaveRead), 100, "event-50"),
            () -> register(em -> new Unguarded(em, bothHaveRead), 101, "event-50")));
  }

  @Test
  void controlWithoutTheLockTheDatabaseRefusesOneTooMany() throws InterruptedException {
    List<Object> answers = twoForOneSeatUnguarded();
    assertEquals(
        1, answers.stream().filter(Registered.class::isInstance).count(), answers::toString);
    assertEquals(1, taken(50));
  }

  @Test
  void controlWithoutLockAndConstraintItOversells() throws InterruptedException {
    database.sql("alter table event_quota drop constraint event_quota_not_oversold");
    try {
      assertEquals(
          2,
          twoForOneSeatUnguarded().stream()
              .filter(Registered.class::isInstance)
              .map(Registered.class::cast)
              .filter(answer -> answer.state() == RegistrationState.ACCEPTED)
              .count());
      assertEquals(2, taken(50));
    } finally {
      database.sql(
          "truncate event cascade",
          "alter table event_quota add constraint event_quota_not_oversold"
              + " check (capacity is null or taken <= capacity)");
    }
  }

  /** Looks whether the code is good, waits until the others have looked too, and then counts. */
  private static final class UnguardedCodes extends CodeRepository {
    private final EntityManager em;
    private final CyclicBarrier allHaveLooked;

    UnguardedCodes(EntityManager em, CyclicBarrier allHaveLooked) {
      super(em);
      this.em = em;
      this.allHaveLooked = allHaveLooked;
    }

    @Override
    Optional<Used> use(long eventId, String code) {
      Optional<Used> good = look(eventId, code);
      try {
        allHaveLooked.await(60, TimeUnit.SECONDS);
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
      good.ifPresent(
          found ->
              Rows.change(
                  em.unwrap(java.sql.Connection.class),
                  "update event_code set used = used + 1 where id = ?",
                  found.id()));
      return good;
    }
  }

  private static Registered invited(Function<EntityManager, CodeRepository> codes, long person) {
    return database.inTransaction(
        em ->
            new MadeRegistrations(
                    em, member(person), new SeatRepository(em), codes.apply(em), CLOCK)
                .service()
                .register(
                    "event-50",
                    new Register(
                        null, null, null, null, null, null, List.of(), "code1", null, null)));
  }

  private static void byCode() {
    MadeEvents.open(database, 50, 1, null);
    database.sql(
        "insert into event_rules (event_id, by_code) values (50, true)",
        "insert into event_code (event_id, code, uses, created_at) values (50, 'CODE1', 1, now())");
  }

  @Test
  void fiftyWithOneCodeAreOne() throws InterruptedException {
    byCode();
    members(50);
    List<Callable<Registered>> attempts = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      long person = 100 + n;
      attempts.add(() -> invited(CodeRepository::new, person));
    }
    List<Object> answers = all(attempts);
    assertEquals(1, answers.stream().filter(Registered.class::isInstance).count());
    assertEquals(49, answers.stream().filter(InvalidException.class::isInstance).count());
    assertEquals(1, database.value("select used from event_code"));
    assertEquals(1L, database.value("select count(*) from registration"));
  }

  /** Approval takes no seat, so that no lock of the quotas keeps the two apart. */
  private List<Object> twoWithOneCodeUnguarded() throws InterruptedException {
    byCode();
    members(2);
    CyclicBarrier both = new CyclicBarrier(2);
    return all(
        List.of(
            () -> unlocked(em -> new UnguardedCodes(em, both), 100),
            () -> unlocked(em -> new UnguardedCodes(em, both), 101)));
  }

  private static Registered unlocked(Function<EntityManager, CodeRepository> codes, long person) {
    return database.inTransaction(
        em ->
            new MadeRegistrations(
                    em,
                    member(person),
                    new SeatRepository(em) {
                      @Override
                      List<EventQuota> lockQuotas(long eventId) {
                        return quotas(eventId);
                      }
                    },
                    codes.apply(em),
                    CLOCK)
                .service()
                .register(
                    "event-50",
                    new Register(
                        null, null, null, null, null, null, List.of(), "code1", null, null)));
  }

  @Test
  void controlWithoutTheOneStatementTheDatabaseRefusesTheSecondUse() throws InterruptedException {
    assertEquals(
        1, twoWithOneCodeUnguarded().stream().filter(Registered.class::isInstance).count());
    assertEquals(1, database.value("select used from event_code"));
  }

  @Test
  void controlWithoutStatementAndConstraintTheCodeIsUsedTwice() throws InterruptedException {
    database.sql("alter table event_code drop constraint event_code_not_overused");
    try {
      assertEquals(
          2, twoWithOneCodeUnguarded().stream().filter(Registered.class::isInstance).count());
      assertEquals(2, database.value("select used from event_code"));
    } finally {
      database.sql(
          "truncate event cascade",
          "alter table event_code add constraint event_code_not_overused check (used <= uses)");
    }
  }

  private static void formsHold() {
    database.sql("insert into event_rules (event_id, form_minutes) values (50, 15)");
  }

  private static java.time.Instant opensForm(
      Function<EntityManager, SeatRepository> seats, long person) {
    return database.inTransaction(
        em ->
            new MadeRegistrations(
                    em, member(person), seats.apply(em), new CodeRepository(em), CLOCK)
                .forms()
                .open("event-50", ""));
  }

  /** Forms hold no more seats than there are, and whoever holds one gets it, however late. */
  @Test
  void eachOpenFormHoldsASeatOrNone() throws InterruptedException {
    MadeEvents.open(database, 50, 1, 10);
    formsHold();
    members(100);
    List<Callable<java.time.Instant>> forms = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      long person = 100 + n;
      forms.add(() -> opensForm(SeatRepository::new, person));
    }
    Set<Long> holders = new HashSet<>();
    List<Object> answers = all(forms);
    for (int n = 0; n < 100; n++) {
      if (answers.get(n) != null) {
        assertInstanceOf(java.time.Instant.class, answers.get(n));
        holders.add(100L + n);
      }
    }
    assertEquals(10, holders.size());
    assertEquals(10, taken(50));
    List<Callable<Registered>> attempts = new ArrayList<>();
    for (int n = 99; n >= 0; n--) {
      long person = 100 + n;
      attempts.add(() -> register(SeatRepository::new, person, "event-50"));
    }
    all(attempts).forEach(answer -> assertInstanceOf(Registered.class, answer));
    assertEquals(10, taken(50));
    assertEquals(0L, database.value("select count(*) from seat_hold"));
    for (Long holder : holders) {
      assertEquals(
          "ACCEPTED",
          database.value("select state from registration where account_id = " + holder));
    }
  }

  private List<Object> twoFormsForOneSeatUnguarded() throws InterruptedException {
    MadeEvents.open(database, 50, 1, 1);
    formsHold();
    members(2);
    CyclicBarrier both = new CyclicBarrier(2);
    return all(
        List.of(
            () -> opensForm(em -> new Unguarded(em, both), 100),
            () -> opensForm(em -> new Unguarded(em, both), 101)));
  }

  @Test
  void controlWithoutTheLockTheDatabaseRefusesASecondHold() throws InterruptedException {
    List<Object> answers = twoFormsForOneSeatUnguarded();
    assertEquals(
        1, answers.stream().filter(java.time.Instant.class::isInstance).count(), answers::toString);
    assertEquals(1, taken(50));
  }

  private List<Object> eightArePutFirst(Function<EntityManager, SeatRepository> seats)
      throws InterruptedException {
    MadeEvents.open(database, 50, 1, 0);
    members(20);
    for (int n = 0; n < 20; n++) {
      register(SeatRepository::new, 100 + n, "event-50");
    }
    Reader organiser = new Reader(1L, "Organiser", null, Set.of(Role.ORGANISER));
    List<Callable<Registered>> moves = new ArrayList<>();
    for (long n = 0; n < 8; n++) {
      long id =
          ((Number) database.value("select id from registration where account_id = " + (112 + n)))
              .longValue();
      moves.add(
          () ->
              database.inTransaction(
                  em -> {
                    new MadeRegistrations(
                            em, organiser, seats.apply(em), new CodeRepository(em), CLOCK)
                        .order()
                        .move("event-50", id, 1, "Speaks on the second day.");
                    return null;
                  }));
    }
    return all(moves);
  }

  /** Each was moved, and the eight stand in front, each at a place of its own. */
  private static boolean oneAfterTheOther(List<Object> answers) {
    return answers.stream().allMatch(Objects::isNull)
        && database
            .value(
                "select count(distinct priority) filter (where account_id >= 112 and priority > 12)"
                    + " from registration")
            .equals(8L);
  }

  /** Whoever moves follows the move before: the eight stand in front, each at one place. */
  @Test
  void movesInTheLineFollowEachOther() throws InterruptedException {
    List<Object> answers = eightArePutFirst(SeatRepository::new);
    assertTrue(oneAfterTheOther(answers), answers::toString);
  }

  @Test
  void controlWithoutTheLockMovesGetLost() throws InterruptedException {
    CyclicBarrier allHaveRead = new CyclicBarrier(8);
    assertFalse(oneAfterTheOther(eightArePutFirst(em -> new Unguarded(em, allHaveRead))));
  }

  /** Many give back while two nodes hand on: each of those who wait is offered one seat, once. */
  @Test
  void twoNodesOfferEachSeatOnce() throws InterruptedException {
    int seats = 100;
    MadeEvents.open(database, 50, 1, seats);
    members(2 * seats);
    for (int n = 0; n < 2 * seats; n++) {
      register(SeatRepository::new, 100 + n, "event-50");
    }
    database.sql(
        "update registration set state = 'CANCELLED' where state = 'ACCEPTED'",
        "delete from registration_seat");
    long begun = System.nanoTime();
    List<Callable<Registered>> nodes = new ArrayList<>();
    for (int n = 0; n < 2; n++) {
      nodes.add(
          () ->
              database.inTransaction(
                  em -> {
                    new MadeRegistrations(em, Reader.SYSTEM).round().handOn(50);
                    return null;
                  }));
    }
    all(nodes);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    assertEquals(seats, taken(50));
    assertEquals(
        (long) seats,
        database.value("select count(*) from registration where offer_until is not null"));
    assertEquals(
        (long) seats,
        database.value("select count(*) from outbox_mail where subject like '%A seat for you%'"));
    System.out.println(seats + " promotions on two nodes: " + millis + " ms");
  }
}
