package org.csoalliance.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipInputStream;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.membership.ShipRepository;
import org.csoalliance.membership.ShipService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.FakeClamd;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.pdf.TaggedPdf;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.testing.Database;
import org.csoalliance.testing.MadeFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library: who reads what, words inside PDFs, versions, ships that confirm. */
class LibraryIT {
  @RegisterExtension static final Database database = new Database();

  private static final Reader EDITOR = new Reader(1L, "E", null, Set.of(Role.EDITOR));
  private Reader member;

  @BeforeEach
  void people() {
    database.sql(
        "truncate account, company, ship, library_item, outbox_mail, member_group cascade");
    MadeMembers.account(database, 1, null, Role.EDITOR);
    MadeMembers.company(database, 20, "Kestrel");
    member =
        MadeMembers.member(
            database, 2, 20, org.csoalliance.membership.Capacity.PRIMARY, "2026-05-01", "9900007");
  }

  private static <T> T read(Reader reader, Function<LibraryService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new LibraryService(
                    new LibraryRepository(em),
                    new AskRepository(em),
                    MadeMembers.caller(reader),
                    MadeMembers.CLOCK)));
  }

  private static <T> T desk(Function<LibraryDeskService, T> work) {
    return desk(FakeClamd.none(), work);
  }

  private static <T> T desk(MalwareScanner scanner, Function<LibraryDeskService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new LibraryDeskService(
                    new LibraryRepository(em),
                    new AskRepository(em),
                    null,
                    scanner,
                    MadeMembers.audit(em),
                    MadeMembers.caller(EDITOR),
                    MadeMembers.CLOCK)));
  }

  private <T> T ships(Reader reader, Function<ShipAskService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new ShipAskService(
                    new LibraryRepository(em),
                    new AskRepository(em),
                    new ShipService(new ShipRepository(em), MadeMembers.caller(reader)),
                    new Outbox(em),
                    MadeMembers.audit(em),
                    MadeMembers.caller(reader),
                    MadeMembers.settings(),
                    MadeMembers.CLOCK)));
  }

  static byte[] pdf(String words) {
    return TaggedPdf.of(
        "<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title>"
            + "<meta name=\"description\" content=\"D\"/><style>body{font-family:body}</style></head>"
            + "<body><p>"
            + words
            + "</p></body></html>");
  }

  private static NewFile file(String use, Long replaces, byte[] content) {
    return NewFile.typed("../../pöster.exe", "POSTER", "en", "A3", use, replaces, content);
  }

  private static long item(String audience, byte[] content) {
    long id =
        desk(s -> s.create(NewItem.typed("An item", "What it is and for whom", "", audience)));
    desk(
        s -> {
          s.add(id, file("SHIP", null, content));
          s.publish(id);
          return null;
        });
    return id;
  }

  @Test
  void aWordInsideOfAPdfIsFoundByThoseWhoMayReadItAndByNobodyElse() {
    item("AMBER", pdf("Cover the hawsepipe with bolts"));
    Reader amber =
        new Reader(5L, "P", null, Set.of(Role.PARTNER), false, Set.of(), Agreement.AMBER);
    Reader green =
        new Reader(6L, "P", null, Set.of(Role.PARTNER), false, Set.of(), Agreement.GREEN);
    for (Reader may : List.of(member, EDITOR, amber)) {
      List<LibraryItem> found = read(may, s -> s.list("hawsepipe", "", null));
      assertEquals(1, found.size());
      assertTrue(found.get(0).found().endsWith(".pdf"), found.get(0).found());
    }
    for (Reader may : List.of(Reader.VISITOR, green)) {
      assertEquals(List.of(), read(may, s -> s.list("hawsepipe", "", null)));
      assertThrows(NotFoundException.class, () -> read(may, s -> s.open("an-item")));
      assertThrows(NotFoundException.class, () -> read(may, s -> s.bundle("an-item")));
    }
    assertEquals(List.of(), read(member, s -> s.list("accordion", "", null)));
  }

  @Test
  void whatAScannerRefusesOrCannotLookAtIsNotKept() {
    long id = item("CLEAR", pdf("Clean"));
    NewFile video = file("PRINT", null, MadeFiles.video());
    try (FakeClamd clamd = new FakeClamd()) {
      clamd.answer("stream: Win.Test-1 FOUND");
      InvalidException refused =
          assertThrows(InvalidException.class, () -> add(clamd.scanner(), id, video));
      assertTrue(refused.fields().get("file").contains("malware"), refused.getMessage());
      clamd.answer("stream: OK");
      add(clamd.scanner(), id, video);
      clamd.answer("INSTREAM size limit exceeded. ERROR");
      assertThrows(ConflictException.class, () -> add(clamd.scanner(), id, video));
    }
    assertEquals(2, desk(s -> s.open(id)).current().size());
  }

  private static boolean add(MalwareScanner scanner, long id, NewFile file) {
    return desk(
        scanner,
        s -> {
          s.add(id, file);
          return true;
        });
  }

  @Test
  void aGroupsItemIsTheGroupsAlone() {
    database.sql(
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (7, 'g', 'G', 'P', 'OPEN', now())");
    database.doInTransaction(
        em -> {
          LibraryRepository library = new LibraryRepository(em);
          long id =
              library.add(
                  NewItem.typed("Group item", "For the group only", "", "7"), Instant.now());
          library.publish(id, true, Instant.now());
        });
    Reader inside =
        new Reader(2L, "M", 20L, Set.of(Role.MEMBER), false, Set.of(7L), Agreement.NONE);
    assertEquals(1, read(inside, s -> s.list("", "", null)).size());
    assertEquals(0, read(member, s -> s.list("", "", null)).size());
    assertThrows(NotFoundException.class, () -> read(member, s -> s.open("group-item")));
  }

  @Test
  void aNewVersionTakesThePlaceOfTheOldAndItsWordsGo() {
    long id = item("CLEAR", pdf("The old wording"));
    long first = desk(s -> s.open(id)).current().get(0).id();
    desk(
        s -> {
          s.add(id, file("SHIP", first, pdf("The fresh sentence")));
          return null;
        });
    LibraryItem item = desk(s -> s.open(id));
    assertEquals(2, item.current().get(0).version());
    assertEquals(1, item.earlier().size());
    assertFalse(item.current().get(0).name().contains("/"), item.current().get(0).name());
    assertTrue(item.current().get(0).name().endsWith(".pdf"), item.current().get(0).name());
    assertEquals(1, read(Reader.VISITOR, s -> s.list("fresh", "", null)).size());
    assertEquals(0, read(Reader.VISITOR, s -> s.list("old wording", "", null)).size());
    assertThrows(
        InvalidException.class,
        () ->
            desk(
                s -> {
                  s.add(id, file("SHIP", first, pdf("Again")));
                  return null;
                }));
  }

  @Test
  void theBundleStaysBelowTwoMegabytes() throws IOException {
    long id = item("CLEAR", pdf("One"));
    byte[] zip = read(Reader.VISITOR, s -> s.bundle("an-item")).content();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertTrue(in.getNextEntry().getName().endsWith(".pdf"));
    }
    assertTrue(zip.length < 2_000_000);
    database.sql("update library_file set content = convert_to(repeat('x', 1949900), 'UTF8')");
    InvalidException refused =
        assertThrows(
            InvalidException.class,
            () ->
                desk(
                    s -> {
                      s.add(id, file("SHIP", null, pdf("Two")));
                      return null;
                    }));
    assertEquals(Set.of("file"), refused.fields().keySet());
    assertEquals(
        1L, database.value("select times::bigint from library_download where company_id = 0"));
  }

  @Test
  void aShipConfirmsOnceAndTheOfficerSeesIt() {
    long id = item("AMBER", pdf("Read me"));
    assertEquals(
        (Integer) 1,
        ships(member, s -> s.ask("an-item", Map.of("9900007", "master@ship.example"))));
    String body = (String) database.value("select body from outbox_mail");
    String token = body.replaceAll("(?s).*\\?t=(\\S+).*", "$1");
    assertEquals("9900007", ships(Reader.VISITOR, s -> s.open(token)).ask().imo());
    assertTrue(ships(Reader.VISITOR, s -> s.bundle(token)).content().length > 100);
    Boolean confirmed = ships(Reader.VISITOR, s -> s.confirm(token));
    assertTrue(confirmed);
    Boolean twice = ships(Reader.VISITOR, s -> s.confirm(token));
    assertFalse(twice, "once");
    assertNotNull(ships(member, s -> s.asked("an-item")).get(0).confirmedAt());
    assertEquals(
        (Integer) 0,
        ships(member, s -> s.ask("an-item", Map.of("9900007", "master@ship.example"))));
    assertEquals(List.of(new DownloadCount("Kestrel", 1, 0, 1)), desk(s -> s.downloads(id)));
    for (String wrong : new String[] {null, "", "MQ.AAAA", token + "x"}) {
      assertThrows(NotFoundException.class, () -> ships(Reader.VISITOR, s -> s.open(wrong)), wrong);
    }
    InvalidException refused =
        assertThrows(
            InvalidException.class,
            () -> ships(member, s -> s.ask("an-item", Map.of("9900007", "x\r\nBcc: y@z.example"))));
    assertEquals(Set.of("mail-9900007"), refused.fields().keySet());
    // who asked has left the company: the link opens nothing any longer
    database.sql("delete from account_role where account_id = 2");
    assertThrows(NotFoundException.class, () -> ships(Reader.VISITOR, s -> s.open(token)));
  }

  @Test
  void whatIsHostileIsRefusedOrReadWithinLimits() {
    long id = desk(s -> s.create(NewItem.typed("An item", "What it is, for whom", "", "CLEAR")));
    for (String content :
        List.of("<svg><script>alert(1)</script></svg>", "MZ\u0000\u0001", "%PDF-1.7 broken")) {
      assertThrows(
          InvalidException.class,
          () ->
              desk(
                  s -> {
                    s.add(id, file("PRINT", null, content.getBytes(UTF_8)));
                    return null;
                  }));
    }
    assertEquals(0L, database.value("select count(*) from library_file"));
    PdfReading.Read broken = PdfReading.of("%PDF-1.7 broken".getBytes(UTF_8));
    assertEquals("", broken.text());
    // past its deadline it is left as far as it was read, and nothing is thrown
    assertEquals("", PdfReading.of(pdf("late"), Duration.ZERO).text().strip());
    assertEquals("in time", PdfReading.of(pdf("in time")).text().strip());
    String huge = "x".repeat(10 * 1024 * 1024);
    assertEquals(
        4,
        assertThrows(InvalidException.class, () -> NewItem.typed(huge, huge, huge, huge))
            .fields()
            .size());
  }

  @Test
  void theDemonstrationHasItsOwnCampaign() {
    database.doInTransaction(
        em ->
            new DemoLibrary(new LibraryRepository(em))
                .create(new DemonstrationStarted(MadeMembers.NOW)));
    LibraryItem item =
        read(Reader.VISITOR, s -> s.list("accommodation ladder", "en", FileFormat.POSTER)).get(0);
    LibraryItem whole = read(Reader.VISITOR, s -> s.open(item.slug()));
    assertEquals(6, whole.current().size());
    assertTrue(whole.shipBytes() < Bundle.MOST, whole.shipBytes() + " bytes");
    assertNotNull(item.thumbnail());
    assertEquals(1, read(Reader.VISITOR, s -> s.list("", "", null)).size());
    assertEquals(2, read(member, s -> s.list("", "", null)).size());
  }
}
