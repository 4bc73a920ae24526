package org.csoalliance.incident.corroboration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.incident.IncidentListRepository;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.membership.ShipService;
import org.csoalliance.membership.ShipSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.data.SeenLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What other companies say to a report, and what it comes to. */
class CorroborationServiceIT {
  @RegisterExtension static final Database database = new Database();

  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final String REFERENCE = "CSOA-2026-1";
  private static final Reader REPORTER = member(1, 10);
  private static final Reader COLLEAGUE = member(2, 10);
  private static final Reader PEER = member(3, 20);
  private static final Reader PEER2 = member(4, 20);
  private static final Reader THIRD = member(5, 30);
  private static final Reader EDITOR = new Reader(6L, "B. Editor", null, Set.of(Role.EDITOR));

  private static Reader member(long id, long company) {
    return new Reader(id, "Person " + id, company, Set.of(Role.MEMBER));
  }

  @BeforeAll
  static void people() {
    database.sql(
        "insert into company (id, name, sector) values (10, 'Northern Tankers', 'TANKER'),"
            + " (20, 'Southern Cruises', 'CRUISE'), (30, 'Western Bulk', 'BULK')");
    for (int id = 1; id <= 6; id++) {
      String company = id == 6 ? "null" : id <= 2 ? "10" : id <= 4 ? "20" : "30";
      database.sql(
          "insert into account (id, email, email_key, name, company_id, created_at) values"
              + " (%1$d, '%1$d@demo.example', '%1$d@demo.example', 'Person %1$d', %2$s, now())"
                  .formatted(id, company),
          "insert into account_role values (" + id + (id == 6 ? ", 'EDITOR')" : ", 'MEMBER')"));
    }
  }

  @BeforeEach
  void one() {
    database.sql("delete from incident", "delete from outbox_mail");
    incident("GREEN");
  }

  private static void incident(String tlp) {
    database.sql(
        "delete from incident",
        "insert into incident (id, reference, occurred_precision, occurred_at, title, text,"
            + " created_at, updated_at, kind, status, tlp, reporter_id, company_id) values (1, '"
            + REFERENCE
            + "', 'EXACT', now(), 'Title', 'What happened', now(), now(), 'ROBBERY', 'CONFIRMED', '"
            + tlp
            + "', 1, 10)");
  }

  private static CorroborationService service(EntityManager em, Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    ShipService ships =
        new ShipService() {
          @Override
          public List<ShipSummary> ofMyCompany() {
            return List.of(new ShipSummary("9900021", "Pelagia Star", "CRUISE", "BS", 20L));
          }
        };
    return new CorroborationService(
        new CorroborationRepository(em),
        ships,
        new Outbox(em),
        new Settings(),
        new AuditLog(em),
        caller,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static long answer(Reader reader, Stance stance, String words, boolean shown) {
    return database.inTransaction(
        em ->
            service(em, reader)
                .answer(REFERENCE, new PeerAnswer(stance, null, null, null, words, shown)));
  }

  private static Corroboration seenBy(Reader reader) {
    return database.inTransaction(
        em -> {
          CallerContext caller = new CallerContext();
          caller.set(reader);
          return new IncidentListService(
                  new IncidentListRepository(em, null),
                  caller,
                  new SeenLog(),
                  List.of(new CorroborationRepository(em)))
              .detail(REFERENCE)
              .part(Corroboration.class);
        });
  }

  private static long mails() {
    return ((Number) database.value("select count(*) from outbox_mail")).longValue();
  }

  @Test
  void confidenceGrowsWithCompanies() {
    assertEquals(Confidence.NONE, seenBy(PEER).confidence());
    answer(PEER, Stance.SAW, "", false);
    assertEquals(Confidence.ONE, seenBy(THIRD).confidence());
    answer(PEER2, Stance.SAW, "The same company again", false);
    assertEquals(Confidence.ONE, seenBy(THIRD).confidence(), "one standing answer a company");
    answer(THIRD, Stance.SAW, "", true);
    assertEquals(Confidence.SEVERAL, seenBy(REPORTER).confidence());
    answer(THIRD, Stance.DIFFERS, "There were two boats, not one.", true);
    assertEquals(Confidence.DISPUTED, seenBy(REPORTER).confidence());
    assertEquals(4, mails());
    assertEquals(
        List.of("A company of the alliance", "Western Bulk"),
        seenBy(REPORTER).answers().stream().map(Corroboration.Answer::company).toList());
    assertEquals("Southern Cruises", seenBy(EDITOR).answers().get(0).company());
    assertEquals("Southern Cruises", seenBy(PEER).answers().get(0).company());
    assertNull(seenBy(THIRD).answers().get(0).person());
  }

  @Test
  void anEditorDecidesAndTheDeclinedDoesNotCount() {
    long id = answer(PEER, Stance.DIFFERS, "There were two boats, not one.", false);
    assertThrows(
        InvalidException.class,
        () -> database.doInTransaction(em -> service(em, EDITOR).decide(REFERENCE, id, false, "")));
    database.doInTransaction(
        em -> service(em, EDITOR).decide(REFERENCE, id, false, "Another night is meant"));
    assertEquals(Confidence.NONE, seenBy(REPORTER).confidence());
    assertEquals("Another night is meant", seenBy(PEER).answers().get(0).decidedReason());
    assertThrows(
        ConflictException.class,
        () ->
            database.doInTransaction(
                em -> service(em, EDITOR).decide(REFERENCE, id, true, "Once more")));
  }

  @Test
  void theOwnCompanyBearsNothingOut() {
    for (Reader own : List.of(REPORTER, COLLEAGUE)) {
      assertFalse(seenBy(own).mayAnswer());
      assertThrows(RefusedException.class, () -> answer(own, Stance.SAW, "", false));
    }
    assertTrue(seenBy(PEER).mayAnswer());
  }

  @Test
  void answersAreTakenBackByTheirCompanyAlone() {
    long id = answer(PEER, Stance.SAW, "", false);
    assertThrows(
        NotFoundException.class,
        () -> database.doInTransaction(em -> service(em, THIRD).withdraw(REFERENCE, id)));
    database.doInTransaction(em -> service(em, PEER2).withdraw(REFERENCE, id));
    assertEquals(Confidence.NONE, seenBy(PEER).confidence());
    assertEquals(List.of(), seenBy(PEER).answers());
  }

  @Test
  void thePublicLearnsWhatItComesToAndNoWords() {
    incident("CLEAR");
    answer(PEER, Stance.SAW, "We saw the boat from the bridge.", true);
    assertEquals(Confidence.ONE, seenBy(Reader.VISITOR).confidence());
    assertEquals(List.of(), seenBy(Reader.VISITOR).answers());
    Reader administrator = new Reader(9L, "N", null, Set.of(Role.ADMINISTRATOR));
    assertEquals(List.of(), seenBy(administrator).answers());
  }

  @Test
  void whatIsNotReadIsNotAnsweredAndRedIsNotMailed() {
    incident("RED");
    NotFoundException hidden =
        assertThrows(NotFoundException.class, () -> answer(PEER, Stance.SAW, "", false));
    assertEquals("There is no such incident, or you may not see it.", hidden.getMessage());
    database.sql(
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (5, 'ports', 'Ports', 'Ports', 'OPEN', now())",
        "insert into incident_group (incident_id, group_id, shared_at) values (1, 5, now())");
    Reader grouped =
        new Reader(
            3L,
            "Person 3",
            20L,
            Set.of(Role.MEMBER),
            false,
            Set.of(5L),
            org.csoalliance.platform.security.Agreement.NONE);
    answer(grouped, Stance.SAW, "", false);
    assertEquals(0, mails());
  }

  @Test
  void badInputGetsSentences() {
    for (PeerAnswer wrong :
        List.of(
            new PeerAnswer(null, null, null, null, "Long enough words", false),
            new PeerAnswer(Stance.DIFFERS, null, null, null, "short", false),
            new PeerAnswer(Stance.SAW, null, -1.0, null, "", false),
            new PeerAnswer(Stance.SAW, null, Double.NaN, null, "", false),
            new PeerAnswer(Stance.SAW, null, null, NOW.plusSeconds(3600), "", false),
            new PeerAnswer(Stance.SAW, "Northern Kestrel", null, null, "", false),
            new PeerAnswer(Stance.UPDATE, null, null, null, "x".repeat(4001), false))) {
      assertThrows(
          InvalidException.class,
          () -> database.inTransaction(em -> service(em, PEER).answer(REFERENCE, wrong)),
          wrong::toString);
    }
    long id =
        database.inTransaction(
            em ->
                service(em, PEER)
                    .answer(
                        REFERENCE,
                        new PeerAnswer(
                            Stance.SAW, "9900021", 2.5, NOW.minusSeconds(60), "", false)));
    assertTrue(id > 0);
    assertNull(seenBy(THIRD).answers().get(0).ship(), "a ship names its company");
    assertEquals("Pelagia Star", seenBy(PEER2).answers().get(0).ship());
  }

  @Test
  void twoColleaguesAtOnceLeaveOneStandingAnswer() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Long>> futures = new ArrayList<>();
      for (Reader one : List.of(PEER, PEER2)) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return answer(one, Stance.SAW, "", false);
                }));
      }
      start.countDown();
      for (Future<Long> future : futures) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, seenBy(PEER).answers().size());
    assertEquals(
        2L, ((Number) database.value("select count(*) from incident_corroboration")).longValue());
  }
}
