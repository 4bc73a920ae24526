package org.csoalliance.incident.attachment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.incident.IncidentListRepository;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.attachment.AttachmentContent.Which;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.SeenLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.file.FakeClamd;
import org.csoalliance.platform.file.MadeSeal;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.file.Trace;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.csoalliance.testing.MadeFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttachmentIT {
  @RegisterExtension static final Database database = new Database();

  private static final Reader REPORTER = new Reader(1L, "A. Member", 10L, Set.of(Role.MEMBER));
  private static final Reader COLLEAGUE = new Reader(2L, "A. Deputy", 10L, Set.of(Role.MEMBER));
  private static final Reader OTHER = new Reader(3L, "C. Member", 20L, Set.of(Role.MEMBER));
  private static final Reader EDITOR = new Reader(4L, "B. Editor", null, Set.of(Role.EDITOR));

  private Instant now = Instant.parse("2026-11-27T18:00:00Z");
  private MalwareScanner scanner = FakeClamd.none();

  @BeforeAll
  static void people() {
    database.sql(
        "insert into company (id, name, sector) values (10, 'Northern Tankers', 'TANKER'),"
            + " (20, 'Southern Cruises', 'CRUISE')");
    for (Reader one : List.of(REPORTER, COLLEAGUE, OTHER, EDITOR)) {
      database.sql(
          "insert into account (id, email, email_key, name, company_id, created_at) values"
              + " (%1$d, '%1$d@demo.example', '%1$d@demo.example', '%2$s', %3$s, now())"
                  .formatted(one.accountId(), one.name(), one.companyId()));
    }
  }

  @BeforeEach
  void incidents() {
    database.sql("delete from incident", "delete from sealed_file");
    incident(1, "RED", "REPORTED");
    incident(2, "AMBER", "REPORTED");
    incident(3, "CLEAR", "CONFIRMED");
  }

  private static void incident(int id, String tlp, String status) {
    database.sql(
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision, tlp,"
            + " title, text, reporter_id, company_id, created_at, updated_at) values ("
            + id
            + ", 'CSOA-2026-0000"
            + id
            + "', 'ROBBERY', '"
            + status
            + "', now(), 'EXACT', '"
            + tlp
            + "', 'Title', 'Words', 1, 10, now(), now())");
  }

  private static String ref(int id) {
    return "CSOA-2026-0000" + id;
  }

  private static CallerContext caller(Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return caller;
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @SuppressWarnings("unchecked")
  private static Event<AttachmentQuarantined> nobody() {
    return (Event<AttachmentQuarantined>)
        Proxy.newProxyInstance(
            AttachmentIT.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> null);
  }

  private SealedFiles sealed(EntityManager em) {
    return MadeSeal.files(em, clock());
  }

  private <T> T with(Reader reader, Function<AttachmentService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new AttachmentService(
                    new AttachmentRepository(em),
                    sealed(em),
                    scanner,
                    new AttachmentLimits(
                        new Settings(Map.of("alliance.attachment.mb", "1")::get, name -> null)),
                    new AuditLog(em),
                    caller(reader),
                    clock(),
                    nobody())));
  }

  private long add(Reader reader, int incident, String name, byte[] content) {
    return with(
        reader,
        service ->
            service.add(new AddAttachment(ref(incident), name, null, "The deck", content, null)));
  }

  private AttachmentContent open(Reader reader, int incident, long id, Which which) {
    return database.inTransaction(
        em ->
            new AttachmentDownloadService(
                    new AttachmentRepository(em), sealed(em), new AuditLog(em), caller(reader))
                .open(ref(incident), id, which));
  }

  private void closed(Reader reader, int incident, long id, Which which) {
    assertThrows(NotFoundException.class, () -> open(reader, incident, id, which));
  }

  private Attachments shown(Reader reader, int incident) {
    return database.inTransaction(
        em ->
            new IncidentListService(
                    new IncidentListRepository(em, null),
                    caller(reader),
                    new SeenLog(),
                    List.of(new AttachmentPartRepository()))
                .detail(ref(incident))
                .part(Attachments.class));
  }

  private void scan(MalwareScanner with) {
    // each step in a transaction of its own, as the container does it
    AttachmentScans steps =
        new AttachmentScans() {
          private <T> T in(Function<AttachmentScans, T> work) {
            return database.inTransaction(
                em ->
                    work.apply(
                        new AttachmentScans(
                            new AttachmentRepository(em), sealed(em), new AuditLog(em), clock())));
          }

          @Override
          public List<AttachmentRepository.Waiting> claim() {
            return in(AttachmentScans::claim);
          }

          @Override
          public byte[] content(AttachmentRepository.Waiting file) {
            return in(scans -> scans.content(file));
          }

          @Override
          public void clean(AttachmentRepository.Waiting file) {
            in(
                scans -> {
                  scans.clean(file);
                  return null;
                });
          }

          @Override
          public void infected(AttachmentRepository.Waiting file, String what) {
            in(
                scans -> {
                  scans.infected(file, what);
                  return null;
                });
          }

          @Override
          public void later(AttachmentRepository.Waiting file) {
            in(
                scans -> {
                  scans.later(file);
                  return null;
                });
          }
        };
    new AttachmentScanRunner(steps, with).run();
  }

  private static Object count() {
    return database.value("select count(*) from sealed_file");
  }

  @Test
  void theOriginalIsForEditorsTheCopyForThoseWhoReadTheIncident() {
    byte[] photo = MadeFiles.telling();
    long id = add(REPORTER, 2, "..\\IMG 1.exe", photo);
    assertEquals(3L, count(), "original, copy and thumbnail");
    Attachment file = shown(OTHER, 2).files().get(0);
    assertEquals("IMG 1.jpg", file.fileName());
    assertEquals(HexFormat.of().formatHex(Sha256.of(photo)), file.sha256());
    assertTrue(file.found().containsAll(Set.of(Trace.POSITION, Trace.CAMERA, Trace.AUTHOR)));
    assertEquals(Attachment.Side.OWN, file.side());
    assertNull(file.uploader(), "another company does not learn who");
    assertEquals("A. Member", shown(EDITOR, 2).files().get(0).uploader());
    AttachmentContent copy = open(OTHER, 2, id, Which.COPY);
    assertEquals(HexFormat.of().formatHex(Sha256.of(copy.content())), file.copySha256());
    assertEquals("image/jpeg", copy.mediaType());
    assertFalse(copy.everybody());
    assertTrue(open(OTHER, 2, id, Which.THUMBNAIL).painted());
    closed(OTHER, 2, id, Which.ORIGINAL);
    closed(REPORTER, 2, id, Which.ORIGINAL);
    assertArrayEquals(photo, open(EDITOR, 2, id, Which.ORIGINAL).content());
    assertEquals(
        "attachment.original_opened",
        database.value("select action from audit_entry order by number desc limit 1"));
    byte[] raw = (byte[]) database.value("select content from sealed_file limit 1");
    assertFalse(new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1).contains("JFIF"));
  }

  @Test
  void aFileIsSharedAsItsIncidentIs() {
    long red = add(REPORTER, 1, "a.jpg", MadeFiles.telling());
    long amber = add(REPORTER, 2, "a.jpg", MadeFiles.telling());
    long clear = add(REPORTER, 3, "a.jpg", MadeFiles.telling());
    for (Which which : Which.values()) {
      closed(OTHER, 1, red, which);
      closed(COLLEAGUE, 1, red, which);
      closed(Reader.VISITOR, 1, red, which);
      closed(Reader.VISITOR, 2, amber, which);
      closed(OTHER, 3, red, which); // under an incident that may be read
      closed(OTHER, 2, 99, which);
    }
    assertTrue(open(Reader.VISITOR, 3, clear, Which.COPY).everybody());
    assertEquals(1, shown(REPORTER, 1).files().size());
    assertThrows(NotFoundException.class, () -> add(OTHER, 1, "b.jpg", MadeFiles.telling()));
    assertThrows(
        NotFoundException.class,
        () ->
            with(
                OTHER,
                service -> {
                  service.remove(ref(1), red, "It shows a face.");
                  return null;
                }));
  }

  @Test
  void peersAddAsPeersAndOnlyOwnFilesAreTakenAway() {
    long own = add(COLLEAGUE, 2, "a.jpg", MadeFiles.telling());
    long peer = add(OTHER, 2, "b.txt", "We saw it too.".getBytes(UTF_8));
    assertEquals(Attachment.Side.PEER, shown(OTHER, 2).files().get(1).side());
    Function<AttachmentService, Void> removeOwn =
        service -> {
          service.remove(ref(2), own, "It shows a face.");
          return null;
        };
    assertThrows(RefusedException.class, () -> with(OTHER, removeOwn));
    with(EDITOR, removeOwn);
    assertEquals(1, shown(EDITOR, 2).files().size());
    closed(EDITOR, 2, own, Which.COPY);
    assertEquals(2L, count(), "of the peer's text: original and copy");
    assertEquals(peer, shown(REPORTER, 2).files().get(0).id());
  }

  @Test
  void videosAndOfficeDocumentsAreForEditors() {
    long id = add(REPORTER, 2, "deck.mp4", MadeFiles.video());
    assertEquals(List.of(), shown(OTHER, 2).files(), "no copy, so not there for others");
    assertNull(shown(REPORTER, 2).files().get(0).copyType());
    closed(OTHER, 2, id, Which.COPY);
    closed(REPORTER, 2, id, Which.COPY);
    assertArrayEquals(MadeFiles.video(), open(EDITOR, 2, id, Which.ORIGINAL).content());
  }

  @Test
  void untilTheScannerHasLookedNobodyOpensIt() {
    try (FakeClamd clamd = new FakeClamd()) {
      scanner = clamd.scanner();
      long clean = add(REPORTER, 2, "a.jpg", MadeFiles.telling());
      long bad = add(REPORTER, 2, "b.txt", "some MALWARE".getBytes(UTF_8));
      for (Reader reader : List.of(OTHER, REPORTER, EDITOR)) {
        closed(reader, 2, clean, Which.COPY);
      }
      closed(EDITOR, 2, clean, Which.ORIGINAL);
      assertEquals(List.of(), shown(OTHER, 2).files());
      assertEquals(AttachmentState.QUARANTINED, shown(REPORTER, 2).files().get(0).state());

      scan(FakeClamd.scanner(1)); // nothing listens there
      closed(EDITOR, 2, clean, Which.COPY);
      scan(clamd.scanner());
      closed(OTHER, 2, bad, Which.COPY);

      now = now.plusSeconds(601);
      scan(clamd.scanner());
      assertTrue(open(OTHER, 2, clean, Which.COPY).content().length > 0);
      Attachment refused = shown(REPORTER, 2).files().get(1);
      assertEquals(AttachmentState.REFUSED, refused.state());
      assertEquals("Win.Test.MALWARE-1", refused.stateNote());
      closed(EDITOR, 2, bad, Which.ORIGINAL);
      assertEquals(1, shown(OTHER, 2).files().size());
      assertEquals(3L, count(), "of what was refused nothing is kept");
    }
  }

  @Test
  void whatCannotBeTakenIsSaidAtTheField() {
    byte[] photo = MadeFiles.telling();
    add(REPORTER, 2, "a.jpg", photo);
    assertThrows(InvalidException.class, () -> add(OTHER, 2, "again.jpg", photo));
    InvalidException words =
        assertThrows(
            InvalidException.class,
            () ->
                with(
                    REPORTER,
                    s ->
                        s.add(
                            new AddAttachment(
                                ref(2), "b", null, " ", MadeFiles.picture("png", 9, 9), null))));
    assertTrue(words.fields().get("description").contains("what the picture shows"));
    InvalidException none =
        assertThrows(
            InvalidException.class,
            () ->
                with(
                    REPORTER,
                    s ->
                        s.add(
                            new AddAttachment(
                                ref(2),
                                "b.gif",
                                "image/gif",
                                "x",
                                "GIF89a nothing".getBytes(US_ASCII),
                                null))));
    assertTrue(none.fields().get("file").contains("says that it is a picture"));
    byte[] large = new byte[1_500_000];
    java.util.Arrays.fill(large, (byte) 'a');
    assertTrue(
        assertThrows(InvalidException.class, () -> add(REPORTER, 2, "a.txt", large))
            .fields()
            .get("file")
            .contains("1 MB"));
    assertEquals(3L, count(), "nothing is half kept");
  }

  @Test
  void ofAnErasedPersonTheCopyStays() {
    long id = add(REPORTER, 2, "jones.jpg", MadeFiles.telling());
    database.doInTransaction(
        em ->
            new AttachmentHeld(new AttachmentRepository(em), sealed(em))
                .erased(new AccountErased(1, "1@demo.example")));
    assertEquals(2L, count());
    closed(EDITOR, 2, id, Which.ORIGINAL);
    assertEquals("file.jpeg", open(OTHER, 2, id, Which.COPY).fileName());
  }

  private long addTo(Reader reader, int incident, long answer) {
    return with(
        reader,
        service ->
            service.add(
                new AddAttachment(
                    ref(incident),
                    "deck.jpg",
                    "image/jpeg",
                    "The deck",
                    MadeFiles.telling(),
                    answer)));
  }

  @Test
  void aPeerAddsAFileToTheStandingAnswerOfTheirOwnCompany() {
    for (int n = 1; n <= 3; n++) {
      database.sql(
          "insert into incident_corroboration (id, incident_id, company_id, account_name, stance,"
              + " answered_at, state, ended_at) values (%d, %d, 20, 'C. Other', 'SAW', now(), %s)"
                  .formatted(
                      n, n == 3 ? 3 : 2, n == 1 ? "'WITHDRAWN', now()" : "'STANDING', null"));
    }
    long id = addTo(OTHER, 2, 2);
    Attachment file = shown(REPORTER, 2).files().get(0);
    assertEquals(id, file.id());
    assertEquals(2L, file.updateId());
    assertEquals(Attachment.Side.PEER, file.side());
    for (long wrong : new long[] {1, 3, 99}) {
      InvalidException refused =
          assertThrows(InvalidException.class, () -> addTo(OTHER, 2, wrong), "answer " + wrong);
      assertTrue(refused.fields().containsKey("answer"));
    }
    assertThrows(InvalidException.class, () -> addTo(COLLEAGUE, 2, 2), "another company's answer");
    assertEquals(1, shown(REPORTER, 2).files().size());
  }
}
