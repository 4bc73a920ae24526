package org.csoalliance.publishing;

import static org.csoalliance.publishing.MadeBulletins.EDITOR;
import static org.csoalliance.publishing.MadeBulletins.EDITOR2;
import static org.csoalliance.publishing.MadeBulletins.content;
import static org.csoalliance.publishing.MadeBulletins.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail editions that have a time of their own; it is 22 November 2026, 18:00 UTC. */
class EditionTimeIT {
  @RegisterExtension static final Database database = new Database();

  private final MadeBulletins.Hands clock = new MadeBulletins.Hands();

  @BeforeAll
  static void people() {
    MadeBulletins.people(database);
  }

  @BeforeEach
  void readers() {
    database.sql(
        "truncate bulletin cascade",
        "delete from bulletin_recipient",
        "delete from outbox_mail",
        "delete from news_subscriber",
        "insert into news_subscriber (address, address_key, state, asked_at, changed_at)"
            + " select 'reader' || n || '@port.example', 'key' || n, 'ACTIVE', now(), now()"
            + " from generate_series(1, 2500) n");
  }

  private EditionDeskService desk(EntityManager em) {
    return new EditionDeskService(
        new EditionRepository(em),
        new EditionTimeRepository(em),
        new AuditLog(em),
        MadeBulletins.caller(EDITOR),
        clock);
  }

  private long publish(long id, String title, boolean mail) {
    return database.inTransaction(
        em ->
            MadeBulletins.publish(
                em,
                clock,
                id,
                content(title, section("For all", Audience.PUBLIC, "Words.")),
                mail,
                id == 0 ? "" : "A wrong number"));
  }

  private void schedule(long bulletin, String at, String zone) {
    database.doInTransaction(em -> desk(em).schedule(bulletin, at, zone));
  }

  private void write() {
    while (database.inTransaction(em -> MadeBulletins.editions(em, clock).write())) {
      continue;
    }
  }

  private static long mails() {
    return (Long) database.value("select count(*) from outbox_mail where category = 'BULLETIN'");
  }

  private List<Edition> editions(long bulletin) {
    return database.inTransaction(em -> desk(em).of(bulletin));
  }

  @Test
  void goesOutAtItsTimeAndOnceOnTwoNodes() throws Exception {
    long id = publish(0, "The month", false);
    schedule(id, "2026-11-23T08:00", "Asia/Singapore"); // midnight UTC
    Edition planned = editions(id).get(0);
    assertTrue(planned.planned());
    assertEquals(Instant.parse("2026-11-23T00:00:00Z"), planned.sendAt());
    assertEquals("Asia/Singapore", planned.zone());
    assertEquals("B. Editor", planned.by());
    clock.move(Duration.ofMinutes(359));
    write();
    assertEquals(0, mails());
    clock.move(Duration.ofMinutes(1));
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    Runnable node =
        () -> {
          try {
            start.await();
          } catch (Exception broken) {
            throw new IllegalStateException(broken);
          }
          for (int turn = 0; turn < 12; turn++) {
            database.inTransaction(em -> MadeBulletins.editions(em, clock).write());
          }
        };
    Future<?> one = nodes.submit(node);
    Future<?> other = nodes.submit(node);
    one.get();
    other.get();
    nodes.shutdown();
    write();
    assertEquals(2_500, mails());
    assertEquals(2_500L, database.value("select count(distinct recipient) from outbox_mail"));
    assertEquals("DONE", editions(id).get(0).state());
    assertThrows(ConflictException.class, () -> schedule(id, "2026-12-23 08:00", "UTC"));
  }

  @Test
  void isCancelledAndSetAnew() {
    long id = publish(0, "The month", false);
    schedule(id, "2026-11-23 08:00", "UTC");
    assertThrows(ConflictException.class, () -> schedule(id, "2026-11-24 08:00", "UTC"));
    long edition = editions(id).get(0).id();
    database.doInTransaction(em -> desk(em).cancel(id, edition));
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> desk(em).cancel(id, edition)));
    clock.move(Duration.ofDays(1));
    write();
    assertEquals(0, mails());
    schedule(id, "2026-11-24 08:00", "UTC");
    clock.move(Duration.ofDays(1));
    write();
    assertEquals(2_500, mails());
  }

  @Test
  void whoSetTheTimeMustStillBeAnEditor() {
    long id = publish(0, "The month", false);
    schedule(id, "2026-11-23 08:00", "UTC");
    database.sql("delete from account_role where account_id = " + EDITOR.accountId());
    try {
      clock.move(Duration.ofDays(1));
      write();
    } finally {
      database.sql(
          "insert into account_role (account_id, role) values (%d, 'EDITOR')"
              .formatted(EDITOR.accountId()));
    }
    assertEquals(0, mails());
    Edition held = editions(id).get(0);
    assertEquals("STOPPED", held.state());
    assertTrue(held.held().contains("no editor any longer"));
    assertEquals(
        EDITOR2.accountId() + "@demo.example",
        database.value("select recipient from outbox_mail where category = 'PUBLISHING'"));
  }

  @Test
  void goesOutAsItIsReadThen() {
    long id = publish(0, "The month", false);
    schedule(id, "2026-11-23 08:00", "UTC");
    publish(id, "The month, mended", false);
    clock.move(Duration.ofDays(1));
    write();
    assertEquals(2_500, mails());
    assertEquals(
        "Bulletin: The month, mended",
        database.value("select max(subject) from outbox_mail where category = 'BULLETIN'"));
    assertEquals(2, editions(id).get(0).number());
  }

  @Test
  void givesWayToACorrectionThatIsMailedAndToAWithdrawal() {
    long id = publish(0, "The month", false);
    schedule(id, "2026-11-23 08:00", "UTC");
    publish(id, "The month, mended", true);
    write();
    clock.move(Duration.ofDays(1));
    write();
    assertEquals(2_500, mails());
    long other = publish(0, "Another month", false);
    schedule(other, "2026-11-25 08:00", "UTC");
    database.doInTransaction(
        em -> MadeBulletins.editions(em, clock).withdrawn(new BulletinWithdrawn(other)));
    clock.move(Duration.ofDays(3));
    write();
    assertEquals(2_500, mails());
  }

  @Test
  void whatIsNotPublishedHasNoTime() {
    long id =
        database.inTransaction(
            em ->
                MadeBulletins.drafts(em, EDITOR, clock)
                    .create(content("A draft"), MadeBulletins.NOW_OUT, null));
    assertThrows(ConflictException.class, () -> schedule(id, "2026-11-24 08:00", "UTC"));
    assertTrue(editions(id).isEmpty());
  }

  @Test
  void timesThatCannotBeAreRefusedAtTheirField() {
    Instant now = MadeBulletins.NOW;
    assertEquals(
        Instant.parse("2026-12-01T13:00:00Z"),
        SendTime.typed(" 2026-12-01  08:00 ", "america/new_york", now).at());
    // put back: the first of the two hours
    assertEquals(
        Instant.parse("2027-10-31T00:30:00Z"),
        SendTime.typed("2027-10-31T02:30", "Europe/Berlin", now).at());
    for (String bad :
        List.of(
            "2026-11-22 17:59",
            "2028-01-01 08:00",
            "2027-03-28 02:30",
            "tomorrow",
            "",
            "2026-02-30 08:00",
            "9".repeat(1_000_000))) {
      assertEquals(
          List.of("sendAt"),
          List.copyOf(
              assertThrows(
                      InvalidException.class,
                      () ->
                          SendTime.typed(
                              bad, bad.startsWith("2027-03") ? "Europe/Berlin" : "UTC", now))
                  .fields()
                  .keySet()),
          bad);
    }
    for (String bad : List.of("", "Mars/Base", "+25:00", "<script>", "GMT0")) {
      assertFalse(
          assertThrows(InvalidException.class, () -> SendTime.typed("2026-12-01 08:00", bad, now))
              .fields()
              .get("zone")
              .isEmpty(),
          bad);
    }
  }
}
