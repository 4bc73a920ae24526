package org.csoalliance.incident;

import static org.csoalliance.incident.Made.EDITOR;
import static org.csoalliance.incident.Made.EDITOR2;
import static org.csoalliance.incident.Made.MEMBER;
import static org.csoalliance.incident.Made.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.data.SeenLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A death, a minor, or a version after the judgement: an editor has to look, and the queue says.
 */
class IncidentReviewServiceIT {
  @RegisterExtension static final Database database = new Database();

  private static final String REFERENCE = "CSOA-2026-00001";

  @BeforeAll
  static void people() {
    Made.people(database);
  }

  @BeforeEach
  void empty() {
    database.sql("delete from incident", "delete from reference_counter");
  }

  private static ReportIncident report(IncidentKind kind, UUID key, String details) {
    ReportIncident made = Made.report(key);
    return new ReportIncident(
        key,
        kind,
        made.occurredAt(),
        made.precision(),
        480,
        made.position(),
        made.area(),
        null,
        "",
        false,
        "",
        made.text(),
        PersonsHarmed.NO,
        "",
        "",
        Tlp.GREEN,
        "",
        IncidentVersionServiceIT.json(details),
        null,
        List.of());
  }

  private static void send(IncidentKind kind, String details) {
    database.inTransaction(
        em -> Made.reports(em, MEMBER).report(report(kind, UUID.randomUUID(), details)));
  }

  private static List<Object> add(Reader author, int basedOn, UUID key, String details) {
    List<Object> fired = new ArrayList<>();
    database.inTransaction(
        em ->
            Made.versions(em, author, fired)
                .add(
                    new AddVersion(
                        REFERENCE,
                        Stage.FOLLOW_UP,
                        "More is known.",
                        basedOn,
                        report(IncidentKind.STOWAWAY, key, details))));
    return fired;
  }

  private static void judge(Reader editor, IncidentStatus to) {
    database.doInTransaction(
        em ->
            Made.judges(em, editor, new ArrayList<>())
                .changeStatus(REFERENCE, to, 3, "The coast guard says so.", -1));
  }

  private static void look(Reader editor, int version, String note) {
    database.doInTransaction(em -> Made.reviews(em, editor).reviewed(REFERENCE, version, note));
  }

  private static List<EditorQueue.Entry> queue() {
    return database
        .inTransaction(
            em ->
                new IncidentQueueService(
                        new IncidentQueueRepository(em), Clock.fixed(Made.NOW, ZoneOffset.UTC))
                    .queue(EditorQueue.View.TO_CHECK))
        .items();
  }

  private static List<ReviewReason> reasons() {
    return queue().isEmpty() ? List.of() : queue().get(0).reasons();
  }

  private static OpenReview seen(Reader reader) {
    return database.inTransaction(
        em ->
            new IncidentListService(
                    new IncidentListRepository(em, null),
                    Made.caller(reader),
                    new SeenLog(),
                    List.of(new IncidentReviewRepository(em)))
                .detail(REFERENCE)
                .part(OpenReview.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STOWAWAY|{'found':'UNLOADING','minors':'YES'}|[MINOR]",
        "STOWAWAY|{'found':'UNLOADING','minors':'NO','deaths':0}|[]",
        "STOWAWAY|{'found':'UNLOADING','deaths':1}|[DEATH]",
        "STOWAWAY|{'found':'UNLOADING','ending':['DIED','DISEMBARKED']}|[DEATH]",
        "STOWAWAY|{'found':'UNLOADING','stowaways':[{'born':'2008-11-22'}]}|[MINOR]",
        "STOWAWAY|{'found':'UNLOADING','stowaways':[{'born':'2008-11-21'}]}|[]",
        "MIGRANTS|{'children':2,'dead':1}|[DEATH, MINOR]",
        "ROBBERY|{'killed':1}|[DEATH]",
        "ROBBERY|{'treatment':['KILLED']}|[DEATH]",
        "ROBBERY|{'treatment':['INJURED'],'killed':0}|[]"
      })
  void theAnswersSayWhy(IncidentKind kind, String details, String reasons) {
    send(kind, details);
    assertEquals(1, queue().size());
    assertEquals(reasons, reasons().toString());
  }

  @Test
  void isNotConfirmedBeforeAnEditorHasLooked() {
    send(IncidentKind.STOWAWAY, "{'found':'UNLOADING','minors':'YES'}");
    assertThrows(ConflictException.class, () -> judge(EDITOR, IncidentStatus.CONFIRMED));
    assertThrows(InvalidException.class, () -> look(EDITOR, 1, "ok"));
    assertThrows(ConflictException.class, () -> look(EDITOR, 2, "Read the annex."));
    look(EDITOR, 1, "Read the annex; no name stands in the open text.");
    assertEquals(List.of(), reasons());
    judge(EDITOR, IncidentStatus.CONFIRMED);
    assertEquals(List.of(), queue());
    assertThrows(ConflictException.class, () -> look(EDITOR, 1, "Again."));
    assertEquals(
        "version 1",
        database.value(
            "select detail from audit_entry where action = 'incident.reviewed' order by number desc limit 1"),
        "an auditor reads neither what it tells nor what was checked");
  }

  private static void sweep() {
    for (long last = 0; last >= 0; ) {
      long after = last;
      last =
          database.inTransaction(
              em ->
                  new ReviewSweepService(
                          new IncidentReviewRepository(em),
                          new IncidentVersionRepository(em, Made.SEALED),
                          Clock.fixed(Made.NOW, ZoneOffset.UTC))
                      .sweep(after));
    }
  }

  @Test
  void aReportThatIsOlderThanTheRuleIsFound() {
    send(IncidentKind.STOWAWAY, "{'found':'UNLOADING','minors':'YES'}");
    database.sql("delete from incident_review"); // as before there were reviews
    assertEquals(List.of(), reasons());
    sweep();
    assertEquals(List.of(ReviewReason.MINOR), reasons());
    assertThrows(ConflictException.class, () -> judge(EDITOR, IncidentStatus.CONFIRMED));
    look(EDITOR, 1, "Read the annex; no name stands in the open text.");
    sweep();
    assertEquals(List.of(), reasons(), "once");
    judge(EDITOR, IncidentStatus.CONFIRMED);
    database.sql("delete from incident_review");
    sweep();
    assertEquals(
        0L, database.value("select count(*) from incident_review"), "what was judged stays judged");
  }

  @Test
  void anotherEditorThanTheAuthorLooks() {
    send(IncidentKind.STOWAWAY, "{'found':'UNLOADING'}");
    judge(EDITOR, IncidentStatus.CONFIRMED);
    assertEquals(List.of(), queue());
    add(EDITOR, 1, null, "{'found':'UNLOADING','deaths':1}");
    assertEquals(List.of(ReviewReason.DEATH), reasons());
    assertThrows(RefusedException.class, () -> look(EDITOR, 2, "I wrote it myself."));
    assertFalse(seen(OTHER).asked(), "others do not learn of a death or a minor by the review");
    look(EDITOR2, 2, "The flag state confirms it.");
    assertEquals(List.of(), queue());
  }

  @Test
  void aVersionOfAJudgedReportComesBackOnce() {
    send(IncidentKind.STOWAWAY, "{'found':'UNLOADING'}");
    assertEquals(List.of(), reasons(), "a new report waits anyway");
    judge(EDITOR, IncidentStatus.CONFIRMED);
    UUID key = UUID.randomUUID();
    long id = (Long) database.value("select id from incident");
    assertEquals(
        List.of(new IncidentVersionAdded(id, 2)),
        add(MEMBER, 1, key, "{'found':'UNLOADING','stowawayCount':2}"));
    assertEquals(
        List.of(), add(MEMBER, 1, key, "{'found':'UNLOADING','stowawayCount':2}"), "sent twice");
    assertEquals(List.of(ReviewReason.NEW_VERSION), reasons());
    assertEquals(Made.NOW, queue().get(0).since());
    assertEquals(IncidentStatus.CONFIRMED, queue().get(0).summary().status());
    assertEquals(2, seen(OTHER).version(), "readers see that nobody has looked yet");
    assertEquals(List.of(), seen(OTHER).reasons());
    add(MEMBER, 2, null, "{'found':'UNLOADING','stowawayCount':2,'minors':'YES'}");
    assertEquals(List.of(ReviewReason.MINOR, ReviewReason.NEW_VERSION), reasons());
    assertEquals(1L, database.value("select count(*) from incident_review"));
    assertEquals(List.of(), seen(OTHER).reasons(), "why is for editors");
    assertEquals(2, seen(EDITOR).reasons().size());
    judge(EDITOR, IncidentStatus.DISPUTED);
    assertFalse(queue().isEmpty(), "a judgement is no look at a minor");
    judge(EDITOR, IncidentStatus.WITHDRAWN);
    assertTrue(queue().isEmpty());
  }

  @Test
  void aJudgementIsALookAtANewVersion() {
    send(IncidentKind.STOWAWAY, "{'found':'UNLOADING'}");
    judge(EDITOR, IncidentStatus.CONFIRMED);
    add(MEMBER, 1, null, "{'found':'UNLOADING','stowawayCount':2}");
    assertEquals(1, queue().size());
    judge(EDITOR, IncidentStatus.DISPUTED);
    assertEquals(List.of(), queue());
  }
}
