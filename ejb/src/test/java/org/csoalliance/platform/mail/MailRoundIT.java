package org.csoalliance.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailRoundIT {
  @RegisterExtension static final Database database = new Database();

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final FakeServer server = new FakeServer();
  private Instant now = NOON;

  @BeforeEach
  void empty() {
    database.sql("delete from outbox_mail");
  }

  /** Takes mails, or fails as the test says. */
  private static final class FakeServer implements MailTransport {
    final Queue<String> taken = new ConcurrentLinkedQueue<>();
    final List<String> refused = new ArrayList<>();
    boolean down;
    boolean full;
    boolean hangsUp;
    int connections;

    @Override
    public synchronized Delivery connect() throws MessagingException {
      connections++;
      if (down) {
        throw new MessagingException("Connection refused");
      }
      return new Delivery() {
        @Override
        public void send(OutboxMail mail) throws MessagingException {
          if (refused.contains(mail.recipient())) {
            throw new SendFailedException(
                "550 no such user",
                null,
                new Address[0],
                new Address[0],
                new Address[] {new InternetAddress(mail.recipient())});
          } else if (full || hangsUp) {
            throw new MessagingException("452 no room");
          }
          taken.add(mail.messageId());
        }

        @Override
        public boolean usable() {
          return !hangsUp;
        }

        @Override
        public void close() {}
      };
    }
  }

  /** The clock of the test, which a test may move in the midst of a round. */
  private final class Ticking extends Clock {
    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static void queue(int mails) {
    database.doInTransaction(
        em -> {
          List<OutgoingMail> all = new ArrayList<>();
          for (int i = 1; i <= mails; i++) {
            all.add(
                new OutgoingMail(
                    "cso" + i + "@fleet.example", (long) i, "ALERT", "C-1", "Robbery", "Text"));
          }
          new Outbox(em, Clock.fixed(NOON, ZoneOffset.UTC)).queue(all);
        });
  }

  private MailRound.Result round() throws SQLException {
    return round(() -> false);
  }

  private MailRound.Result round(java.util.function.BooleanSupplier stop) throws SQLException {
    MailQueue queue = new MailQueue(database.dataSource());
    return new MailRound(queue, server, new Ticking(), new Random(1)).run(stop);
  }

  private static long count(String where) {
    return (Long) database.value("select count(*) from outbox_mail where " + where);
  }

  @Test
  void twoDispatchersSendEachMailOnce() throws Exception {
    queue(200);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CyclicBarrier start = new CyclicBarrier(2);
    try {
      List<Future<Integer>> nodes = new ArrayList<>();
      for (int node = 0; node < 2; node++) {
        nodes.add(
            pool.submit(
                () -> {
                  start.await();
                  int sent = 0;
                  MailRound.Result result;
                  do {
                    result = round();
                    sent += result.sent();
                  } while (result.sent() > 0);
                  return sent;
                }));
      }
      assertEquals(200, nodes.get(0).get() + nodes.get(1).get());
    } finally {
      pool.shutdownNow();
    }
    assertEquals(200, server.taken.size());
    assertEquals(200, new HashSet<>(server.taken).size());
    assertEquals(200, count("state = 'SENT' and sent_at is not null and leased_until is null"));
  }

  /** Just queued, a hundred thousand are a handful to the database, which would sort them all. */
  @Test
  void aClaimReadsNoMoreThanItTakes() throws Exception {
    database.sql(
        "analyze outbox_mail",
        "insert into outbox_mail (message_id, recipient, category, subject, body, next_attempt_at,"
            + " created_at) select 'm' || n, 'a@b.example', 'ALERT', 'S', 'B', now(), now()"
            + " from generate_series(1, 20000) n");
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute(MailQueue.IN_ORDER);
      assertFalse(plan(connection).contains("Sort"));
      connection.rollback();
    }
  }

  private static String plan(Connection connection) throws SQLException {
    String values = "timestamptz '2026-11-22 12:00Z'";
    String claim = MailQueue.CLAIM.replace("limit ?", "limit 50").replace("?", values);
    StringBuilder plan = new StringBuilder();
    try (var rows = connection.createStatement().executeQuery("explain " + claim)) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  /** The control: a claim that only reads gives the same mails to both. */
  @Test
  void withoutLockAndLeaseThereAreDoubles() throws Exception {
    queue(50);
    List<Long> claimed = new ArrayList<>();
    for (int node = 0; node < 2; node++) {
      try (Connection connection = database.dataSource().getConnection();
          var rows =
              connection
                  .createStatement()
                  .executeQuery("select id from outbox_mail where state = 'QUEUED'")) {
        while (rows.next()) {
          claimed.add(rows.getLong(1));
        }
      }
    }
    assertEquals(100, claimed.size());
    assertEquals(50, new HashSet<>(claimed).size());

    MailQueue queue = new MailQueue(database.dataSource());
    assertEquals(50, queue.claim(NOON, 50, Duration.ofMinutes(5)).size());
    assertEquals(0, queue.claim(NOON, 50, Duration.ofMinutes(5)).size());
  }

  @Test
  void claimDoesNotWaitForALockedRow() throws Exception {
    queue(2);
    try (Connection other = database.dataSource().getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("select id from outbox_mail order by id limit 1 for update");
      assertEquals(1, round().sent());
      other.rollback();
    }
    assertEquals(1, round().sent());
  }

  @Test
  void nodeThatDiesAfterSendingMakesOneDuplicateWithTheSameMessageId() throws Exception {
    queue(1);
    MailQueue queue = new MailQueue(database.dataSource());
    OutboxMail sentAndNotMarked = queue.claim(NOON, 50, Duration.ofMinutes(5)).get(0);
    assertEquals(0, round().sent());
    now = NOON.plus(Duration.ofMinutes(5));
    assertEquals(1, round().sent());
    assertEquals(sentAndNotMarked.messageId(), server.taken.peek());
    assertEquals(0, round().sent());
  }

  @Test
  void refusedRecipientStopsNobodyElse() throws Exception {
    queue(10);
    for (int i = 1; i <= 5; i++) {
      server.refused.add("cso" + i + "@fleet.example");
    }
    MailRound.Result result = round();
    assertEquals(5, result.sent());
    assertEquals(5, result.failed());
    assertFalse(result.down());
    assertEquals(5, count("state = 'QUEUED' and attempts = 1 and last_error like '550%'"));
    assertEquals(
        5,
        count(
            "next_attempt_at between '"
                + NOON.plusSeconds(30)
                + "' and '"
                + NOON.plusSeconds(36)
                + "'"));
  }

  @Test
  void serverThatIsDownBurnsNoAttempt() throws Exception {
    queue(260);
    server.down = true;
    for (int i = 0; i < 20; i++) {
      MailRound.Result result = round();
      assertTrue(result.down());
      assertEquals(0, result.failed());
    }
    assertEquals(260, count("state = 'QUEUED' and attempts = 0 and leased_until is null"));
    server.down = false;
    assertTrue(round().more());
    assertEquals(10, round().sent());
    assertEquals(260, new HashSet<>(server.taken).size());
  }

  @Test
  void serverThatFailsMailAfterMailIsLeftAlone() throws Exception {
    queue(50);
    server.full = true;
    assertTrue(round().down());
    assertEquals(47, count("attempts = 0 and leased_until is null"));
    server.full = false;
    server.hangsUp = true;
    round();
    assertEquals(46, count("attempts = 0 and leased_until is null"));
  }

  @Test
  void tenFailuresMakeADeadLetter() throws Exception {
    queue(1);
    server.refused.add("cso1@fleet.example");
    for (int i = 1; i <= 10; i++) {
      assertEquals(1, round().failed(), "attempt " + i);
      assertEquals(0, round().failed(), "not before its time");
      now = now.plus(Duration.ofHours(1));
    }
    assertEquals(1, count("state = 'DEAD' and attempts = 10 and leased_until is null"));
    assertEquals(0, round().failed());
  }

  @Test
  void whatWasSentIsWrittenDownSomeMailsAtATime() throws Exception {
    queue(60);
    List<Long> written = new ArrayList<>();
    round(
        () -> {
          written.add(count("state = 'SENT'"));
          return false;
        });
    assertEquals(List.of(0L, 25L, 50L), written.stream().distinct().toList());
    assertEquals(60, count("state = 'SENT'"));
  }

  @Test
  void aSlowServerHasEachMailWrittenDownAtOnce() throws Exception {
    queue(3);
    List<Long> written = new ArrayList<>();
    round(
        () -> {
          now = now.plus(Duration.ofSeconds(1));
          written.add(count("state = 'SENT'"));
          return false;
        });
    assertEquals(List.of(0L, 1L, 2L), written);
  }

  @Test
  void whatIsSentBeforeTheServerHangsUpIsWrittenDown() throws Exception {
    queue(10);
    assertEquals(
        4,
        round(
                () -> {
                  server.hangsUp = server.taken.size() == 4;
                  return false;
                })
            .sent());
    assertEquals(4, count("state = 'SENT'"));
    assertEquals(1, count("state = 'QUEUED' and attempts = 1"));
    assertEquals(5, count("state = 'QUEUED' and attempts = 0 and leased_until is null"));
  }

  @Test
  void stopPutsTheRestBack() throws Exception {
    queue(10);
    assertEquals(4, round(() -> server.taken.size() == 4).sent());
    assertEquals(6, count("state = 'QUEUED' and attempts = 0 and leased_until is null"));
  }

  @Test
  void thousandsAreQueuedInBatches() {
    List<String> statements = database.statements(() -> queue(2000));
    assertTrue(statements.size() <= 10, () -> "" + statements.size());
    assertEquals(2000, count("message_id like '<%@alliance.example>'"));
  }

  @Test
  void whatRollsBackIsNotMailed() {
    try {
      database.doInTransaction(
          em -> {
            new Outbox(em)
                .queue(List.of(new OutgoingMail("a@b.example", null, "ALERT", "", "S", "B")));
            throw new IllegalStateException();
          });
    } catch (IllegalStateException expected) {
      assertEquals(0, count("true"));
    }
  }

  @Test
  void wrongAddressIsADeadLetterAndHeadersStayOneLine() {
    database.doInTransaction(
        em ->
            new Outbox(em)
                .queue(
                    List.of(
                        new OutgoingMail(
                            "a@b.example\r\nBcc: c@d.example",
                            null,
                            "ALERT",
                            "C-1",
                            "Robbery\r\nBcc: c@d.example",
                            "x".repeat(100_000)))));
    assertEquals(1, count("state = 'DEAD' and last_error = 'This is no mail address'"));
    assertEquals(1, count("subject = 'Robbery Bcc: c@d.example' and length(body) < 17000"));
  }
}
