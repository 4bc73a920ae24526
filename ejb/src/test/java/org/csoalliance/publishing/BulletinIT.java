package org.csoalliance.publishing;

import static org.csoalliance.publishing.MadeBulletins.EDITOR;
import static org.csoalliance.publishing.MadeBulletins.EDITOR2;
import static org.csoalliance.publishing.MadeBulletins.IN_GROUP;
import static org.csoalliance.publishing.MadeBulletins.MEMBER;
import static org.csoalliance.publishing.MadeBulletins.NOW_OUT;
import static org.csoalliance.publishing.MadeBulletins.content;
import static org.csoalliance.publishing.MadeBulletins.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.FakeClamd;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.testing.Database;
import org.csoalliance.testing.MadeFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BulletinIT {
  @RegisterExtension static final Database database = new Database();

  private final List<Object> fired = Collections.synchronizedList(new ArrayList<>());
  private final MadeBulletins.Hands clock = new MadeBulletins.Hands();

  @BeforeAll
  static void people() {
    MadeBulletins.people(database);
    database.sql(
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (77, 'cruise', 'Cruise', 'Ships with passengers', 'OPEN', now())");
  }

  @BeforeEach
  void nothing() {
    database.sql("truncate bulletin cascade", "delete from outbox_mail");
  }

  private long create(Reader editor, Content content, Plan plan) {
    return database.inTransaction(
        em -> MadeBulletins.drafts(em, editor, clock).create(content, plan, null));
  }

  private Draft open(long id) {
    return database.inTransaction(em -> MadeBulletins.drafts(em, EDITOR, clock).open(id));
  }

  private void save(Reader editor, long id, Content content, Plan plan) {
    int lock = open(id).lock();
    database.doInTransaction(
        em -> MadeBulletins.drafts(em, editor, clock).save(id, content, plan, lock));
  }

  private void submit(Reader editor, long id) {
    int lock = open(id).lock();
    database.doInTransaction(
        em -> MadeBulletins.reviews(em, editor, clock, fired).submit(id, lock));
  }

  private Outcome approve(Reader editor, long id) {
    int lock = open(id).lock();
    return database.inTransaction(
        em -> MadeBulletins.reviews(em, editor, clock, fired).approve(id, lock));
  }

  private boolean publishDue() {
    return database.inTransaction(em -> MadeBulletins.jobs(em, clock, fired).publishDue());
  }

  private Article seenBy(Reader reader, String slug, NewsCache cache) {
    return database.inTransaction(em -> MadeBulletins.news(em, reader, cache).article(slug));
  }

  private Content three() {
    return content(
        "The month in three stories",
        section("For all", Audience.PUBLIC, "Public words."),
        section("For members", Audience.MEMBERS, "Members' words."),
        section("For the group", Audience.GROUPS, "Words of the group."));
  }

  private String published(Content content) {
    long id = create(EDITOR, content, NOW_OUT);
    submit(EDITOR, id);
    return approve(EDITOR2, id).slug();
  }

  private static List<String> titles(Article article) {
    return article.parts().stream().map(Part::title).toList();
  }

  @Test
  void eachReaderSeesWhatIsTheirs() {
    String slug = published(three());
    assertEquals("the-month-in-three-stories", slug);
    NewsCache cache = new NewsCache(clock);
    assertEquals(List.of("For all"), titles(seenBy(Reader.VISITOR, slug, cache)));
    assertEquals(List.of("For all", "For members"), titles(seenBy(MEMBER, slug, cache)));
    assertEquals(
        List.of("For all", "For members", "For the group"), titles(seenBy(IN_GROUP, slug, cache)));
    assertEquals(3, seenBy(EDITOR, slug, cache).parts().size());
    ArticleLine line =
        database.inTransaction(
            em -> MadeBulletins.news(em, Reader.VISITOR, cache).newest(5).get(0));
    assertEquals(1, line.sections().size());
    Article shown =
        database.inTransaction(
            em ->
                MadeBulletins.drafts(em, EDITOR, clock)
                    .preview(seenBy(EDITOR, slug, cache).id(), Reader.VISITOR));
    assertEquals(List.of("For all"), titles(shown));
    assertFalse(shown.toString().contains("embers"), shown.toString());
  }

  @Test
  void whatIsForMembersAloneIsNotThereForAVisitor() {
    Content inner = three();
    String slug =
        published(
            new Content(
                inner.kind(),
                inner.title(),
                inner.day(),
                Audience.MEMBERS,
                inner.introduction(),
                inner.sections()));
    NewsCache cache = new NewsCache(clock);
    assertEquals(2, seenBy(MEMBER, slug, cache).parts().size());
    NotFoundException hidden =
        assertThrows(NotFoundException.class, () -> seenBy(Reader.VISITOR, slug, cache));
    NotFoundException none =
        assertThrows(NotFoundException.class, () -> seenBy(Reader.VISITOR, "none", cache));
    assertEquals(none.getMessage(), hidden.getMessage());
    assertTrue(
        database.<Boolean>inTransaction(
            em ->
                MadeBulletins.news(em, Reader.VISITOR, cache).newest(5).isEmpty()
                    && MadeBulletins.news(em, MEMBER, cache).ofThePublic(5).isEmpty()));
  }

  @Test
  void nobodyApprovesWhatTheyWrote() {
    long id = create(EDITOR, three(), NOW_OUT);
    save(EDITOR2, id, three(), NOW_OUT);
    submit(EDITOR, id);
    assertThrows(ConflictException.class, () -> approve(EDITOR, id));
    assertThrows(ConflictException.class, () -> approve(EDITOR2, id)); // wrote in it as well
    assertThrows(
        IllegalStateException.class,
        () ->
            database.sql(
                "update bulletin_version set reviewer_id = 4, stage = 'SCHEDULED' where bulletin_id ="
                    + id)); // the table says so too
    assertEquals(Stage.REVIEW, open(id).stage());
    // what is written after the approval was not approved
    database.sql("update bulletin_version set authors = '{4}' where bulletin_id = " + id);
    save(EDITOR, id, three(), NOW_OUT);
    assertEquals(Stage.DRAFT, open(id).stage());
    assertThrows(ConflictException.class, () -> approve(EDITOR2, id));
  }

  @Test
  void aDraftThatLacksSomethingIsNotHandedOn() {
    long id = create(EDITOR, content("", section("", Audience.PUBLIC, "![](picture:1)")), NOW_OUT);
    InvalidException refused = assertThrows(InvalidException.class, () -> submit(EDITOR, id));
    assertEquals(List.of("title", "title-0", "text-0"), List.copyOf(refused.fields().keySet()));
  }

  @Test
  void addressesNeverChangeAndNeverCollide() {
    long one = create(EDITOR, three(), NOW_OUT);
    long two = create(EDITOR, three(), NOW_OUT);
    assertEquals("the-month-in-three-stories-2", open(two).slug());
    assertThrows(
        InvalidException.class,
        () -> save(EDITOR, two, three(), new Plan("the-month-in-three-stories", null, true, "")));
    save(EDITOR, two, three(), new Plan("another one", null, true, ""));
    assertEquals("another-one", open(two).slug());
    submit(EDITOR, one);
    approve(EDITOR2, one);
    assertThrows(
        InvalidException.class, () -> save(EDITOR, one, three(), new Plan("new", null, true, "x")));
    assertThrows(
        IllegalStateException.class,
        () -> database.sql("update bulletin set slug = 'new' where id = " + one));
    assertThrows(
        IllegalStateException.class,
        () -> database.sql("update bulletin_version set title = 'x' where bulletin_id = " + one));
    assertThrows(
        IllegalStateException.class,
        () ->
            database.sql(
                "update bulletin_section set title = 'x'"
                    + " where version_id in (select id from bulletin_version where number = 1)"));
  }

  @Test
  void aMistakeIsCorrectedWithANote() {
    String slug = published(three());
    NewsCache cache = new NewsCache(clock);
    long id = seenBy(EDITOR, slug, cache).id();
    Content mended =
        content("The month in three stories", section("For all", Audience.PUBLIC, "Mended words."));
    save(EDITOR2, id, mended, new Plan("", null, false, ""));
    assertThrows(InvalidException.class, () -> submit(EDITOR2, id));
    save(EDITOR2, id, mended, new Plan("", null, false, "The number was wrong."));
    submit(EDITOR2, id);
    assertTrue(seenBy(Reader.VISITOR, slug, cache).parts().get(0).text().contains("Public words"));
    approve(EDITOR, id);
    fired.stream()
        .filter(NewsChanged.class::isInstance)
        .forEach(changed -> cache.changed((NewsChanged) changed));
    Article now = seenBy(Reader.VISITOR, slug, cache);
    assertTrue(now.parts().get(0).text().contains("Mended words"));
    assertEquals("The number was wrong.", now.corrections().get(0).note());
    List<VersionChange> changes =
        database.inTransaction(em -> MadeBulletins.drafts(em, EDITOR, clock).changes(id));
    assertEquals(2, changes.size());
    assertTrue(
        changes.get(0).parts().stream().anyMatch(part -> part.label().equals("Section 1, rest")));

    int lock = open(id).lock();
    database.doInTransaction(
        em ->
            MadeBulletins.reviews(em, EDITOR, clock, fired)
                .withdraw(id, lock, "All of it is wrong"));
    cache.changed(new NewsChanged(id));
    Article gone = seenBy(Reader.VISITOR, slug, cache);
    assertNull(gone.introduction());
    assertTrue(gone.parts().isEmpty());
    assertEquals("All of it is wrong", gone.withdrawnReason());
    assertTrue(
        database.<Boolean>inTransaction(
            em -> MadeBulletins.news(em, Reader.VISITOR, cache).newest(5).isEmpty()));
  }

  @Test
  void aScheduledOneGoesOutAtItsTimeOnceOnTwoNodes() throws Exception {
    Plan plan = new Plan("", MadeBulletins.NOW.plus(Duration.ofHours(2)), true, "");
    for (int i = 0; i < 6; i++) {
      long id = create(EDITOR, content("A bulletin of number " + i), plan);
      submit(EDITOR, id);
      assertEquals(plan.publishAt(), approve(EDITOR2, id).at());
    }
    assertFalse(publishDue());
    clock.move(Duration.ofHours(3));
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Integer> node =
        () -> {
          start.await();
          int turns = 0;
          while (publishDue()) {
            turns++;
          }
          return turns;
        };
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    Future<Integer> one = nodes.submit(node);
    Future<Integer> other = nodes.submit(node);
    one.get();
    other.get();
    nodes.shutdown();
    while (publishDue()) {
      continue; // what the other node had locked
    }
    assertEquals(6L, database.value("select count(*) from bulletin where current_number = 1"));
    assertEquals(6, fired.stream().filter(BulletinPublished.class::isInstance).count());
  }

  @Test
  void whoIsNoEditorAnyLongerPublishesNothing() {
    for (long lost : new long[] {4, 5}) {
      nothing();
      fired.clear();
      long id =
          create(
              EDITOR, three(), new Plan("", clock.instant().plus(Duration.ofHours(1)), true, ""));
      submit(EDITOR, id);
      approve(EDITOR2, id);
      database.sql("delete from account_role where account_id = " + lost);
      try {
        clock.move(Duration.ofHours(2));
        assertTrue(publishDue());
        assertFalse(publishDue());
        Draft held = open(id);
        assertEquals(Stage.DRAFT, held.stage());
        assertEquals(0, held.current());
        assertTrue(held.held().contains("no editor any longer"), held.held());
        assertTrue(fired.isEmpty());
        assertEquals(
            9 - lost + "@demo.example", database.value("select recipient from outbox_mail"));
      } finally {
        database.sql("insert into account_role (account_id, role) values (" + lost + ", 'EDITOR')");
      }
    }
  }

  @Test
  void aPageCostsNoStatementAndTwoNodesAgreeWithinFiveSeconds() {
    String slug = published(three());
    NewsCache here = new NewsCache(clock);
    NewsCache there = new NewsCache(clock);
    seenBy(Reader.VISITOR, slug, here);
    seenBy(Reader.VISITOR, slug, there);
    database.inTransaction(em -> MadeBulletins.news(em, Reader.VISITOR, here).newest(5));
    assertEquals(
        List.of(),
        database.statements(
            () -> {
              seenBy(Reader.VISITOR, slug, here);
              seenBy(MEMBER, slug, here);
              database.inTransaction(em -> MadeBulletins.news(em, MEMBER, here).newest(5));
              database.inTransaction(
                  em -> MadeBulletins.news(em, MEMBER, here).archive(2026, 11, 1));
            }));

    long id = seenBy(EDITOR, slug, here).id();
    save(EDITOR, id, content("Mended title"), new Plan("", null, false, "A wrong word"));
    submit(EDITOR, id);
    approve(EDITOR2, id);
    here.changed(new NewsChanged(id));
    assertEquals("Mended title", seenBy(Reader.VISITOR, slug, here).title());
    assertEquals("The month in three stories", seenBy(Reader.VISITOR, slug, there).title());
    clock.move(Duration.ofMillis(4_500)); // no timer ran: the reader asks
    assertEquals("Mended title", seenBy(Reader.VISITOR, slug, there).title());
    assertEquals(
        1,
        database
            .statements(
                () -> {
                  clock.move(Duration.ofSeconds(5));
                  seenBy(Reader.VISITOR, slug, there);
                })
            .size());
  }

  @Test
  void aPictureIsSeenWhereItsTextIs() {
    long id = create(EDITOR, three(), NOW_OUT);
    byte[] png = MadeFiles.picture("png", 1200, 600);
    BulletinPictureService[] service = new BulletinPictureService[1];
    long picture =
        database.inTransaction(
            em -> {
              service[0] =
                  new BulletinPictureService(
                      new BulletinRepository(em),
                      new PictureRepository(em),
                      FakeClamd.none(),
                      new org.csoalliance.platform.audit.AuditLog(em),
                      MadeBulletins.caller(EDITOR),
                      clock);
              return service[0].add(id, png, "A chart of the bay");
            });
    assertEquals(List.of(480, 960, 1200), open(id).pictures().get(0).widths());
    save(
        EDITOR,
        id,
        content(
            "The month in three stories",
            section("For all", Audience.PUBLIC, "Nothing to see."),
            section("For members", Audience.MEMBERS, "![](picture:" + picture + ")")),
        NOW_OUT);
    submit(EDITOR, id);
    String slug = approve(EDITOR2, id).slug();
    NewsCache cache = new NewsCache(clock);
    assertTrue(seenBy(MEMBER, slug, cache).parts().get(1).text().contains("A chart of the bay"));
    database.doInTransaction(
        em -> {
          assertTrue(
              MadeBulletins.news(em, MEMBER, cache).picture(picture, 480).content().length > 0);
          assertThrows(
              NotFoundException.class,
              () -> MadeBulletins.news(em, Reader.VISITOR, cache).picture(picture, 480));
          assertThrows(
              NotFoundException.class,
              () -> MadeBulletins.news(em, MEMBER, cache).picture(picture, 481));
        });
  }

  @Test
  void picturesThatAreBombsOrScriptsAreRefused() {
    long id = create(EDITOR, three(), NOW_OUT);
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes();
    byte[] bomb = MadeFiles.hugePng(60_000, 60_000);
    byte[] good = MadeFiles.picture("png", 40, 20);
    byte[] polyglot = java.util.Arrays.copyOf(good, good.length + 40);
    System.arraycopy("<script>alert(1)</script>".getBytes(), 0, polyglot, good.length, 25);
    for (byte[] bad : List.of(svg, bomb, polyglot, new byte[0], "GIF89a".getBytes())) {
      InvalidException refused =
          assertThrows(InvalidException.class, () -> add(id, bad, "What it shows"));
      assertEquals(List.of("file"), List.copyOf(refused.fields().keySet()));
    }
    assertEquals(
        List.of("alt"),
        List.copyOf(
            assertThrows(InvalidException.class, () -> add(id, good, " ")).fields().keySet()));
    assertNotEquals(0, add(id, MadeFiles.telling(), "A photo with a place in it"));
  }

  @Test
  void whatAScannerRefusesOrCannotLookAtIsNotKept() {
    long id = create(EDITOR, three(), NOW_OUT);
    byte[] png = MadeFiles.picture("png", 40, 20);
    try (FakeClamd clamd = new FakeClamd()) {
      clamd.answer("stream: Win.Test-1 FOUND");
      InvalidException refused =
          assertThrows(InvalidException.class, () -> add(clamd.scanner(), id, png, "A chart"));
      assertTrue(refused.fields().get("file").contains("malware"), refused.getMessage());
      clamd.answer("stream: OK");
      assertNotEquals(0, add(clamd.scanner(), id, png, "A chart"));
      clamd.answer("INSTREAM size limit exceeded. ERROR");
      assertThrows(ConflictException.class, () -> add(clamd.scanner(), id, png, "A chart"));
    }
    assertEquals(1, open(id).pictures().size());
  }

  private long add(long id, byte[] content, String alt) {
    return add(FakeClamd.none(), id, content, alt);
  }

  private long add(MalwareScanner scanner, long id, byte[] content, String alt) {
    return database.inTransaction(
        em ->
            new BulletinPictureService(
                    new BulletinRepository(em),
                    new PictureRepository(em),
                    scanner,
                    new org.csoalliance.platform.audit.AuditLog(em),
                    MadeBulletins.caller(EDITOR),
                    clock)
                .add(id, content, alt));
  }

  @Test
  void hostileWordsStayWords() {
    for (String payload : Payloads.ALL) {
      Content hostile =
          new Content(
              Kind.NEWS,
              payload,
              null,
              Audience.PUBLIC,
              payload + " and twenty characters",
              List.of(
                  new Section(
                      payload.substring(0, Math.min(40, payload.length())),
                      payload,
                      "x\"><script>",
                      payload,
                      payload,
                      Audience.PUBLIC,
                      java.util.Set.of())));
      long id = create(EDITOR, hostile, NOW_OUT);
      Draft draft = open(id);
      assertTrue(draft.slug().matches("[a-z0-9]+(-[a-z0-9]+)*"), draft.slug());
      assertTrue(draft.content().sections().get(0).anchor().matches("[a-z0-9-]+"));
      assertFalse(draft.content().title().matches("(?s).*[\\r\\n].*"));
    }
  }

  @Test
  void tooMuchIsASentence() {
    String ten = "x".repeat(10_000_000);
    InvalidException refused =
        assertThrows(
            InvalidException.class,
            () ->
                create(
                    EDITOR,
                    new Content(
                        Kind.NEWS,
                        ten,
                        null,
                        Audience.PUBLIC,
                        ten,
                        List.of(
                            new Section(
                                ten, ten, "", ten, ten, Audience.PUBLIC, java.util.Set.of()))),
                    NOW_OUT));
    assertTrue(
        refused.fields().get("text-0").contains("10,000,000 characters long"),
        refused.fields().toString());
  }

  @Test
  void oneFormSentTwiceIsOneBulletin() {
    UUID key = UUID.randomUUID();
    long first =
        database.inTransaction(
            em -> MadeBulletins.drafts(em, EDITOR, clock).create(three(), NOW_OUT, key));
    assertEquals(
        first,
        database.<Long>inTransaction(
            em -> MadeBulletins.drafts(em, EDITOR, clock).create(three(), NOW_OUT, key)));
  }
}
