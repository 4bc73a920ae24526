package org.csoalliance.publishing;

import static org.csoalliance.publishing.MadeBulletins.content;
import static org.csoalliance.publishing.MadeBulletins.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.mail.BulkMail;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EditionIT {
  @RegisterExtension static final Database database = new Database();

  private final MadeBulletins.Hands clock = new MadeBulletins.Hands();

  @BeforeAll
  static void people() {
    MadeBulletins.people(database);
  }

  @BeforeEach
  void nothing() {
    database.sql(
        "truncate bulletin cascade",
        "delete from bulletin_recipient",
        "delete from outbox_mail",
        "delete from outbox_content",
        "delete from mail_stop",
        "delete from news_subscriber");
  }

  private EditionService editions(EntityManager em) {
    return MadeBulletins.editions(em, clock);
  }

  private SubscriptionService subscriptions(EntityManager em) {
    return new SubscriptionService(new SubscriberRepository(em), new BulkMail(em), clock);
  }

  private <T> T in(Function<EntityManager, T> work) {
    return database.inTransaction(work);
  }

  private static boolean yes(Function<EntityManager, Boolean> work) {
    return database.inTransaction(work);
  }

  private boolean write() {
    return in(em -> editions(em).write());
  }

  private long publish(long id, Content content, boolean mail, String note) {
    return in(em -> MadeBulletins.publish(em, clock, id, content, mail, note));
  }

  private static Content three() {
    return content(
        "The month in two stories",
        section("For all", Audience.PUBLIC, "Public words."),
        section("Inner matters", Audience.MEMBERS, "Members' words."));
  }

  private void member(long account) {
    database.doInTransaction(em -> new SubscriberRepository(em).start(account, clock.instant()));
  }

  private void visitor(String address) {
    database.doInTransaction(em -> subscriptions(em).ask(address, "127.0.0.1"));
    database.sql(
        "update news_subscriber set state = 'ACTIVE', mailed_at = now() where address = '"
            + address
            + "'");
  }

  private static String body(String recipient) {
    return (String)
        database.value(
            "select c.body from outbox_mail m join outbox_content c on c.id = m.content_id"
                + " where recipient = '"
                + recipient
                + "'");
  }

  private static long mails() {
    return (Long) database.value("select count(*) from outbox_mail");
  }

  @Test
  void eachReaderGetsWhatIsTheirs() {
    member(3);
    visitor("someone@port.example");
    publish(0, three(), true, "");
    while (write()) {
      continue;
    }
    assertEquals(2, mails());
    assertTrue(body("3@demo.example").contains("Inner matters"));
    assertTrue(body("3@demo.example").startsWith("TLP:AMBER"));
    assertFalse(body("someone@port.example").contains("Inner"));
    assertFalse(body("someone@port.example").contains("TLP"));
    assertFalse(
        (Boolean)
            database.value(
                "select bool_or(c.html like '%Inner%') from outbox_mail m join outbox_content c"
                    + " on c.id = m.content_id where recipient = 'someone@port.example'"));
    assertEquals(
        2L, database.value("select count(*) from outbox_mail where unsubscribe like 'http%?t=%'"));
    assertEquals("DONE", database.value("select state from bulletin_edition"));
  }

  @Test
  void whoStoppedOrLeftGetsNothing() {
    member(2);
    member(3);
    database.sql(
        "insert into mail_stop (account_id, list, stopped_at, by_link) values (2, 'BULLETIN',"
            + " now(), true)",
        "update account set state = 'ENDED' where id = 3");
    try {
      visitor("3@demo.example");
      publish(0, three(), true, "");
      while (write()) {
        continue;
      }
      assertFalse(
          (Boolean)
              database.value("select exists (select 1 from outbox_mail where account_id = 2)"));
      assertFalse(
          (Boolean)
              database.value("select exists (select 1 from outbox_mail where account_id = 3)"));
    } finally {
      database.sql("update account set state = 'ACTIVE' where id = 3");
    }
  }

  @Test
  void aCrashBetweenTwoBatchesMakesNoDoubles() {
    many(2_500);
    publish(0, three(), true, "");
    assertTrue(write());
    assertThrows(
        IllegalStateException.class,
        () ->
            database.doInTransaction(
                em -> {
                  editions(em).write();
                  throw new IllegalStateException("the machine is gone");
                }));
    assertEquals(1_000, mails());
    // the control: without the mark of how far it came, the key still lets nobody have it twice
    database.sql("update bulletin_edition set last_subscriber = 0");
    while (write()) {
      continue;
    }
    assertEquals(2_500, mails());
    assertEquals(2_500L, database.value("select count(distinct recipient) from outbox_mail"));
  }

  @Test
  void twoNodesShareTheWork() throws Exception {
    many(4_000);
    publish(0, three(), true, "");
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    Runnable node =
        () -> {
          try {
            start.await();
          } catch (Exception broken) {
            throw new IllegalStateException(broken);
          }
          for (int turn = 0; turn < 20; turn++) {
            write();
          }
        };
    Future<?> one = nodes.submit(node);
    Future<?> other = nodes.submit(node);
    one.get();
    other.get();
    nodes.shutdown();
    while (write()) {
      continue;
    }
    assertEquals(4_000, mails());
    assertEquals(4_000L, database.value("select count(distinct recipient) from outbox_mail"));
  }

  private static void many(int count) {
    database.sql(
        "insert into news_subscriber (address, address_key, state, asked_at, changed_at)"
            + " select 'reader' || n || '@port.example', 'key' || n, 'ACTIVE', now(), now()"
            + " from generate_series(1, "
            + count
            + ") n");
  }

  @Test
  void tenThousandAreQueuedInSecondsAndTheTextStandsOnce() {
    many(10_000);
    publish(0, three(), true, "");
    long before = System.nanoTime();
    while (write()) {
      continue;
    }
    long millis = (System.nanoTime() - before) / 1_000_000;
    System.out.println("10,000 mails queued in " + millis + " ms");
    assertEquals(10_000, mails());
    assertEquals(1L, database.value("select count(*) from outbox_content"));
    assertTrue(millis < 15_000, millis + " ms"); // 3.9 s on two busy cores; a minute for 100,000
  }

  @Test
  void aCorrectionReachesWhoDidNotGetTheFirstWording() {
    visitor("one@port.example");
    visitor("two@port.example");
    long id = publish(0, three(), true, "");
    while (write()) {
      continue;
    }
    database.sql("update outbox_mail set state = 'SENT' where recipient = 'one@port.example'");
    publish(
        id,
        content("The month in two stories", section("Mended", Audience.PUBLIC, "")),
        false,
        "A wrong number");
    while (write()) {
      continue;
    }
    assertEquals(2, mails());
    assertTrue(body("one@port.example").contains("For all"));
    assertTrue(body("two@port.example").contains("Mended"));
    assertTrue(body("two@port.example").contains("Corrected: A wrong number"));
  }

  @Test
  void whatIsWithdrawnIsTakenBack() {
    visitor("one@port.example");
    long id = publish(0, three(), true, "");
    while (write()) {
      continue;
    }
    assertEquals(1, mails());
    database.doInTransaction(em -> editions(em).withdrawn(new BulletinWithdrawn(id)));
    assertEquals(0, mails());
  }

  @Test
  void anAddressGivenBySomebodyElseHearsOnce() {
    for (int i = 0; i < 5; i++) {
      database.doInTransaction(em -> subscriptions(em).ask("Victim@port.example", "127.0.0.1"));
      database.doInTransaction(em -> editions(em).question());
    }
    database.doInTransaction(em -> subscriptions(em).ask("victim@PORT.example", "127.0.0.2"));
    database.doInTransaction(em -> editions(em).question());
    assertEquals(1, mails());
    publish(0, three(), true, "");
    while (write()) {
      continue;
    }
    assertEquals(1, mails());
    // forgotten after a month, and still not asked again
    clock.move(Duration.ofDays(31));
    database.doInTransaction(
        em ->
            new SubscriberRepository(em)
                .forget(
                    clock.instant().minus(Duration.ofDays(30)),
                    clock.instant().minus(Duration.ofDays(365))));
    assertEquals(
        0L, database.value("select count(*) from news_subscriber where address is not null"));
    database.doInTransaction(em -> subscriptions(em).ask("victim@port.example", "127.0.0.2"));
    database.doInTransaction(em -> editions(em).question());
    assertEquals(1, mails());
  }

  @Test
  void knownAndUnknownTakeTheSameStatement() {
    visitor("known@port.example");
    List<String> known =
        database.statements(
            () ->
                database.doInTransaction(
                    em -> subscriptions(em).ask("known@port.example", "127.0.0.1")));
    List<String> unknown =
        database.statements(
            () ->
                database.doInTransaction(
                    em -> subscriptions(em).ask("unknown@port.example", "127.0.0.1")));
    assertEquals(known, unknown);
    assertEquals(1, unknown.size());
  }

  @Test
  void aSourceThatAsksForManyIsNotHeard() {
    for (int i = 0; i < 40; i++) {
      String address = "a" + i + "@port.example";
      database.doInTransaction(em -> subscriptions(em).ask(address, "127.0.0.9"));
    }
    assertEquals(30L, database.value("select count(*) from news_subscriber"));
  }

  @Test
  void linksAgreeStopAndBlock() {
    database.doInTransaction(em -> subscriptions(em).ask("one@port.example", "127.0.0.1"));
    database.doInTransaction(em -> editions(em).question());
    String mail = (String) database.value("select body from outbox_mail");
    String token = mail.replaceAll("(?s).*confirm\\?t=(\\S+).*", "$1");
    assertFalse(yes(em -> subscriptions(em).stop(token))); // a link of one use opens no other
    assertFalse(yes(em -> subscriptions(em).confirm(token + "x")));
    assertTrue(yes(em -> subscriptions(em).confirm(token)));
    assertTrue(yes(em -> subscriptions(em).confirm(token)));
    assertEquals("ACTIVE", database.value("select state from news_subscriber"));
    publish(0, three(), true, "");
    while (write()) {
      continue;
    }
    String stop =
        ((String) database.value("select unsubscribe from outbox_mail where category = 'BULLETIN'"))
            .replaceAll(".*t=", "");
    assertTrue(yes(em -> subscriptions(em).stop(stop)));
    assertEquals("STOPPED", database.value("select state from news_subscriber"));
    assertTrue(yes(em -> subscriptions(em).block(token)));
    assertFalse(yes(em -> subscriptions(em).confirm(token)));
    assertEquals("BLOCKED", database.value("select state from news_subscriber"));
  }

  @Test
  void noHeadersRideAlong() {
    for (String bad :
        List.of(
            "a@b.example\r\nBcc: all@evil.example",
            "a@b.example, c@d.example",
            "<script>@b.example",
            "a b@c.example",
            "@",
            "",
            "x".repeat(10_000_000) + "@b.example")) {
      assertThrows(
          InvalidException.class,
          () -> database.doInTransaction(em -> subscriptions(em).ask(bad, "127.0.0.1")));
    }
    visitor("one@port.example");
    publish(
        0,
        content("Title\r\nBcc: all@evil.example", section("For all", Audience.PUBLIC, "x")),
        true,
        "");
    while (write()) {
      continue;
    }
    assertEquals(
        "Bulletin: Title Bcc: all@evil.example", database.value("select subject from outbox_mail"));
  }

  @Test
  void whoIsRefusedTwiceIsSuspended() {
    visitor("gone@port.example");
    visitor("here@port.example");
    clock.move(Duration.ofDays(1));
    for (int i = 0; i < 2; i++) {
      publish(0, content("Bulletin of number " + i), true, "");
      while (write()) {
        continue;
      }
      database.sql("update outbox_mail set state = 'DEAD' where recipient = 'gone@port.example'");
      database.doInTransaction(em -> editions(em).suspend());
      assertEquals(
          i == 0 ? "ACTIVE" : "SUSPENDED",
          database.value("select state from news_subscriber where address = 'gone@port.example'"));
      clock.move(Duration.ofDays(1));
    }
    assertEquals(
        "ACTIVE",
        database.value("select state from news_subscriber where address = 'here@port.example'"));
  }
}
