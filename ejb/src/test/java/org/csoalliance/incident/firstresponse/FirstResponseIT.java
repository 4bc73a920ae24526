package org.csoalliance.incident.firstresponse;

import static org.csoalliance.incident.firstresponse.MadeReports.EDITOR;
import static org.csoalliance.incident.firstresponse.MadeReports.EDITOR2;
import static org.csoalliance.incident.firstresponse.MadeReports.MEMBER;
import static org.csoalliance.incident.firstresponse.MadeReports.block;
import static org.csoalliance.incident.firstresponse.MadeReports.content;
import static org.csoalliance.incident.firstresponse.MadeReports.reference;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.Difference;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstResponseIT {
  @RegisterExtension static final Database database = new Database();

  private final List<Object> fired = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void people() {
    MadeReports.people(database);
  }

  @BeforeEach
  void nothing() {
    database.sql("truncate first_response cascade", "delete from reference_counter");
  }

  private static long create(Content content, Tlp... sources) {
    List<String> references = java.util.Arrays.stream(sources).map(MadeReports::reference).toList();
    return database.inTransaction(
        em -> MadeReports.drafts(em, EDITOR).create(content, references, null));
  }

  private static Draft open(long id) {
    return database.inTransaction(em -> MadeReports.drafts(em, EDITOR).open(id));
  }

  private static Check check(long id) {
    return database.inTransaction(em -> MadeReports.drafts(em, EDITOR).check(id, ""));
  }

  private static void save(long id, Content content) {
    Draft draft = open(id);
    database.inTransaction(
        em ->
            MadeReports.drafts(em, EDITOR)
                .save(
                    id,
                    content,
                    draft.sources().stream().map(Source::reference).toList(),
                    draft.lock()));
  }

  private String publish(long id, Step step, String note, boolean close) {
    Set<String> all = check(id).findings().stream().map(Finding::key).collect(Collectors.toSet());
    return database.inTransaction(
        em ->
            MadeReports.reports(em, EDITOR, fired)
                .publish(id, open(id).lock(), step, note, close, all));
  }

  private static Report seenBy(Reader reader, String slug, Integer number) {
    return database.inTransaction(em -> MadeReports.list(em, reader).view(slug, number));
  }

  private static Content simple(Audience audience) {
    return content(
        audience, Tlp.AMBER, block(Part.KNOWN, audience, "A ship was boarded this morning."));
  }

  private static Draft begin(Tlp tlp, Audience audience) {
    return database.inTransaction(
        em -> MadeReports.drafts(em, EDITOR).begin(List.of(reference(tlp)), audience));
  }

  @ParameterizedTest
  @EnumSource(Tlp.class)
  void wordsAreFilledInAsFarAsTheLabelAllows(Tlp tlp) {
    Draft own = begin(tlp, null);
    boolean filled = tlp.ordinal() >= Tlp.AMBER.ordinal();
    assertEquals(tlp == Tlp.CLEAR ? Audience.PUBLIC : Audience.MEMBERS, own.content().audience());
    assertEquals(filled, own.content().blocks().get(0).text().startsWith("Nine armed men"));
    assertEquals(filled, !own.content().title().isEmpty());
    assertEquals(filled, own.content().position() != null);
    assertTrue(own.content().narrowest().ordinal() <= Math.max(tlp.ordinal(), 2));
    assertEquals(reference(tlp), own.sources().get(0).reference());

    Draft wide = begin(tlp, Audience.PUBLIC);
    boolean clear = tlp == Tlp.CLEAR;
    assertEquals(clear, !wide.content().blocks().get(0).text().isEmpty());
    assertEquals(clear, !wide.content().title().isEmpty());
    assertEquals(clear, !wide.content().area().isEmpty());
    assertEquals(clear, wide.content().occurredAt() != null);
    assertEquals(clear, wide.content().severity() != null);
  }

  @Test
  void anUnconfirmedClearIncidentIsNotPublicYet() {
    database.sql("update incident set status = 'REPORTED' where id = 5");
    try {
      Draft draft = begin(Tlp.CLEAR, null);
      assertEquals(Audience.MEMBERS, draft.content().audience());
      assertTrue(begin(Tlp.CLEAR, Audience.PUBLIC).content().title().isEmpty());
    } finally {
      database.sql("update incident set status = 'CONFIRMED' where id = 5");
    }
  }

  @Test
  void fromAnIncidentToAPublishedReport() {
    Draft begun = begin(Tlp.CLEAR, null);
    UUID key = UUID.randomUUID();
    long id =
        database.inTransaction(
            em ->
                MadeReports.drafts(em, EDITOR)
                    .create(begun.content(), List.of(reference(Tlp.CLEAR)), key));
    long again =
        database.inTransaction(
            em ->
                MadeReports.drafts(em, EDITOR)
                    .create(begun.content(), List.of(reference(Tlp.CLEAR)), key));
    assertEquals(id, again, "a form sent twice is one report");
    assertEquals(1, open(id).content().blocks().size(), "empty parts are left out");
    assertEquals(List.of(), check(id).findings());

    String slug = publish(id, Step.FIRST, "", false);
    assertEquals("2026-001-three-crew-taken-by-clear-men", slug);
    assertEquals(List.of(new FirstResponsePublished(id)), fired);
    Report report = seenBy(Reader.VISITOR, slug, null);
    assertEquals("FRR-2026-001", report.reference());
    assertEquals(MadeReports.NOW, report.publishedAt());
    assertEquals(Tlp.CLEAR, report.label());
    assertEquals(reference(Tlp.CLEAR), report.incidents().get(0).reference());
    assertEquals("An editor", report.shown().editor());
    assertEquals("B. Editor", seenBy(MEMBER, "FRR-2026-001", null).shown().editor());
    assertEquals(
        "first-response.published",
        database.value("select action from audit_entry order by number desc limit 1"));
    assertThrows(ConflictException.class, () -> publish(id, Step.UPDATE, "", false));
  }

  @Test
  void wordsOfANarrowerIncidentAreRefusedAndTheRestIsConfirmed() {
    Content copied =
        content(
            Audience.PUBLIC,
            Tlp.AMBER,
            block(
                Part.KNOWN,
                Audience.PUBLIC,
                "We hear: nine ARMED men in two skiffs boarded the drifting ship."));
    long id = create(copied, Tlp.AMBER);
    assertEquals(Set.of("block-0"), check(id).refusals().keySet());
    assertThrows(InvalidException.class, () -> publish(id, Step.FIRST, "", false));

    Content shown =
        content(
            Audience.PUBLIC,
            Tlp.AMBER,
            block(
                Part.KNOWN, Audience.PUBLIC, "A ship was boarded; M/V Northern Kestrel, 9074729."),
            block(
                Part.KNOWN,
                Audience.MEMBERS,
                "Nine armed men in two skiffs boarded the drifting ship."));
    save(id, shown);
    Check check = check(id);
    assertEquals(Set.of(), check.refusals().keySet(), "members may read it under its own label");
    List<String> keys = check.findings().stream().map(Finding::key).toList();
    assertEquals(
        Set.of("own:CSOA-2026-3", "imo:block-0:9074729", "ship:block-0:northern kestrel"),
        new HashSet<>(keys));
    for (String left : keys) {
      Set<String> rest = new HashSet<>(keys);
      rest.remove(left);
      assertThrows(
          InvalidException.class,
          () ->
              database.inTransaction(
                  em ->
                      MadeReports.reports(em, EDITOR, fired)
                          .publish(id, open(id).lock(), Step.FIRST, "", false, rest)),
          left);
    }
    assertTrue(fired.isEmpty());
    publish(id, Step.FIRST, "", false);
    assertEquals(
        "version 1, PUBLIC, TLP:AMBER, confirmed: 1 imo, 1 own, 1 ship",
        database.value("select detail from audit_entry order by number desc limit 1"));
  }

  @Test
  void membersAloneIsStillWiderThanRedAndStrict() {
    for (Tlp tlp : EnumSet.of(Tlp.RED, Tlp.AMBER_STRICT)) {
      long id = create(simple(Audience.MEMBERS), tlp);
      assertEquals(
          List.of("own:" + reference(tlp)),
          check(id).findings().stream().map(Finding::key).toList());
      save(
          id,
          content(
              Audience.MEMBERS,
              Tlp.AMBER,
              block(
                  Part.KNOWN,
                  Audience.MEMBERS,
                  "Nine armed men in two skiffs boarded the drifting ship.")));
      assertEquals(Set.of("block-0"), check(id).refusals().keySet());
    }
  }

  @Test
  void eachReaderGetsTheBlocksOfTheirLabelsAndNoMore() {
    List<Reader> readers = new ArrayList<>(List.of(Reader.VISITOR));
    for (Role role : Role.values()) {
      readers.add(new Reader(100L + role.ordinal(), role.name(), 20L, Set.of(role)));
    }
    for (Audience whole : Audience.values()) {
      for (Tlp tlp : EnumSet.of(Tlp.AMBER, Tlp.GREEN)) {
        List<Block> blocks = new ArrayList<>();
        for (Part part : Part.values()) {
          for (Audience audience : Audience.values()) {
            blocks.add(block(part, audience, part + " for " + audience + " secret-" + audience));
          }
        }
        long id = create(content(whole, tlp, blocks.toArray(new Block[0])));
        String slug = publish(id, Step.FIRST, "", false);
        for (Reader reader : readers) {
          String who = reader.name() + " of " + whole + " " + tlp;
          boolean clear = SharingPolicy.mayRead(reader, new Shared(Tlp.CLEAR, true, null, null));
          boolean inner = SharingPolicy.mayRead(reader, new Shared(tlp, true, null, null));
          boolean report = whole == Audience.PUBLIC ? clear : inner;
          boolean listed =
              database.inTransaction(
                  em -> {
                    FirstResponseListService list = MadeReports.list(em, reader);
                    List<ReportLine> page = list.page(null, 1).items();
                    assertEquals(page, list.newest(null, 100), who);
                    page.stream()
                        .filter(line -> line.slug().equals(slug))
                        .forEach(
                            line ->
                                assertTrue(inner || !line.lead().contains("secret-MEMBERS"), who));
                    return page.stream().anyMatch(line -> line.slug().equals(slug));
                  });
          assertEquals(report, listed, who);
          if (!report) {
            assertThrows(NotFoundException.class, () -> seenBy(reader, slug, null), who);
            assertThrows(
                NotFoundException.class,
                () -> database.inTransaction(em -> MadeReports.list(em, reader).changes(slug)),
                who);
            continue;
          }
          Report seen = seenBy(reader, slug, null);
          for (Block block : blocks) {
            boolean may =
                whole == Audience.MEMBERS || block.audience() == Audience.MEMBERS ? inner : clear;
            assertEquals(
                may,
                seen.content().blocks().stream().anyMatch(b -> b.text().equals(block.text())),
                who + ", " + block);
          }
          assertEquals(inner ? tlp : Tlp.CLEAR, seen.label(), who);
          assertEquals(!inner, seen.more(), who);
        }
      }
    }
  }

  @Test
  void versionsStandAndTellWhatChanged() {
    long id = create(simple(Audience.PUBLIC));
    String slug = publish(id, Step.FIRST, "", false);
    save(
        id,
        content(
            Audience.PUBLIC,
            Tlp.AMBER,
            block(Part.KNOWN, Audience.PUBLIC, "A ship was boarded this evening."),
            block(Part.UPDATE, Audience.MEMBERS, "The owner confirms.")));
    assertEquals(
        "A ship was boarded this morning.",
        seenBy(Reader.VISITOR, slug, null).content().blocks().get(0).text(),
        "a draft changes nothing that is read");
    assertThrows(InvalidException.class, () -> publish(id, Step.CORRECTION, " ", false));
    assertEquals(slug, publish(id, Step.CORRECTION, "It was in the evening.", false));

    Report report = seenBy(Reader.VISITOR, slug, null);
    assertEquals(2, report.number());
    assertEquals("It was in the evening.", report.correction().note());
    assertEquals(1, seenBy(Reader.VISITOR, slug, 1).number());
    List<Changes> changes =
        database.inTransaction(em -> MadeReports.list(em, Reader.VISITOR).changes(slug));
    assertEquals(
        List.of(
            new Changes.Changed(
                "What is known",
                List.of(
                    new Difference.Run(Difference.Kind.SAME, "A ship was boarded this "),
                    new Difference.Run(Difference.Kind.REMOVED, "morning."),
                    new Difference.Run(Difference.Kind.ADDED, "evening.")))),
        changes.get(0).parts());
    assertEquals(
        2,
        database
            .inTransaction(em -> MadeReports.list(em, MEMBER).changes(slug))
            .get(0)
            .parts()
            .size(),
        "members see the update too");

    for (String sql :
        List.of(
            "update first_response_version set title = 'Other' where number = 1",
            "update first_response_block set text = 'Other'",
            "delete from first_response_version where number = 1",
            "delete from first_response_block")) {
      assertThrows(IllegalStateException.class, () -> database.sql(sql), sql);
    }
    database.sql(
        "update first_response_version set editor_name = 'Former member' where number = 1");

    save(id, simple(Audience.PUBLIC));
    publish(id, Step.CORRECTION, "The first said too much.", true);
    assertEquals(3, seenBy(Reader.VISITOR, slug, null).number());
    assertThrows(NotFoundException.class, () -> seenBy(MEMBER, slug, 1));
    assertEquals(1, seenBy(EDITOR, slug, 1).number());
    assertEquals(
        1, database.inTransaction(em -> MadeReports.list(em, MEMBER).changes(slug)).size());
  }

  @Test
  void aWithdrawnReportTellsWhyAndNothingElse() {
    long id = create(simple(Audience.PUBLIC));
    String slug = publish(id, Step.FIRST, "", false);
    assertThrows(InvalidException.class, () -> withdraw(id, "no"));
    withdraw(id, "It was a drill.");
    assertEquals(new FirstResponseWithdrawn(id), fired.get(1));
    assertThrows(ConflictException.class, () -> withdraw(id, "It was a drill."));
    Report report = seenBy(MEMBER, slug, null);
    assertEquals("It was a drill.", report.withdrawnReason());
    assertNull(report.content());
    assertEquals("FRR-2026-001", report.title());
    assertFalse(seenBy(EDITOR, slug, null).content().blocks().isEmpty());
    assertTrue(
        database.inTransaction(em -> MadeReports.list(em, MEMBER).newest(null, 10)).isEmpty());
    assertThrows(
        NotFoundException.class,
        () -> database.inTransaction(em -> MadeReports.list(em, MEMBER).changes(slug)));
  }

  private void withdraw(long id, String reason) {
    database.doInTransaction(
        em -> MadeReports.reports(em, EDITOR, fired).withdraw(id, open(id).lock(), reason));
  }

  @Test
  void ofTwoEditorsTheSecondIsTold() throws Exception {
    long id = create(simple(Audience.PUBLIC));
    int lock = open(id).lock();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch start = new CountDownLatch(2);
      List<Future<String>> answers = new ArrayList<>();
      for (Reader editor : List.of(EDITOR, EDITOR2)) {
        Callable<String> work =
            () -> {
              start.countDown();
              start.await();
              return database.inTransaction(
                  em ->
                      MadeReports.reports(em, editor, fired)
                          .publish(id, lock, Step.FIRST, "", false, Set.of()));
            };
        answers.add(threads.submit(work));
      }
      int won = 0;
      for (Future<String> answer : answers) {
        try {
          answer.get();
          won++;
        } catch (ExecutionException lost) {
          assertTrue(lost.getCause() instanceof ConflictException, lost::toString);
        }
      }
      assertEquals(1, won);
      assertEquals(1, fired.size());
      assertEquals(1L, database.value("select count(*) from first_response_version"));
    } finally {
      threads.shutdownNow();
    }
    assertThrows(
        ConflictException.class,
        () ->
            database.inTransaction(
                em ->
                    MadeReports.drafts(em, EDITOR2)
                        .save(id, simple(Audience.PUBLIC), List.of(), lock)));
  }

  @Test
  void theExactPlaceOfABlurredIncidentIsRefused() {
    database.sql(
        "update incident set blur_nm = 20, exact_latitude = 2, exact_longitude = 3 where id = 3");
    try {
      long id = create(simple(Audience.MEMBERS), Tlp.AMBER);
      assertEquals(Set.of("position"), check(id).refusals().keySet());
      assertEquals(1.8, begin(Tlp.AMBER, null).content().position().latitude());
    } finally {
      database.sql(
          "update incident set exact_latitude = null, exact_longitude = null, blur_nm = 0"
              + " where id = 3");
    }
  }

  @Test
  void anErasedEditorLeavesTheReportAndNoName() {
    long id = create(simple(Audience.PUBLIC));
    String slug = publish(id, Step.FIRST, "", false);
    database.doInTransaction(
        em -> {
          FirstResponseRepository reports = new FirstResponseRepository(em);
          assertEquals(1, reports.writtenBy(EDITOR.accountId()).size());
          new FirstResponseHeld(reports)
              .erased(
                  new org.csoalliance.platform.data.AccountErased(
                      EDITOR.accountId(), "4@demo.example"));
        });
    assertEquals("Former member", seenBy(MEMBER, slug, null).shown().editor());
  }

  @Test
  void badInputIsToldAtItsField() {
    Content bad =
        new Content(
            "x".repeat(201),
            null,
            9,
            MadeReports.NOW.plusSeconds(3600),
            null,
            null,
            "y".repeat(201),
            null,
            Tlp.CLEAR,
            List.of(
                block(Part.KNOWN, Audience.PUBLIC, "z".repeat(5001)),
                new Block(Part.UPDATE, null, Audience.PUBLIC, "Later")));
    InvalidException refused = assertThrows(InvalidException.class, () -> create(bad));
    assertEquals(
        List.of("title", "area", "occurredAt", "severity", "tlp", "block-0", "block-1"),
        List.copyOf(refused.fields().keySet()));
    assertThrows(
        InvalidException.class,
        () ->
            database.inTransaction(
                em ->
                    MadeReports.drafts(em, EDITOR)
                        .create(simple(Audience.PUBLIC), List.of("CSOA-1999-1"), null)));
    long id = create(content(Audience.PUBLIC, Tlp.AMBER));
    assertEquals(Set.of("known"), check(id).refusals().keySet());
    save(id, content(Audience.PUBLIC, Tlp.AMBER, block(Part.KNOWN, Audience.MEMBERS, "Inside.")));
    assertEquals(Set.of("known"), check(id).refusals().keySet());
    assertThrows(InvalidException.class, () -> publish(id, Step.FIRST, "", false));
  }

  @Test
  void readsTakeFewStatements() {
    long id = create(simple(Audience.PUBLIC), Tlp.CLEAR, Tlp.GREEN);
    String slug = publish(id, Step.FIRST, "", false);
    assertEquals(3, database.statements(() -> seenBy(MEMBER, slug, null)).size());
    assertEquals(
        2,
        database
            .statements(
                () -> database.inTransaction(em -> MadeReports.list(em, MEMBER).page(2026, 1)))
            .size());
    assertEquals(1, seenBy(Reader.VISITOR, slug, null).incidents().size(), "the CLEAR one alone");
  }

  @Test
  void theListIsByYearAndPaged() {
    for (int i = 0; i < 45; i++) {
      publish(create(simple(Audience.PUBLIC)), Step.FIRST, "", false);
    }
    database.sql(
        "update first_response set published_at = '2019-07-20Z' where reference = 'FRR-2026-001'");
    database.doInTransaction(
        em -> {
          FirstResponseListService list = MadeReports.list(em, Reader.VISITOR);
          ReportPage last = list.page(2026, 99);
          assertEquals(java.util.Map.of(2026, 44, 2019, 1), last.years());
          assertEquals(3, last.page());
          assertEquals(4, last.items().size());
          assertEquals(1, list.page(2019, 1).items().size());
          assertEquals(2026, list.page(1999, 1).year());
          String before = null;
          Set<String> all = new HashSet<>();
          for (List<ReportLine> page = list.newest(null, 10);
              !page.isEmpty();
              page = list.newest(before, 10)) {
            page.forEach(line -> assertTrue(all.add(line.reference())));
            before = page.get(page.size() - 1).reference();
          }
          assertEquals(45, all.size());
        });
  }
}
