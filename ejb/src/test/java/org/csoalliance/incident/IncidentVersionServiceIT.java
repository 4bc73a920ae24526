package org.csoalliance.incident;

import static org.csoalliance.incident.Made.COLLEAGUE;
import static org.csoalliance.incident.Made.EDITOR;
import static org.csoalliance.incident.Made.MEMBER;
import static org.csoalliance.incident.Made.NOW;
import static org.csoalliance.incident.Made.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.membership.ShipService;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.data.SeenLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.file.MadeSeal;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions of a report on the database: kept whole, told apart, never overwritten. */
class IncidentVersionServiceIT {
  @RegisterExtension static final Database database = new Database();

  private static final String REFERENCE = "CSOA-2026-00001";
  private static final Reader PUBLIC = Reader.VISITOR;

  @BeforeAll
  static void people() {
    Made.people(database);
  }

  @BeforeEach
  void empty() {
    database.sql("delete from incident", "delete from reference_counter");
  }

  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  private static ReportIncident report(IncidentKind kind, String details) {
    return report(kind, details, null, "Five men with knives were seen in the engine room.", false);
  }

  private static ReportIncident report(
      IncidentKind kind, String details, UUID key, String text, boolean shipShown) {
    ReportIncident made = Made.report(key);
    return new ReportIncident(
        key,
        kind,
        made.occurredAt(),
        made.precision(),
        480,
        made.position(),
        made.area(),
        "9074729",
        "Northern Kestrel",
        shipShown,
        "",
        text,
        PersonsHarmed.NO,
        "",
        "",
        Tlp.GREEN,
        "+44 20 7946 0102",
        details == null ? null : json(details),
        null,
        List.of());
  }

  private static String send(ReportIncident report) {
    return database.inTransaction(em -> Made.reports(em, MEMBER).report(report));
  }

  private static int add(Reader author, Stage stage, int basedOn, ReportIncident report) {
    return database.inTransaction(
        em ->
            Made.versions(em, author)
                .add(new AddVersion(REFERENCE, stage, "More is known.", basedOn, report)));
  }

  private static IncidentDetail seen(Reader reader) {
    return database.inTransaction(
        em ->
            new IncidentListService(
                    new IncidentListRepository(em, null),
                    Made.caller(reader),
                    new SeenLog(),
                    List.of(new IncidentVersionsRepository(Made.SEALED)))
                .detail(REFERENCE));
  }

  private static IncidentVersions versions(Reader reader) {
    return seen(reader).part(IncidentVersions.class);
  }

  @Test
  void theFirstReportIsVersionOneAndIsRated() {
    send(
        report(
            IncidentKind.ROBBERY,
            "{'weapons':['KNIFE'],'treatment':['NONE'],'raiders':'3 to 5','stolen':['STORES'],"
                + "'waters':'TERRITORIAL','mmsi':'235012345','lossUsd':1200}"));
    IncidentVersions all = versions(MEMBER);
    assertEquals(1, all.versions().size());
    assertEquals(Stage.INITIAL, all.newest().stage());
    assertEquals("A. Member", all.newest().authorName());
    assertEquals(1200, all.newest().answers().getInt("lossUsd"));
    assertTrue(all.mayAdd());
    assertTrue(all.computed());
    assertEquals(3, seen(MEMBER).summary().severity());
    assertTrue(all.severityWhy().contains("category 3 of 4"), all.severityWhy());
    assertEquals("Armed robbery against ships", all.law().name());

    IncidentVersions other = versions(OTHER);
    assertEquals("A member", other.newest().authorName());
    assertFalse(other.mayAdd());
    assertEquals(
        Set.of(),
        intersection(
            other.newest().answers().keySet(),
            Set.of("lossUsd", "mmsi", "shipImo", "shipName", "contact")));
    assertTrue(other.newest().answers().containsKey("weapons"));
    assertEquals(
        "raiders stolen treatment waters weapons",
        database.value(
            "select string_agg(key, ' ' order by key) from incident, jsonb_object_keys(details) key"),
        "exports read what everybody may");
  }

  private static Set<String> intersection(Set<String> a, Set<String> b) {
    Set<String> both = new java.util.TreeSet<>(a);
    both.retainAll(b);
    return both;
  }

  private static ReportIncident begun(Reader author) {
    return database.inTransaction(em -> Made.versions(em, author).newest(REFERENCE).report());
  }

  @Test
  void aColleagueNeitherReadsNorRemovesARedIndicator() {
    String red = "{'type':'IP','value':'192.0.2.77','tlp':'RED'}";
    String open = "{'type':'DOMAIN','value':'bad.example','note':'seen twice'}";
    send(report(IncidentKind.CYBER, "{'indicators':[" + red + "," + open + "]}"));
    assertTrue(begun(MEMBER).details().toString().contains("192.0.2.77"));
    assertTrue(begun(EDITOR).details().toString().contains("192.0.2.77"));
    ReportIncident filled = begun(COLLEAGUE);
    assertFalse(filled.details().toString().contains("192.0.2.77"), filled.details()::toString);
    assertTrue(filled.details().toString().contains("bad.example"));
    JsonArray all = begun(MEMBER).details().getJsonArray("indicators");
    assertThrows(
        InvalidException.class,
        () -> add(COLLEAGUE, Stage.FOLLOW_UP, 1, filled),
        "an anonymous report that is sent as it was shown is no new version");
    add(
        COLLEAGUE,
        Stage.FOLLOW_UP,
        1,
        report(IncidentKind.CYBER, filled.details().toString(), null, "More is known.", false));
    assertEquals(all, begun(MEMBER).details().getJsonArray("indicators"), "sent as it was shown");
    add(
        COLLEAGUE,
        Stage.FOLLOW_UP,
        2,
        report(IncidentKind.CYBER, "{'indicators':[{'type':'DOMAIN','value':'worse.example'}]}"));
    String kept = begun(MEMBER).details().toString();
    assertTrue(kept.contains("192.0.2.77") && kept.contains("worse.example"), kept);
    assertFalse(kept.contains("bad.example"), kept);
    assertFalse(begun(COLLEAGUE).details().toString().contains("192.0.2.77"));
    assertFalse(versions(OTHER).toString().contains("192.0.2.77"));
  }

  @Test
  void sealedAnswersLeaveTheDatabaseForTheOwnSideAlone() {
    String secret = "Muster Annex Surname";
    send(
        report(
            IncidentKind.STOWAWAY,
            "{'found':'AFTER_DEPARTURE','stowawayCount':1,'stowaways':[{'surname':'"
                + secret
                + "'}],'masterStatement':'"
                + secret
                + "'}"));
    for (Reader reader : List.of(MEMBER, COLLEAGUE, EDITOR)) {
      assertTrue(versions(reader).newest().answers().toString().contains(secret), reader.name());
    }
    assertFalse(versions(OTHER).newest().answers().toString().contains(secret));
    assertFalse(versions(OTHER).groups().toString().contains(secret));
    database.sql("update incident set tlp = 'RED'");
    assertThrows(NotFoundException.class, () -> versions(COLLEAGUE), "RED is for the reporter");
    database.sql("update incident set tlp = 'CLEAR', status = 'CONFIRMED'");
    assertFalse(versions(PUBLIC).newest().answers().toString().contains(secret));
    assertEquals(
        0L,
        database.value(
            "select count(*) from incident where cast(search as text) like '%annex%'"
                + " or cast(details as text) like '%Annex%'"),
        "neither searched nor exported");

    add(MEMBER, Stage.FOLLOW_UP, 1, report(IncidentKind.STOWAWAY, "{'found':'UNLOADING'}"));
    assertFalse(versions(OTHER).versions().toString().contains(secret), "old versions obey too");
    assertFalse(
        versions(OTHER).versions().get(1).changes().toString().contains(secret), "and differences");
    assertTrue(versions(MEMBER).versions().get(1).changes().toString().contains(secret));
  }

  @Test
  void theShipIsShownWhereTheReporterShowsIt() {
    send(
        report(
            IncidentKind.OTHER, "{'callSign':'MXYZ'}", null, "Something strange went on.", true));
    assertEquals("MXYZ", versions(OTHER).newest().answers().getString("callSign"));
    add(
        MEMBER,
        Stage.CORRECTION,
        1,
        report(
            IncidentKind.OTHER, "{'callSign':'MXYZ'}", null, "Something strange went on.", false));
    IncidentVersions hidden = versions(OTHER);
    for (IncidentVersions.Version version : hidden.versions()) {
      assertNull(version.answers().get("callSign"), "hidden now is hidden in old versions");
    }
  }

  @Test
  void eachVersionIsKeptWholeWithItsDifference() {
    send(report(IncidentKind.ROBBERY, "{'weapons':['KNIFE'],'killed':0}"));
    assertEquals(
        2,
        add(COLLEAGUE, Stage.FOLLOW_UP, 1, report(IncidentKind.ATTACK, "{'weapons':['RIFLE']}")));
    assertEquals(
        3,
        add(
            EDITOR,
            Stage.CORRECTION,
            2,
            report(IncidentKind.ATTACK, "{'weapons':['RIFLE'],'waters':'EEZ'}")));
    IncidentVersions all = versions(MEMBER);
    assertEquals(
        List.of("ROBBERY", "ATTACK", "ATTACK"),
        all.versions().stream().map(version -> version.answers().getString("kind")).toList());
    assertEquals(
        "What was it?: Attack, or fired upon (before: Boarding, robbery or theft on board) |"
            + " Weapons seen or used: Rifles (before: Knives or machetes) |"
            + " Killed: no longer given (before: 0 people)",
        String.join(
            " | ",
            all.versions().get(1).changes().stream()
                .map(
                    change ->
                        new org.csoalliance.incident.form.FormText(
                                all.newest().form(),
                                org.csoalliance.incident.form.FormWords.english())
                            .sentence(change))
                .toList()));
    assertEquals("An editor", versions(OTHER).versions().get(2).authorName());
    assertEquals(IncidentKind.ATTACK, seen(OTHER).summary().kind());
    assertEquals("Attack, Singapore Strait, eastbound lane", seen(OTHER).summary().title());
    assertEquals("Piracy", all.law().name());
  }

  @Test
  void whoMayNotAddIsToldOrFindsNothing() {
    send(report(IncidentKind.ROBBERY, null));
    ReportIncident more = report(IncidentKind.ROBBERY, "{'weapons':['KNIFE']}");
    assertThrows(RefusedException.class, () -> add(OTHER, Stage.FOLLOW_UP, 1, more));
    database.sql("update incident set tlp = 'AMBER_STRICT'");
    assertThrows(NotFoundException.class, () -> add(OTHER, Stage.FOLLOW_UP, 1, more));
    assertEquals(1L, database.value("select count(*) from incident_version"));
  }

  @Test
  void contradictoryVersionsAreAnsweredWithSentences() {
    send(report(IncidentKind.ROBBERY, "{'personsOnBoard':20}"));
    InvalidException killed =
        assertThrows(
            InvalidException.class,
            () ->
                add(
                    MEMBER,
                    Stage.FOLLOW_UP,
                    1,
                    report(IncidentKind.ROBBERY, "{'personsOnBoard':20,'killed':21}")));
    assertTrue(killed.fields().get("details.killed").contains("more than 20"));
    InvalidException same =
        assertThrows(
            InvalidException.class,
            () ->
                add(
                    MEMBER,
                    Stage.FOLLOW_UP,
                    1,
                    report(IncidentKind.ROBBERY, "{'personsOnBoard':20}")));
    assertTrue(same.getMessage().contains("Nothing is different"), same.getMessage());
    assertThrows(
        InvalidException.class,
        () -> add(MEMBER, Stage.INITIAL, 1, report(IncidentKind.ROBBERY, "{'killed':1}")));
    add(MEMBER, Stage.FINAL, 1, report(IncidentKind.ROBBERY, "{'killed':1}"));
    InvalidException closed =
        assertThrows(
            InvalidException.class,
            () -> add(MEMBER, Stage.FOLLOW_UP, 2, report(IncidentKind.ROBBERY, "{'killed':2}")));
    assertTrue(closed.getMessage().contains("closed by a final version"), closed.getMessage());
    assertEquals(3, add(MEMBER, Stage.CORRECTION, 2, report(IncidentKind.ROBBERY, "{'killed':2}")));
    assertEquals(1, seen(MEMBER).summary().severity());
  }

  @Test
  void theEditorsCategoryStands() {
    send(report(IncidentKind.ROBBERY, "{'killed':1}"));
    assertEquals(1, seen(MEMBER).summary().severity());
    database.doInTransaction(em -> Made.reviews(em, EDITOR).reviewed(REFERENCE, 1, "Asked back."));
    database.doInTransaction(
        em ->
            Made.judges(em, EDITOR, new ArrayList<>())
                .changeStatus(REFERENCE, IncidentStatus.CONFIRMED, 3, "He died of illness.", -1));
    add(MEMBER, Stage.FOLLOW_UP, 1, report(IncidentKind.ROBBERY, "{'killed':2}"));
    assertEquals(3, seen(MEMBER).summary().severity());
    assertFalse(versions(MEMBER).computed());
  }

  @Test
  void editorsGradeSourceAndInformation() {
    send(report(IncidentKind.ROBBERY, null));
    grade("B", 2);
    assertEquals("B", versions(OTHER).reliability());
    assertEquals(2, versions(OTHER).credibility());
    assertThrows(InvalidException.class, () -> grade("G", 2));
    assertThrows(InvalidException.class, () -> grade("B", 7));
    assertThrows(InvalidException.class, () -> grade("B", null));
    grade(null, null);
    assertNull(versions(OTHER).reliability());
  }

  private static void grade(String reliability, Integer credibility) {
    database.doInTransaction(
        em ->
            Made.judges(em, EDITOR, new ArrayList<>()).grade(REFERENCE, reliability, credibility));
  }

  /** Cyber is anonymous unless the reporter says otherwise: no hour, no place, no name. */
  @Test
  void anAnonymousReportTellsOthersTheDayAlone() {
    send(report(IncidentKind.CYBER, "{'firstSeen':'2026-11-20T03:45:00Z','callSign':'MXYZ'}"));
    IncidentVersions.Version other = versions(OTHER).newest();
    assertEquals("2026-11-20", other.answers().getString("firstSeen"));
    assertNull(other.answers().get("occurred"));
    assertNull(other.answers().get("position"));
    assertNull(other.answers().get("callSign"));
    assertEquals("A member", versions(COLLEAGUE).newest().authorName());
    assertNull(versions(COLLEAGUE).newest().answers().get("contact"));
    assertEquals("A. Member", versions(MEMBER).newest().authorName());
    assertEquals(
        "2026-11-20T03:45:00Z", versions(EDITOR).newest().answers().getString("firstSeen"));
    List<String> exported = new ArrayList<>();
    database.doInTransaction(
        em -> {
          IncidentListService list =
              new IncidentListService(
                  new IncidentListRepository(em, database.dataSource()), Made.caller(OTHER));
          list.stream(IncidentFilter.ALL, row -> exported.add(row.details().toString()));
          list.pageDetails(IncidentFilter.ALL, 10, null)
              .items()
              .forEach(row -> exported.add(row.details().toString()));
        });
    String day = "{\"firstSeen\":\"2026-11-20\"}";
    assertEquals(List.of(day, day), exported, "a stream and a page");
  }

  /** A ship that is fired on is shown roughly until it is safe; what was chosen counts then. */
  @Test
  void aShipInDangerIsNotShown() {
    send(report(IncidentKind.STATE_ACTION, "{'event':['UAV'],'shipSafe':'NO'}"));
    assertEquals(30.0, database.value("select blur_nm from incident"));
    assertNull(versions(OTHER).newest().answers().get("position"));
    add(
        MEMBER,
        Stage.FOLLOW_UP,
        1,
        report(IncidentKind.STATE_ACTION, "{'event':['UAV'],'shipSafe':'YES'}"));
    assertEquals(0.0, database.value("select blur_nm from incident"));
    assertTrue(versions(OTHER).newest().answers().containsKey("position"));
  }

  @Test
  void whatCameInWithoutVersionsGetsItsFirstOne() {
    send(report(IncidentKind.ROBBERY, null));
    database.sql("delete from incident_version");
    assertEquals(List.of(), versions(MEMBER).versions());
    assertEquals(2, add(MEMBER, Stage.FOLLOW_UP, 1, report(IncidentKind.ROBBERY, "{'killed':0}")));
    assertEquals("A. Member", versions(MEMBER).versions().get(0).authorName());
    assertEquals(Stage.INITIAL, versions(MEMBER).versions().get(0).stage());
  }

  @Test
  void ofTenAtOnceOneIsTakenAndTheOthersAreTold() throws Exception {
    send(report(IncidentKind.ROBBERY, null));
    List<String> answers =
        tenTimes(
            n ->
                String.valueOf(
                    add(MEMBER, Stage.FOLLOW_UP, 1, report(IncidentKind.ROBBERY, details(n)))));
    assertEquals(1, answers.stream().filter("2"::equals).count(), answers.toString());
    assertEquals(
        9,
        answers.stream().filter(answer -> answer.startsWith("Version 2 was added")).count(),
        answers.toString());
    assertEquals(2L, database.value("select count(*) from incident_version"));
  }

  /** The control: without the number that was seen, and its lock, writers would overwrite. */
  @Test
  void withoutTheGuardMoreThanOneWouldTakeTheSameNumber() throws Exception {
    send(report(IncidentKind.ROBBERY, null));
    database.sql(
        "alter table incident_version drop constraint incident_version_incident_id_number_key");
    try {
      CountDownLatch read = new CountDownLatch(10);
      tenTimes(
          n ->
              database.inTransaction(
                  em -> {
                    IncidentVersionRepository versions =
                        new IncidentVersionRepository(em, Made.SEALED);
                    Incident incident =
                        em.createQuery("select i from Incident i", Incident.class)
                            .getSingleResult();
                    List<IncidentVersionRepository.Kept> kept = versions.all(incident.id());
                    read.countDown();
                    await(read);
                    versions.add(
                        incident,
                        new IncidentVersionRepository.Head(
                            kept.size() + 1, Stage.FOLLOW_UP, NOW, "Without a guard.", null),
                        kept.get(0).form(),
                        kept.get(0).answers(),
                        MEMBER,
                        false);
                    return "2";
                  }));
      assertEquals(10L, database.value("select count(*) from incident_version where number = 2"));
    } finally {
      database.sql(
          "delete from incident_version where number > 1",
          "alter table incident_version add constraint incident_version_incident_id_number_key"
              + " unique (incident_id, number)");
    }
  }

  @Test
  void tenEqualPostsAreOneVersion() throws Exception {
    send(report(IncidentKind.ROBBERY, null));
    UUID key = UUID.randomUUID();
    ReportIncident more =
        report(IncidentKind.ROBBERY, "{'killed':1}", key, "Five men, and one is dead now.", false);
    assertEquals(
        List.of("2"),
        tenTimes(n -> String.valueOf(add(MEMBER, Stage.FOLLOW_UP, 1, more))).stream()
            .distinct()
            .toList());
    assertThrows(ConflictException.class, () -> add(COLLEAGUE, Stage.FOLLOW_UP, 2, more));
  }

  @Test
  void personsAreForgottenTwoYearsAfterTheReportIsClosed() {
    send(
        report(
            IncidentKind.STOWAWAY,
            "{'found':'UNLOADING','stowaways':[{'surname':'Secret'}],'costUsd':5}"));
    assertEquals(0, forget(NOW));
    assertEquals(1, forget(NOW.plus(Duration.ofDays(1))));
    assertEquals(0, forget(NOW.plus(Duration.ofDays(1))), "once");
    assertFalse(versions(MEMBER).newest().answers().containsKey("stowaways"));
    assertTrue(versions(MEMBER).newest().answers().containsKey("costUsd"));
  }

  private static int forget(java.time.Instant before) {
    return database.inTransaction(
        em ->
            new SealedAnswersRepository(em, Made.SEALED)
                .forgetPersons(FormCatalog.shipped().form("STOWAWAY").orElseThrow(), before));
  }

  private static final String NAMES =
      "{'found':'UNLOADING','stowaways':[{'surname':'Unspoken'}],'costUsd':5}";

  private static void plain() {
    database.doInTransaction(
        em -> {
          IncidentVersionRepository none =
              new IncidentVersionRepository(em, new SealedAnswers(MadeSeal.none()));
          ReportIncident report = report(IncidentKind.STOWAWAY, NAMES);
          new IncidentReportService(
                  new IncidentRepository(em),
                  none,
                  new IncidentReviewRepository(em),
                  new ShipService() {
                    @Override
                    public java.util.Optional<org.csoalliance.membership.ShipSummary> byImo(
                        org.csoalliance.membership.ImoNumber imo) {
                      return java.util.Optional.empty();
                    }
                  },
                  new AuditLog(em),
                  Made.caller(MEMBER),
                  java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC))
              .report(report);
        });
  }

  private static int seal() {
    return database.inTransaction(em -> new SealedAnswersRepository(em, Made.SEALED).seal(3));
  }

  private static final String LEGIBLE =
      "select count(*) from incident_version v where concat(v.open, v.ship, v.exact, v.sealed,"
          + " encode(v.annex, 'escape')) ~ 'Unspoken|7946'";

  @Test
  void theAnnexLiesSealedInTheDatabase() {
    send(report(IncidentKind.STOWAWAY, NAMES));
    assertEquals(0L, database.value(LEGIBLE));
    assertEquals(1L, database.value("select count(*) from incident_version where personal"));
    assertTrue(versions(EDITOR).newest().answers().toString().contains("Unspoken"));
    assertEquals(2, add(COLLEAGUE, Stage.FOLLOW_UP, 1, report(IncidentKind.STOWAWAY, null)));
    List<Map<String, Object>> held =
        database.inTransaction(em -> new IncidentVersionRepository(em, Made.SEALED).held(1));
    assertTrue(held.get(0).get("answers").toString().contains("Unspoken"), "data download");
    database.doInTransaction(em -> new SealedAnswersRepository(em, Made.SEALED).forgetContact(1));
    assertFalse(versions(EDITOR).newest().answers().containsKey("contact"));
    assertTrue(versions(EDITOR).versions().get(0).answers().toString().contains("Unspoken"));
    database.sql(
        "update incident_version set annex = (select annex from incident_version"
            + " where number = 1)");
    assertFalse(
        versions(EDITOR).newest().answers().toString().contains("Unspoken"),
        "the annex of another version does not open");
  }

  @Test
  void whatLayPlainIsSealedOnceByTwoNodes() throws Exception {
    for (int n = 0; n < 20; n++) {
      plain();
    }
    assertEquals(20L, database.value(LEGIBLE), "no key: kept, and legible");
    assertTrue(versions(MEMBER).newest().answers().toString().contains("Unspoken"));
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    Callable<Integer> node =
        () -> {
          int sealed = 0;
          for (int batch = seal(); batch > 0; batch = seal()) {
            sealed += batch;
          }
          return sealed;
        };
    int sealed = 0;
    for (Future<Integer> each : nodes.invokeAll(List.of(node, node))) {
      sealed += each.get();
    }
    nodes.shutdown();
    assertEquals(20, sealed + seal(), "each row once");
    assertEquals(0L, database.value(LEGIBLE));
    assertEquals(20L, database.value("select count(*) from incident_version where personal"));
    assertTrue(versions(MEMBER).newest().answers().toString().contains("Unspoken"));
    assertFalse(versions(OTHER).newest().answers().toString().contains("Unspoken"));
    assertEquals(20, forget(NOW.plus(Duration.ofDays(1))));
    assertFalse(versions(MEMBER).newest().answers().toString().contains("Unspoken"));
  }

  @Test
  void thePageTakesNoFurtherStatement() {
    send(report(IncidentKind.ROBBERY, "{'killed':1}"));
    for (int n = 1; n < 6; n++) {
      add(MEMBER, Stage.FOLLOW_UP, n, report(IncidentKind.ROBBERY, "{'killed':" + (n + 1) + "}"));
    }
    List<String> statements = database.statements(() -> versions(OTHER));
    assertEquals(
        1,
        statements.stream().filter(sql -> sql.startsWith("select")).count(),
        statements.toString());
  }

  @Test
  void anEditorOfAnotherCompanyIsAnEditor() {
    Reader both = new Reader(5L, "F. Editor", 20L, Set.of(Role.EDITOR, Role.MEMBER));
    send(report(IncidentKind.ROBBERY, null));
    add(both, Stage.FOLLOW_UP, 1, report(IncidentKind.ROBBERY, "{'killed':1}"));
    assertEquals("An editor", versions(OTHER).newest().authorName());
  }

  private static String details(int n) {
    return "{'killed':" + n + "}";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private interface Work {
    String at(int n);
  }

  private static List<String> tenTimes(Work work) throws Exception {
    database.factory();
    ExecutorService threads = Executors.newFixedThreadPool(10);
    try {
      CountDownLatch start = new CountDownLatch(10);
      List<Future<String>> answers = new ArrayList<>();
      for (int n = 0; n < 10; n++) {
        int number = n;
        Callable<String> post =
            () -> {
              start.countDown();
              start.await();
              try {
                return work.at(number);
              } catch (ConflictException told) {
                return told.getMessage();
              }
            };
        answers.add(threads.submit(post));
      }
      List<String> all = new ArrayList<>();
      for (Future<String> answer : answers) {
        all.add(answer.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }
}
