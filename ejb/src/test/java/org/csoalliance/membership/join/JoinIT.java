package org.csoalliance.membership.join;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.FakeClamd;
import org.csoalliance.platform.file.MalwareScanner;
import org.csoalliance.platform.file.SealKey;
import org.csoalliance.platform.file.SealedFileRepository;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JoinIT {
  // a Friday
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final Settings SETTINGS =
      new Settings(
          Map.of("alliance.seal.key", Base64.getEncoder().encodeToString(new byte[32]))::get,
          name -> null);
  private static MalwareScanner scanner = FakeClamd.none();
  private static final byte[] LETTER = MadePdf.of("Letter of Canary", "for nine ships");
  private static final byte[] DOCUMENT = MadePdf.of("Document of compliance");

  @RegisterExtension static final Database database = new Database();

  /** The services over one transaction. */
  private static final class Services {
    final JoinRepository links;
    final ApplicationRepository applications;
    final SealedFiles files;
    final JoinService join;
    final ApplicationDraftService draft;
    final ApplicationProofService proofs;
    final ApplicationSubmissionService submission;
    final VouchService vouch;
    final ApplicationRetention retention;

    Services(EntityManager em, Instant now) {
      Clock clock = Clock.fixed(now, ZoneOffset.UTC);
      applications = new ApplicationRepository(em);
      links = new JoinRepository(applications);
      ApplicationLinks mailLinks = new ApplicationLinks(links, SETTINGS, clock);
      Outbox outbox = new Outbox(em, clock);
      AuditLog audit = new AuditLog(em, clock);
      files = new SealedFiles(new SealedFileRepository(em), new SealKey(SETTINGS), clock);
      join = new JoinService(links, applications, mailLinks, outbox, audit, clock);
      draft = new ApplicationDraftService(applications, links, clock);
      proofs = new ApplicationProofService(applications, files, scanner, audit, clock);
      submission =
          new ApplicationSubmissionService(
              applications, links, mailLinks, files, outbox, audit, clock);
      vouch = new VouchService(links, applications, audit, clock);
      retention = new ApplicationRetention(links, applications, files, audit, clock);
    }
  }

  private static <T> T with(Function<Services, T> work) {
    return at(NOW, work);
  }

  private static <T> T at(Instant now, Function<Services, T> work) {
    return database.inTransaction(em -> work.apply(new Services(em, now)));
  }

  private static void run(Consumer<Services> work) {
    with(
        services -> {
          work.accept(services);
          return null;
        });
  }

  @BeforeEach
  void clear() {
    database.sql(
        "delete from application",
        "delete from application_link",
        "delete from sealed_file",
        "delete from outbox_mail",
        "delete from account",
        "insert into account (id, email, email_key, name, created_at) values"
            + " (1, 'member@known.example', 'member@known.example', 'M. Known', now()),"
            + " (2, 'left@known.example', 'left@known.example', 'L. Left', now())",
        "update account set state = 'ENDED' where id = 2",
        "insert into account_role values (1, 'MEMBER')");
  }

  private static void ask(String email, String source) {
    run(services -> services.join.begin(Capacity.PRIMARY, email, source));
  }

  /** The code in the newest mail to an address. */
  private static String code(String email) {
    String body =
        (String)
            database.value(
                "select body from outbox_mail where recipient = '" + email + "' order by id desc");
    return body.replaceAll("(?s).*code=([\\w-]{43}).*", "$1");
  }

  private static long begun(String email) {
    ask(email, "192.0.2." + (email.hashCode() & 255));
    String code = code(email);
    return with(services -> services.join.open(code));
  }

  private static long filled(String email) {
    long id = begun(email);
    run(services -> services.draft.person(id, "Z. Canary", "+44 20 7946 0000", Capacity.PRIMARY));
    run(services -> services.draft.company(id, company("9990034")));
    run(services -> services.draft.ships(id, "9900083 One Bulk carrier PA\n9900095"));
    run(services -> services.proofs.add(id, ProofKind.DESIGNATION, "letter.pdf", LETTER));
    run(services -> services.proofs.add(id, ProofKind.DOC, "doc.pdf", DOCUMENT));
    run(services -> services.draft.accept(id, true, true));
    return id;
  }

  private static TypedCompany company(String imo) {
    return new TypedCompany(
        "Canary Lines", imo, "Portugal", "Panama, pt", "BULK", "https://www.canary.example/x");
  }

  private static long count(String from) {
    return (Long) database.value("select count(*) from " + from);
  }

  private static String wrong(Consumer<Services> work, String field) {
    return assertThrows(InvalidException.class, () -> run(work)).fields().get(field);
  }

  @Test
  void aKnownAddressChangesNothingAndTakesTheSameStatements() {
    List<String> unknown = database.statements(() -> ask("new@stranger.example", "192.0.2.1"));
    List<String> known = database.statements(() -> ask("Member@Known.example", "192.0.2.2"));
    List<String> ended = database.statements(() -> ask("left@known.example", "192.0.2.3"));
    assertEquals(unknown, known);
    assertEquals(unknown, ended);
    assertEquals(0, count("application"));
    assertEquals(3, count("outbox_mail"));
    String body =
        (String)
            database.value("select body from outbox_mail where recipient = 'Member@Known.example'");
    assertTrue(body.contains("has an account already"), body);
    assertFalse(body.contains("code="), body);
    assertEquals(
        1L,
        database.value("select count(distinct subject) from outbox_mail"),
        "the subject on a locked phone tells nothing either");
  }

  @Test
  void whoLeftACompanyAppliesAgainWithTheSameAddress() {
    database.sql(
        "delete from company where id = 71",
        "insert into company (id, name, sector, created_at) values (71, 'Kestrel Tankers', 'TANKER', now())",
        "insert into account (id, email, email_key, name, created_at) values"
            + " (3, 'back@known.example', 'back@known.example', 'B. Back', now())",
        "insert into company_service (account_id, company_id, capacity, from_day, to_day, end_reason)"
            + " values (3, 71, 'PRIMARY', '2026-01-01', '2026-10-01', 'Retired')",
        "insert into application (email, email_key, role, state, account_id, created_at) values"
            + " ('back@known.example', 'back@known.example', 'PRIMARY', 'APPROVED', 3, now())");
    List<String> unknown = database.statements(() -> ask("new@stranger.example", "192.0.2.1"));
    assertEquals(
        unknown, database.statements(() -> ask("back@known.example", "192.0.2.4")), "no sign");
    String code = code("back@known.example");
    long begun = with(services -> services.join.open(code));
    assertEquals(
        "DRAFT 3",
        database.value("select state || ' ' || account_id from application where id = " + begun));
    database.sql("update account set company_id = 71 where id = 3");
    ask("back@known.example", "192.0.2.5");
    assertEquals(
        1L,
        count(
            "outbox_mail where recipient = 'back@known.example'"
                + " and body like '%has an account already%'"),
        "whoever serves a company has nothing to apply for");
  }

  @Test
  void mailsToAnAddressAndFromASourceAreLimitedWithoutASign() {
    for (int i = 0; i < 5; i++) {
      ask("flood@stranger.example", "192.0.2." + i);
      ask("member@known.example", "192.0.3." + i);
    }
    assertEquals(6, count("outbox_mail"));
    for (int i = 0; i < 40; i++) {
      ask("many" + i + "@stranger.example", "198.51.100.1");
    }
    assertEquals(6 + JoinService.MOST_SOURCE, count("outbox_mail"));
    at(
        NOW.plus(Duration.ofMinutes(61)),
        services -> {
          services.join.begin(Capacity.PRIMARY, "flood@stranger.example", "192.0.2.9");
          return null;
        });
    assertEquals(7 + JoinService.MOST_SOURCE, count("outbox_mail"));
  }

  @Test
  void manyAtOnceGetNoMoreMails() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String source = "192.0.2." + i;
      asked.add(threads.submit(() -> ask("race@stranger.example", source)));
    }
    for (Future<?> each : asked) {
      each.get();
    }
    threads.shutdown();
    assertEquals(JoinService.MOST_ADDRESS, count("outbox_mail"));
  }

  @Test
  void whatIsNoAddressIsRefused() {
    for (String typed :
        new String[] {
          null, "", "nobody", "a@b", "a@b.example\r\nBcc: c@d.example", "a b@c.example"
        }) {
      assertNotNull(wrong(s -> s.join.begin(Capacity.PRIMARY, typed, "192.0.2.1"), "email"), typed);
    }
    assertNotNull(wrong(s -> s.join.begin(null, "a@b.example", "192.0.2.1"), "role"));
  }

  @Test
  void aLinkOpensOneApplicationForFourteenDays() {
    ask("z@canary.example", "192.0.2.1");
    String first = code("z@canary.example");
    ask("z@canary.example", "192.0.2.1");
    String second = code("z@canary.example");
    long id = with(s -> s.join.open(first));
    long opened = with(s -> s.join.open(second));
    assertEquals(id, opened, "both mails lead to the same");
    long again = with(s -> s.join.open(first));
    assertEquals(id, again, "as often as one likes");
    assertEquals(1, count("application"));
    assertThrows(
        NotFoundException.class, () -> at(NOW.plus(Duration.ofDays(14)), s -> s.join.open(first)));
    for (String none : new String[] {null, "", "x", first.substring(1)}) {
      assertThrows(NotFoundException.class, () -> with(s -> s.join.open(none)));
    }
    assertEquals(
        0L,
        database.value(
            "select count(*) from application_link where encode(code_hash, 'escape') like '%"
                + first
                + "%'"),
        "the code itself is not kept");
  }

  @Test
  void theCompanyAndTheShipsAreUnderstoodOrToldWhy() {
    long id = begun("z@canary.example");
    assertTrue(wrong(s -> s.draft.company(id, company("9900083")), "companyImo").contains("ship"));
    assertTrue(wrong(s -> s.draft.company(id, company("9990035")), "companyImo").contains("check"));
    run(s -> s.draft.company(id, company("IMO 9990034")));
    CompanyAnswers kept = with(s -> s.draft.view(id)).company();
    assertEquals("canary.example", kept.mailDomain());
    assertEquals(List.of("PA", "PT"), kept.flagStates());
    assertEquals("PT", kept.country());

    database.sql(
        "insert into ship (imo, name, type) values ('9900083', 'Known Name', 'OTHER')"
            + " on conflict do nothing");
    ShipCheck check = with(s -> s.draft.look(id, "9900083\n9900095 Two Tug PA\n9900083"));
    assertEquals("Known Name", check.ships().get(0).ship().name(), "its name is shown back");
    assertEquals(1, check.again().size());
    assertEquals(0, count("application_ship"), "a look keeps nothing");
    String told = wrong(s -> s.draft.ships(id, "9900083\n9900084 x\n1"), "ships");
    assertTrue(told.contains("Line 2") && told.contains("Line 3"), told);
    String many = wrong(s -> s.draft.ships(id, "9900083\n".repeat(5000)), "ships");
    assertTrue(many.contains("2,000"), many);
    run(s -> s.draft.ships(id, "9900083\n9900095 Two Tug PA"));
    run(s -> s.draft.ships(id, "9900095 Two Tug PA"));
    assertEquals(
        List.of(new ApplicationShip("9900095", "Two", ShipType.TUG, "PA")),
        with(s -> s.draft.view(id)).ships());
  }

  @Test
  void theOrderOfTheStepsIsKept() {
    long id = begun("z@canary.example");
    ApplicationView fresh = with(s -> s.draft.view(id));
    assertEquals(Step.YOU, fresh.next());
    assertFalse(fresh.reachable(Step.COMPANY) || fresh.reachable(Step.CHECK));
    assertThrows(ConflictException.class, () -> run(s -> s.submission.submit(id)));
    long full = filled("full@canary.example");
    ApplicationView ready = with(s -> s.draft.view(full));
    assertEquals(Step.CHECK, ready.next());
    assertEquals(List.of(), ready.missing());
  }

  @Test
  void aProofLiesSealedAndAChangedOneIsNotOpened() {
    long id = filled("z@canary.example");
    String row =
        new String(
            (byte[]) database.value("select string_agg(content, ''::bytea) from sealed_file"),
            ISO_8859_1);
    assertFalse(row.contains("Canary") || row.contains("%PDF"), "no plain text in the row");
    Proof letter = with(s -> s.draft.view(id)).proofs().get(0);
    assertArrayEquals(LETTER, with(s -> s.files.open(letter.fileId())));
    database.sql("update sealed_file set content = set_byte(content, 9, 7)");
    UUID file = letter.fileId();
    assertThrows(IllegalStateException.class, () -> with(s -> s.files.open(file)));
  }

  @Test
  void aProofThatAScannerRefusesIsNotKept() {
    long id = begun("scanned@canary.example");
    try (FakeClamd clamd = new FakeClamd()) {
      scanner = clamd.scanner();
      clamd.answer("stream: Win.Test-1 FOUND");
      assertTrue(
          wrong(s -> s.proofs.add(id, ProofKind.DOC, "doc.pdf", DOCUMENT), "file")
              .contains("malware"));
      clamd.answer("INSTREAM size limit exceeded. ERROR");
      assertThrows(
          ConflictException.class,
          () -> run(s -> s.proofs.add(id, ProofKind.DOC, "doc.pdf", DOCUMENT)));
    } finally {
      scanner = FakeClamd.none();
    }
    assertEquals(0, count("application_proof"));
  }

  @Test
  void proofsAreLimitedAndRemovedByTheirOwnApplicationAlone() {
    long id = filled("z@canary.example");
    long other = begun("other@canary.example");
    long proof = with(s -> s.draft.view(id)).proofs().get(0).id();
    assertThrows(NotFoundException.class, () -> run(s -> s.proofs.remove(other, proof)));
    assertNotNull(wrong(s -> s.proofs.add(id, ProofKind.DESIGNATION, "again.pdf", LETTER), "file"));
    for (int i = 0; i < 6; i++) {
      byte[] more = MadePdf.of("Paper " + i);
      run(s -> s.proofs.add(id, ProofKind.OTHER, "../x.pdf", more));
    }
    assertNotNull(wrong(s -> s.proofs.add(id, ProofKind.OTHER, "9.pdf", MadePdf.of("9")), "file"));
    run(s -> s.proofs.remove(id, proof));
    assertEquals(7, count("sealed_file"));
    assertEquals(7, count("application_proof"));
    assertThrows(ConflictException.class, () -> run(s -> s.submission.submit(id)), "one misses");
  }

  @Test
  void sentTwiceItIsOneAndCannotBeChanged() throws Exception {
    long id = filled("z@canary.example");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<String>> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sent.add(threads.submit(() -> with(s -> s.submission.submit(id))));
    }
    String reference = sent.get(0).get();
    for (Future<String> each : sent) {
      assertEquals(reference, each.get());
    }
    threads.shutdown();
    assertTrue(reference.matches("APP-2026-\\d{5}"), reference);
    assertEquals(1, count("outbox_mail where subject like '%we have your application%'"));
    assertEquals(
        1,
        count(
            "audit_entry where action = 'application.submitted' and object_ref = '"
                + reference
                + "'"));
    ApplicationView view = with(s -> s.draft.view(id));
    assertEquals(ApplicationState.SUBMITTED, view.state());
    assertEquals(Instant.parse("2026-11-27T09:00:00Z"), view.answerBy(), "five working days");
    assertThrows(
        ConflictException.class,
        () -> run(s -> s.draft.person(id, "Other", "+44 20 7946 0000", Capacity.PRIMARY)));
    assertThrows(ConflictException.class, () -> run(s -> s.draft.ships(id, "9900095")));
    assertThrows(
        ConflictException.class,
        () -> run(s -> s.proofs.add(id, ProofKind.OTHER, "x.pdf", MadePdf.of("late"))));
  }

  @Test
  void aMemberVouchesOnceAndTheApplicantLearnsNothing() {
    long id = filled("z@canary.example");
    assertNotNull(wrong(s -> s.draft.vouchers(id, "Z@canary.example", null), "first"));
    run(s -> s.draft.vouchers(id, "Member@known.example", "nobody@known.example"));
    run(s -> s.submission.submit(id));
    assertEquals(0, count("outbox_mail where recipient = 'nobody@known.example'"));
    String code = code("Member@known.example");
    assertEquals("Z. Canary", with(s -> s.vouch.question(code)).name());
    run(s -> s.vouch.answer(code, Voucher.Answer.VOUCHED));
    assertThrows(
        NotFoundException.class, () -> run(s -> s.vouch.answer(code, Voucher.Answer.UNKNOWN)));
    assertEquals(
        Voucher.Answer.VOUCHED,
        with(s -> s.applications.vouchers(id)).get(0).answer(),
        "the officers see it");
    for (Voucher seen : with(s -> s.draft.view(id)).vouchers()) {
      assertNull(seen.accountId());
      assertNull(seen.answer());
    }
  }

  @Test
  void moreIsAskedAndAnswered() {
    long id = filled("z@canary.example");
    run(s -> s.submission.submit(id));
    assertThrows(ConflictException.class, () -> run(s -> s.submission.reply(id, "unasked")));
    run(s -> s.applications.lock(id).orElseThrow().course().askMore("Which ships?"));
    run(s -> s.proofs.add(id, ProofKind.CSR, "csr.pdf", MadePdf.of("Record")));
    assertNotNull(wrong(s -> s.submission.reply(id, " "), "reply"));
    run(s -> s.submission.reply(id, "All nine."));
    ApplicationView view = with(s -> s.draft.view(id));
    assertEquals(ApplicationState.SUBMITTED, view.state());
    assertEquals("All nine.", view.reply());
    assertEquals(3, view.proofs().size());
  }

  @Test
  void aRefusalIsAppealedOnce() {
    long id = filled("z@canary.example");
    run(s -> s.submission.submit(id));
    assertThrows(ConflictException.class, () -> run(s -> s.submission.appeal(id, "No")));
    run(s -> s.applications.lock(id).orElseThrow().course().checked());
    run(s -> s.applications.lock(id).orElseThrow().course().refuse("No ships", NOW));
    run(s -> s.submission.appeal(id, "There are nine."));
    assertEquals(ApplicationState.APPEALED, with(s -> s.draft.view(id)).state());
    run(s -> s.applications.lock(id).orElseThrow().course().refuse("Still none", NOW));
    assertThrows(ConflictException.class, () -> run(s -> s.submission.appeal(id, "Again")));
  }

  @Test
  void withdrawingDeletesThePapersAndAnotherMayBeBegun() {
    long id = filled("z@canary.example");
    run(s -> s.submission.withdraw(id));
    assertEquals(0, count("sealed_file"));
    assertEquals(2, count("application_proof where removed_at is not null"), "the fact stays");
    assertThrows(ConflictException.class, () -> run(s -> s.submission.withdraw(id)));
    assertFalse(id == begun("z@canary.example"));
  }

  @Test
  void proofsGoThirtyDaysAfterTheDecisionAndOldDraftsAltogether() {
    long decided = filled("z@canary.example");
    run(s -> s.submission.submit(decided));
    run(s -> s.applications.lock(decided).orElseThrow().course().checked());
    run(s -> s.applications.lock(decided).orElseThrow().course().refuse("No", NOW));
    long draft = filled("draft@canary.example");
    assertEquals(4, count("sealed_file"));

    Instant day29 = NOW.plus(Duration.ofDays(29));
    assertFalse(at(day29, s -> s.retention.run()).proofs() > 0);
    Instant day31 = NOW.plus(Duration.ofDays(31));
    ApplicationRetention.Removed removed = at(day31, s -> s.retention.run());
    assertEquals(4, removed.proofs());
    assertEquals(1, removed.drafts());
    assertEquals(0, count("sealed_file"));
    assertEquals(2, count("application_proof where removed_at is not null"));
    assertEquals(0, count("application where id = " + draft));
    assertFalse(at(day31, s -> s.retention.run()).any(), "a second run finds nothing");
    assertEquals(
        1L,
        database.value(
            "select count(*) from audit_entry where action = 'application.retention'"
                + " and detail like '4 proofs, 1 drafts%'"));
  }
}
