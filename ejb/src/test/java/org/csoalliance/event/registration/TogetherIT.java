package org.csoalliance.event.registration;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.csoalliance.event.registration.RegistrationState.ACCEPTED;
import static org.csoalliance.event.registration.RegistrationState.WAITLISTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.audit.AuditChain;
import org.csoalliance.platform.audit.ChainVerdict;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.gather.Outcome;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several who register at once are taken by one transaction, each as if alone. */
@Timeout(300)
class TogetherIT {
  @RegisterExtension static final Database database = new Database();

  private static final int PEOPLE = Integer.getInteger("alliance.race.people", 1000);

  @BeforeEach
  void organiser() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    MadeMembers.account(database, 1, null, Role.ORGANISER);
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

  private static Attempt self(long id) {
    return Attempt.of(member(id), Register.self(null));
  }

  private static Attempt with(long id, UUID key, String code, Long... sessions) {
    return Attempt.of(
        member(id),
        new Register(key, null, null, null, null, null, List.of(sessions), code, null, null));
  }

  private static List<Outcome<List<Registered>>> together(Attempt... attempts) {
    return database.inTransaction(
        em ->
            new MadeRegistrations(em, Reader.VISITOR).batch().admit("event-50", List.of(attempts)));
  }

  private static Registered one(Outcome<List<Registered>> outcome) {
    assertEquals(1, outcome.get().size());
    return outcome.get().get(0);
  }

  private static Object count(String of) {
    return database.value("select count(*) from " + of);
  }

  /** As the container does it: each batch is a transaction of its own. */
  private static class OwnTransaction extends RegistrationBatch {
    private final AtomicInteger transactions = new AtomicInteger();

    @Override
    public List<Outcome<List<Registered>>> admit(String slug, List<Attempt> attempts) {
      transactions.incrementAndGet();
      return database.inTransaction(
          em ->
              new MadeRegistrations(
                      em, Reader.VISITOR, new SeatRepository(em), new CodeRepository(em), CLOCK)
                  .batch()
                  .admit(slug, attempts));
    }
  }

  @Test
  void twentyWantEachSeatAtTwoNodes() throws Exception {
    int seats = PEOPLE / 20;
    MadeEvents.open(database, 50, 1, seats);
    members(PEOPLE);
    Object before = database.value("select number from audit_head");
    OwnTransaction batch = new OwnTransaction();
    List<RegistrationQueue> nodes =
        List.of(new RegistrationQueue(batch), new RegistrationQueue(batch));
    List<Callable<Registered>> attempts = new ArrayList<>();
    for (int n = 0; n < PEOPLE; n++) {
      Attempt own = self(100 + n);
      RegistrationQueue node = nodes.get(n % 2);
      attempts.add(() -> node.join("event-50", own).get(0));
    }
    List<Registered> answers = new ArrayList<>();
    ExecutorService clients = Executors.newFixedThreadPool(50);
    try {
      for (Future<Registered> one : clients.invokeAll(attempts)) {
        answers.add(one.get());
      }
    } finally {
      clients.shutdownNow();
      assertTrue(clients.awaitTermination(60, TimeUnit.SECONDS));
    }
    assertEquals(seats, answers.stream().filter(one -> one.state() == ACCEPTED).count());
    assertEquals(
        IntStream.rangeClosed(1, PEOPLE - seats).boxed().toList(),
        answers.stream()
            .filter(one -> one.state() == WAITLISTED)
            .map(Registered::position)
            .sorted()
            .toList(),
        "each is told a place of their own");
    for (int n = 0; n < PEOPLE; n++) {
      assertEquals("p" + (100 + n) + "@test.example", answers.get(n).mail());
    }
    assertEquals(seats, database.value("select taken from event_quota where id = 50"));
    assertEquals(PEOPLE - seats, database.value("select waiting from event_quota where id = 50"));
    assertEquals((long) PEOPLE, count("outbox_mail"));
    assertEquals((long) PEOPLE, count("registration_change"));
    String entries = "audit_entry a where a.action like 'registration.%' and a.number > " + before;
    assertEquals((long) PEOPLE, count(entries));
    assertEquals(
        0L,
        count(
            entries
                + " and not exists (select 1 from registration r where r.id::text = a.detail and"
                + " r.account_id = a.actor_id)"),
        "each entry names who registered");
    ChainVerdict verdict = AuditChain.verify(database.dataSource());
    assertTrue(verdict.intact(), verdict::toString);
    assertTrue(batch.transactions.get() < PEOPLE / 2, "transactions: " + batch.transactions.get());
  }

  @Test
  void theOrderOfTheFormsIsTheOrderOfTheLine() {
    MadeEvents.open(database, 50, 1, 2);
    members(5);
    List<Registered> all =
        together(self(104), self(103), self(102), self(101), self(100)).stream()
            .map(TogetherIT::one)
            .toList();
    assertEquals(
        List.of(ACCEPTED, ACCEPTED, WAITLISTED, WAITLISTED, WAITLISTED),
        all.stream().map(Registered::state).toList());
    assertEquals(List.of(1, 2, 3), all.stream().skip(2).map(Registered::position).toList());
    assertNotNull(all.get(0).ticket());
  }

  /** A wrong session, a bad code, a person without rights, a key of somebody else's form. */
  @Test
  void whoIsRefusedStopsNobodyElse() {
    MadeEvents.open(database, 50, 1, 10);
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.SESSION, "Drones", 1);
    database.sql(
        "insert into event_code (event_id, code, uses, created_at) values (50, 'CODE1', 1, now())");
    members(8);
    UUID key = UUID.randomUUID();
    Attempt stranger =
        Attempt.of(new Reader(107L, "Person 107", null, Set.of()), Register.self(null));
    database.sql("update event set audience = 'MEMBERS' where id = 50");
    List<Outcome<List<Registered>>> outcomes =
        together(
            with(100, key, null, 51L),
            with(101, null, null, 99L),
            with(102, null, "nonsense"),
            with(103, null, "code1"),
            with(104, null, "code1"),
            with(105, null, null, 51L),
            with(106, key, null),
            stranger,
            with(100, key, null, 51L));
    assertEquals(ACCEPTED, one(outcomes.get(0)).state());
    assertInstanceOf(InvalidException.class, outcomes.get(1).refused());
    assertInstanceOf(InvalidException.class, outcomes.get(2).refused());
    assertEquals(ACCEPTED, one(outcomes.get(3)).state());
    assertInstanceOf(InvalidException.class, outcomes.get(4).refused());
    assertEquals(WAITLISTED, one(outcomes.get(5)).state(), "the session is full");
    assertInstanceOf(ConflictException.class, outcomes.get(6).refused());
    assertInstanceOf(NotFoundException.class, outcomes.get(7).refused());
    assertEquals(one(outcomes.get(0)).id(), one(outcomes.get(8)).id(), "sent twice");
    assertEquals(3L, count("registration"));
    assertEquals(2, database.value("select taken from event_quota where id = 50"));
    assertEquals(1, database.value("select taken from event_quota where id = 51"));
    assertEquals(1, database.value("select used from event_code"));
    assertEquals(3L, count("outbox_mail"));
  }

  /** The one place of a company is counted within a batch too. */
  @Test
  void theCapOfACompanyHoldsAmongThoseWhoComeTogether() {
    MadeEvents.open(database, 50, 1, 10);
    database.sql("update event set company_cap = 2 where id = 50");
    members(4);
    assertEquals(
        List.of(ACCEPTED, ACCEPTED, WAITLISTED, WAITLISTED),
        together(self(100), self(101), self(102), self(103)).stream()
            .map(outcome -> one(outcome).state())
            .toList());
  }

  /** Whoever is refused after a hold was used for them still has it. */
  @Test
  void aHoldOfWhoIsRefusedStands() {
    MadeEvents.open(database, 50, 1, 2);
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.SESSION, "Drones", 0);
    database.sql(
        "update event set waiting_list = false where id = 50",
        "insert into event_rules (event_id, form_minutes) values (50, 15)",
        "insert into seat_hold (event_id, holder, quota_id, until) values (50, '100', 50, now() +"
            + " interval '10 minutes')");
    members(3);
    List<Outcome<List<Registered>>> outcomes =
        together(with(100, null, null, 51L), self(101), self(102));
    assertInstanceOf(ConflictException.class, outcomes.get(0).refused());
    assertEquals(ACCEPTED, one(outcomes.get(1)).state());
    assertInstanceOf(ConflictException.class, outcomes.get(2).refused(), "the hold counts");
    assertEquals(1L, count("seat_hold where holder = '100'"));
    assertEquals(2, database.value("select taken from event_quota where id = 50"));
  }

  /** Statements of one alone and of forty together. */
  @Test
  void aCrowdCostsHardlyMoreStatementsThanOne() {
    MadeEvents.open(database, 50, 1, 10);
    members(41);
    int alone = database.statements(() -> together(self(100))).size();
    int crowd =
        database
            .statements(
                () ->
                    together(
                        IntStream.range(1, 41)
                            .mapToObj(n -> self(100 + n))
                            .toArray(Attempt[]::new)))
            .size();
    assertTrue(crowd <= alone + 2, alone + " and " + crowd);
  }

  /** What the database refuses is asked for again, each form for itself. */
  @Test
  void whatOneBreaksIsDoneForTheOthers() throws Exception {
    CountDownLatch firstWorks = new CountDownLatch(1);
    CountDownLatch othersWait = new CountDownLatch(1);
    List<Integer> sizes = new ArrayList<>();
    RegistrationQueue queue =
        new RegistrationQueue(
            new RegistrationBatch() {
              @Override
              public List<Outcome<List<Registered>>> admit(String slug, List<Attempt> attempts) {
                sizes.add(attempts.size());
                if (attempts.get(0).by().accountId() == 100) {
                  firstWorks.countDown();
                  await(othersWait);
                }
                if (attempts.stream().anyMatch(one -> one.by().accountId() == 102)) {
                  throw new PersistenceException(new SQLException("check", "23514"));
                }
                return attempts.stream().map(one -> Outcome.of(List.<Registered>of())).toList();
              }
            });
    ExecutorService clients = Executors.newCachedThreadPool();
    try {
      List<Future<List<Registered>>> answers = new ArrayList<>();
      answers.add(clients.submit(() -> queue.join("e", self(100))));
      await(firstWorks);
      for (int n = 101; n < 104; n++) {
        Attempt own = self(n);
        answers.add(clients.submit(() -> queue.join("e", own)));
      }
      while (queue.waiting("e") < 3) {
        Thread.onSpinWait();
      }
      othersWait.countDown();
      assertEquals(List.of(), answers.get(0).get());
      assertEquals(List.of(), answers.get(1).get());
      assertInstanceOf(PersistenceException.class, failure(answers.get(2)));
      assertEquals(List.of(), answers.get(3).get());
      assertEquals(List.of(1, 3, 1, 1, 1), sizes);
    } finally {
      clients.shutdownNow();
      assertTrue(clients.awaitTermination(60, TimeUnit.SECONDS));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(60, TimeUnit.SECONDS));
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  private static Throwable failure(Future<?> answer) {
    try {
      answer.get();
      return null;
    } catch (Exception failed) {
      return failed.getCause();
    }
  }
}
