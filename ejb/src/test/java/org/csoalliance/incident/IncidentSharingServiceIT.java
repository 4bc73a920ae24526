package org.csoalliance.incident;

import static org.csoalliance.incident.Made.COLLEAGUE;
import static org.csoalliance.incident.Made.EDITOR;
import static org.csoalliance.incident.Made.EDITOR2;
import static org.csoalliance.incident.Made.MEMBER;
import static org.csoalliance.incident.Made.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.data.SeenLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Labels, groups and what is kept back, changed by those who may. */
class IncidentSharingServiceIT {
  @RegisterExtension static final Database database = new Database();

  private static final String NAME = "Circle that nobody knows";
  private static final Reader IN_GROUP =
      new Reader(1L, "A. Member", 10L, Set.of(Role.MEMBER), false, Set.of(5L), Agreement.NONE);
  private static final Reader OTHER_IN_GROUP =
      new Reader(3L, "C. Member", 20L, Set.of(Role.MEMBER), false, Set.of(5L), Agreement.NONE);

  private final List<Object> fired = Collections.synchronizedList(new ArrayList<>());
  private String reference;

  @BeforeAll
  static void people() {
    Made.people(database);
    database.sql(
        "insert into member_group (id, slug, name, purpose, kind, hidden, created_at) values"
            + (" (5, 'g-x', '" + NAME + "', 'Not to be known', 'INVITED', true, now()),")
            + " (6, 'cruise', 'Cruise', 'Cruise ships', 'OPEN', false, now())");
  }

  @BeforeEach
  void one() {
    reference = database.inTransaction(em -> Made.reports(em, MEMBER).report(Made.report(null)));
  }

  private IncidentSharingService service(EntityManager em, Reader reader) {
    return new IncidentSharingService(
        new IncidentRepository(em),
        new IncidentSharingRepository(em),
        new Outbox(em),
        new AuditLog(em),
        Made.events(fired),
        Made.caller(reader),
        Clock.fixed(Made.NOW, ZoneOffset.UTC));
  }

  private void as(Reader reader, Consumer<IncidentSharingService> work) {
    database.doInTransaction(em -> work.accept(service(em, reader)));
  }

  private IncidentDetail seenBy(Reader reader) {
    return database.inTransaction(
        em ->
            new IncidentListService(
                    new IncidentListRepository(em, null),
                    Made.caller(reader),
                    new SeenLog(),
                    List.of(new IncidentSharingRepository(em)))
                .detail(reference));
  }

  private IncidentSharing sharing(Reader reader) {
    return seenBy(reader).part(IncidentSharing.class);
  }

  private Tlp label() {
    return seenBy(EDITOR).summary().tlp();
  }

  @Test
  void theReporterNarrowsAndWidensAtOnce() {
    database.doInTransaction(
        em ->
            new Outbox(em)
                .queue(
                    List.of(
                        new OutgoingMail("3@demo.example", 3L, "ALERT", reference, "S", "Body"),
                        new OutgoingMail("3@demo.example", 3L, "ALERT", "CSOA-1", "S", "Body"))));
    as(MEMBER, s -> s.label(reference, Tlp.RED, "Lives depend on it", -1));
    assertEquals(Tlp.RED, label());
    assertEquals(
        "CSOA-1",
        database.value("select string_agg(object_ref, ' ') from outbox_mail"),
        "what waited to be mailed is taken back");
    assertThrows(NotFoundException.class, () -> seenBy(OTHER));
    as(MEMBER, s -> s.label(reference, Tlp.CLEAR, "It is in the news now", -1));
    assertEquals(Tlp.CLEAR, label());
    List<IncidentSharing.LabelChange> steps = sharing(OTHER).changes();
    assertEquals(2, steps.size());
    assertEquals("The reporter", steps.get(0).askedBy(), "the company is hidden");
    assertEquals("A. Member", sharing(COLLEAGUE).changes().get(0).askedBy());
    assertEquals(new IncidentLabelled(id(), Tlp.RED, Tlp.CLEAR), fired.get(1));
    assertEquals(
        "TLP:RED to TLP:CLEAR",
        database.value(
            "select detail from audit_entry where action = 'incident.label_widened'"
                + " and object_ref = '"
                + reference
                + "'"));
  }

  @Test
  void anEditorNarrowsAtOnceAndTwoWiden() {
    as(EDITOR, s -> s.label(reference, Tlp.AMBER, "It names a ship", -1));
    assertEquals(Tlp.AMBER, label());
    database.doInTransaction(
        em ->
            assertEquals(
                IncidentSharingService.Labelled.ASKED,
                service(em, EDITOR).label(reference, Tlp.GREEN, "The ship is out of it", -1)));
    assertEquals(Tlp.AMBER, label(), "nothing changes until it is confirmed");
    assertNotNull(sharing(EDITOR2).asked());
    assertNull(sharing(OTHER).asked(), "not for those who only read");
    assertThrows(
        RefusedException.class, () -> as(EDITOR, s -> s.decide(reference, true, "I say so", -1)));
    assertThrows(
        ConflictException.class,
        () -> as(EDITOR2, s -> s.label(reference, Tlp.CLEAR, "Wider still", -1)));
    as(EDITOR2, s -> s.decide(reference, true, "I have checked it", -1));
    assertEquals(Tlp.GREEN, label());
    IncidentSharing.LabelChange step = sharing(OTHER).changes().get(0);
    assertEquals("B. Editor", step.askedBy());
    assertEquals("F. Editor", step.decidedBy());
    assertEquals("I have checked it", step.decidedReason());
    assertThrows(
        ConflictException.class, () -> as(EDITOR2, s -> s.decide(reference, true, "Again", -1)));
  }

  @Test
  void aWishIsRefusedTakenBackOrOvertaken() {
    as(EDITOR, s -> s.label(reference, Tlp.CLEAR, "Good to know", -1));
    as(EDITOR2, s -> s.decide(reference, false, "It would name the ship", -1));
    as(EDITOR, s -> s.label(reference, Tlp.CLEAR, "Good to know", -1));
    as(EDITOR, s -> s.decide(reference, false, "I was wrong", -1));
    as(EDITOR, s -> s.label(reference, Tlp.CLEAR, "Good to know", -1));
    as(MEMBER, s -> s.label(reference, Tlp.RED, "On no account", -1));
    assertThrows(
        ConflictException.class, () -> as(EDITOR2, s -> s.decide(reference, true, "Why not", -1)));
    assertEquals(Tlp.RED, label());
    assertEquals(
        "MADE,OVERTAKEN,REFUSED,REFUSED",
        sharing(EDITOR).changes().stream()
            .map(change -> change.state().name())
            .sorted()
            .collect(java.util.stream.Collectors.joining(",")));
  }

  @Test
  void othersChangeNothingAndLearnNothing() {
    assertThrows(
        RefusedException.class,
        () -> as(OTHER, s -> s.label(reference, Tlp.RED, "Not theirs", -1)));
    assertThrows(
        RefusedException.class,
        () -> as(COLLEAGUE, s -> s.label(reference, Tlp.CLEAR, "Not the reporter", -1)));
    as(MEMBER, s -> s.label(reference, Tlp.RED, "Lives depend on it", -1));
    NotFoundException hidden =
        assertThrows(
            NotFoundException.class,
            () -> as(OTHER, s -> s.label(reference, Tlp.CLEAR, "Not theirs", -1)));
    NotFoundException none =
        assertThrows(
            NotFoundException.class,
            () -> as(OTHER, s -> s.label("CSOA-2026-99999", Tlp.CLEAR, "None such", -1)));
    assertEquals(none.getMessage(), hidden.getMessage());
    assertThrows(InvalidException.class, () -> as(MEMBER, s -> s.label(reference, null, "x", -1)));
  }

  /** Who has left the company does not widen what was reported for it. */
  @Test
  void theSourceServesTheCompany() {
    Reader moved = new Reader(1L, "A. Member", 20L, Set.of(Role.MEMBER));
    assertThrows(
        RefusedException.class,
        () -> as(moved, s -> s.label(reference, Tlp.CLEAR, "It is mine", -1)));
  }

  @Test
  void aGroupReadsAndStopsReading() {
    as(MEMBER, s -> s.label(reference, Tlp.RED, "Lives depend on it", -1));
    assertThrows(NotFoundException.class, () -> seenBy(OTHER_IN_GROUP));
    assertThrows(NotFoundException.class, () -> as(MEMBER, s -> s.share(reference, 5)));
    as(IN_GROUP, s -> s.share(reference, 5));
    assertThrows(ConflictException.class, () -> as(IN_GROUP, s -> s.share(reference, 5)));
    assertEquals(Tlp.RED, seenBy(OTHER_IN_GROUP).summary().tlp());
    assertEquals(NAME, sharing(OTHER_IN_GROUP).groups().get(0).name());
    assertThrows(NotFoundException.class, () -> seenBy(OTHER));
    assertFalse(sharing(EDITOR).toString().contains(NAME), "an editor is not in it");
    assertEquals(
        0L,
        ((Number)
                database.value(
                    "select count(*) from audit_entry where detail like '%Circle%' or detail like"
                        + " '%g-x%' or object_ref like '%g-x%'"))
            .longValue());
    assertThrows(
        ConflictException.class,
        () -> as(EDITOR, s -> s.revoke(reference, 5, "")),
        "an editor who does not know of it gets the answer of a group that does not read it");
    assertThrows(RefusedException.class, () -> as(OTHER_IN_GROUP, s -> s.revoke(reference, 5, "")));
    as(MEMBER, s -> s.revoke(reference, 5, "It is over"));
    assertThrows(NotFoundException.class, () -> seenBy(OTHER_IN_GROUP));
    as(IN_GROUP, s -> s.share(reference, 5));
    assertEquals(Tlp.RED, seenBy(OTHER_IN_GROUP).summary().tlp(), "shared again");
  }

  @Test
  void twoGroupsSharedAtOnceBothCount() throws Exception {
    Reader both =
        new Reader(
            1L, "A. Member", 10L, Set.of(Role.MEMBER), false, Set.of(5L, 6L), Agreement.NONE);
    atOnce(
        () -> {
          as(both, s -> s.share(reference, 5));
          return null;
        },
        () -> {
          as(both, s -> s.share(reference, 6));
          return null;
        });
    assertEquals(
        "{5,6}",
        String.valueOf(
            database.value(
                "select cast(shared_with as text) from incident where reference = '"
                    + reference
                    + "'")));
  }

  @Test
  void blursOnceAndKeepsIt() {
    Position truth = new Position(1.2333, 104.05);
    as(MEMBER, s -> s.disclose(reference, blur(Attribution.COMPANY_HIDDEN, 10), -1));
    Position shown = seenBy(OTHER).summary().position();
    assertNotEquals(truth, shown);
    assertTrue(shown.distanceNm(truth) <= 10);
    assertEquals(10, seenBy(OTHER).summary().blurNm());
    assertNull(sharing(OTHER).exactPosition());
    assertNull(sharing(OTHER).disclosure());
    assertEquals(truth, sharing(MEMBER).exactPosition());
    assertEquals(truth, sharing(EDITOR).exactPosition());
    assertEquals(shown, seenBy(MEMBER).summary().position(), "the same for everybody");
    as(MEMBER, s -> s.disclose(reference, blur(Attribution.NAMED, 10), -1));
    assertEquals(shown, seenBy(OTHER).summary().position(), "not drawn again");
    assertEquals("A. Member", seenBy(OTHER).reporterName());
    assertThrows(
        RefusedException.class,
        () -> as(EDITOR, s -> s.disclose(reference, blur(Attribution.NAMED, 5), -1)));
    as(EDITOR, s -> s.disclose(reference, blur(Attribution.ANONYMOUS, 10), -1));
    assertNull(seenBy(OTHER).reporterName());
    assertNull(seenBy(COLLEAGUE).reporterName());
    as(MEMBER, s -> s.disclose(reference, blur(Attribution.COMPANY_HIDDEN, 0), -1));
    assertEquals(truth, seenBy(OTHER).summary().position());
  }

  @Test
  void anAnonymousReportTellsTheDayAndNoShip() {
    as(MEMBER, s -> s.disclose(reference, blur(Attribution.ANONYMOUS, 0), -1));
    IncidentDetail seen = seenBy(OTHER);
    assertEquals(OccurredPrecision.DAY, seen.summary().precision());
    assertEquals("2026-11-21T12:00:00Z", seen.summary().occurredAt().toString());
    assertEquals("2026-11-22T00:00:00Z", seen.reportedAt().toString());
    assertEquals("2026-11-22T00:00:00Z", seen.history().get(0).at().toString());
    assertEquals(Disclosure.ANONYMOUS_NM, seen.summary().blurNm());
    assertNull(seen.summary().shipName());
    assertNull(seen.summary().shipType());
    assertNull(seen.summary().shipFlag());
    assertEquals("Bulk carrier", seenBy(COLLEAGUE).summary().shipType());
    assertEquals("2026-11-21T19:40:00Z", sharing(EDITOR).exactOccurredAt().toString());
    as(MEMBER, s -> s.disclose(reference, blur(Attribution.COMPANY_HIDDEN, 0), -1));
    assertEquals("2026-11-21T19:40:00Z", seenBy(OTHER).summary().occurredAt().toString());
    assertEquals(OccurredPrecision.EXACT, seenBy(OTHER).summary().precision());
  }

  private static Disclosure blur(Attribution attribution, double miles) {
    return new Disclosure(attribution, miles, false, false, false);
  }

  /** Raised and lowered in two browsers at once: one wins, the other is told. */
  @Test
  void raisedAndLoweredAtOnceOneIsTold() throws Exception {
    int version = seenBy(EDITOR).version();
    List<Object> outcomes =
        atOnce(
            () -> {
              as(EDITOR, s -> s.label(reference, Tlp.RED, "Lives depend on it", version));
              return Tlp.RED;
            },
            () -> {
              as(MEMBER, s -> s.label(reference, Tlp.CLEAR, "It is in the news", version));
              return Tlp.CLEAR;
            });
    assertEquals(1, outcomes.stream().filter(ConflictException.class::isInstance).count());
    Object won = outcomes.stream().filter(Tlp.class::isInstance).findFirst().orElseThrow();
    assertEquals(won, label());
    assertEquals(1, sharing(EDITOR).changes().size());
    assertEquals(1, fired.size());
  }

  /** The control: without the version both go through, and the one who lost is never told. */
  @Test
  void withoutTheVersionNobodyIsTold() throws Exception {
    List<Object> outcomes =
        atOnce(
            () -> {
              as(EDITOR, s -> s.label(reference, Tlp.RED, "Lives depend on it", -1));
              return Tlp.RED;
            },
            () -> {
              as(MEMBER, s -> s.label(reference, Tlp.CLEAR, "It is in the news", -1));
              return Tlp.CLEAR;
            });
    assertEquals(0, outcomes.stream().filter(ConflictException.class::isInstance).count());
    assertEquals(2, sharing(EDITOR).changes().size());
  }

  private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Object>> futures = new ArrayList<>();
      for (Callable<?> each : List.of(one, other)) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return each.call();
                }));
      }
      start.countDown();
      List<Object> outcomes = new ArrayList<>();
      for (Future<Object> future : futures) {
        try {
          outcomes.add(future.get());
        } catch (ExecutionException failed) {
          outcomes.add(failed.getCause());
        }
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private long id() {
    return seenBy(EDITOR).summary().id();
  }
}
