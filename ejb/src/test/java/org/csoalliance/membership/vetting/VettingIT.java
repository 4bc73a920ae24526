package org.csoalliance.membership.vetting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.CompanyRepository;
import org.csoalliance.membership.FirstPassword;
import org.csoalliance.membership.PasswordHashing;
import org.csoalliance.membership.join.ApplicationRepository;
import org.csoalliance.membership.join.ApplicationState;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the queue to the sign-in, with every rule of four eyes on the way. */
class VettingIT {
  @RegisterExtension static final Database database = new Database();

  private static final String REASON = "Everything is in order.";
  private static Reader first;
  private static Reader second;
  private static Reader third;

  @BeforeAll
  static void people() {
    Bench.company(database, "9990034", "corvo.example");
    Bench.company(database, "9990048", "kestrel.example");
    first = Bench.person(database, "first@office.example", Role.VETTING_OFFICER, null);
    second = Bench.person(database, "second@office.example", Role.VETTING_OFFICER, null);
    third = Bench.person(database, "third@office.example", Role.VETTING_OFFICER, null);
  }

  private static VettingCase read(Reader officer, String reference) {
    return database.inTransaction(em -> Bench.vetting(em, officer).read(reference));
  }

  private static void check(Reader officer, String reference, List<CheckEntry> entries) {
    database.doInTransaction(em -> Bench.vetting(em, officer).check(reference, entries));
  }

  static List<CheckEntry> allDone() {
    List<CheckEntry> entries = new ArrayList<>();
    for (CheckItem item : CheckItem.values()) {
      entries.add(
          new CheckEntry(
              item, CheckOutcome.DONE, "Seen", "+351 21 555 0100", "The company's own page"));
    }
    return entries;
  }

  static void complete(Database db, Reader officer, String reference) {
    db.doInTransaction(em -> Bench.vetting(em, officer).check(reference, allDone()));
    db.doInTransaction(em -> Bench.vetting(em, officer).complete(reference, 0));
  }

  private static int version(String reference) {
    return ((Number)
            database.value("select version from application where reference = '" + reference + "'"))
        .intValue();
  }

  private static Approved approve(Reader officer, String reference) {
    int seen = version(reference);
    return database.inTransaction(
        em -> Bench.decisions(em, officer).approve(reference, seen, REASON));
  }

  private static void refuse(Reader officer, String reference) {
    int seen = version(reference);
    database.doInTransaction(em -> Bench.decisions(em, officer).refuse(reference, seen, REASON));
  }

  private static String mail(String reference) {
    return (String)
        database.value(
            "select subject || body from outbox_mail where object_ref = '"
                + reference
                + "' order by id desc limit 1");
  }

  @Test
  void twoOfficersMakeAMemberWhoChoosesAPasswordAndSignsIn() {
    String reference =
        Bench.application(database, "newco.example", "9990051", "9900083", "9900095");
    database.sql(
        "insert into ship (imo, name, company_id) select '9900095', 'Held', id from company"
            + " where imo_number = '9990048'");
    assertThrows(RefusedException.class, () -> completeOnly(first, reference), "nothing checked");
    complete(database, first, reference);
    assertTrue(mail(reference).contains("A second officer decides"));

    assertThrows(RefusedException.class, () -> approve(first, reference), "one's own check");
    assertThrows(
        StepUpRequiredException.class,
        () ->
            database.inTransaction(
                em ->
                    Bench.decisions(em, second, new ApplicationRepository(em), false)
                        .approve(reference, 1, REASON)));
    assertThrows(
        InvalidException.class,
        () ->
            database.inTransaction(
                em -> Bench.decisions(em, second).approve(reference, 1, " short ")));
    VettingCase before = read(second, reference);
    assertTrue(before.standing().mayApprove());
    assertTrue(before.ships().get(1).contested());
    assertEquals("Company 9990048", before.ships().get(1).heldBy());

    Approved approved = approve(second, reference);
    assertEquals(List.of("9900095"), approved.contested());
    assertTrue(approved.linkMailed());
    VettingCase after = read(second, reference);
    assertEquals(ApplicationState.APPROVED, after.state());
    assertEquals(Bench.NOW.plus(java.time.Duration.ofDays(30)), after.dates().purgeAt());
    assertEquals(VettingStep.Kind.DECIDED, after.steps().get(0).kind());
    assertThrows(ConflictException.class, () -> approve(third, reference), "decided before");
    assertThrows(ConflictException.class, () -> refuse(third, reference), "decided before");

    String code = mail(reference).replaceAll("(?s).*activate\\?code=(\\S+).*", "$1");
    assertNull(
        database.value(
            "select 1 from activation where encode(code_hash, 'escape') = '" + code + "'"));
    database.doInTransaction(em -> Bench.decisions(em, first).resendLink(reference));
    String newer = mail(reference).replaceAll("(?s).*activate\\?code=(\\S+).*", "$1");
    assertThrows(NotFoundException.class, () -> activate(code, "three unrelated words here"));
    assertThrows(InvalidException.class, () -> activate(newer, "short"));
    String company = (String) database.value("select name from company order by id desc limit 1");
    assertThrows(
        InvalidException.class, () -> activate(newer, company + " 2026 " + company), "the company");
    activate(newer, "three unrelated words here");
    assertThrows(
        NotFoundException.class, () -> activate(newer, "another four unrelated words"), "replay");
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> Bench.decisions(em, first).resendLink(reference)));
    assertEquals(
        "MEMBER",
        database.value(
            "select r.role from account_right r join application a on a.account_id = r.account_id"
                + " where a.reference = '"
                + reference
                + "'"));
    assertEquals(
        "account.activated",
        database.value(
            "select action from audit_entry where object_ref = '"
                + reference
                + "' order by number desc limit 1"));
  }

  private static void completeOnly(Reader officer, String reference) {
    int seen = version(reference);
    database.doInTransaction(em -> Bench.vetting(em, officer).complete(reference, seen));
  }

  private static void activate(String code, String password) {
    database.doInTransaction(
        em ->
            new ActivationService(
                    new ActivationRepository(em),
                    new VettingRepository(em),
                    new FirstPassword(
                        new AccountRepository(em),
                        new CompanyRepository(em),
                        new PasswordHashing(Bench.SETTINGS)),
                    new AuditLog(em, Bench.CLOCK),
                    Bench.CLOCK)
                .activate(code, password));
  }

  @Test
  void anOldLinkOpensNothing() {
    String reference = Bench.application(database, "late.example", "9990065");
    complete(database, first, reference);
    approve(second, reference);
    String code = mail(reference).replaceAll("(?s).*activate\\?code=(\\S+).*", "$1");
    database.sql(
        "update activation set expires_at = '2026-11-23T09:00:00Z' where application_id ="
            + " (select id from application where reference = '"
            + reference
            + "')");
    assertThrows(NotFoundException.class, () -> activate(code, "three unrelated words here"));
  }

  @Test
  void anApplicantWithAnAccountKeepsItAndSignsIn() {
    Reader applicant = Bench.person(database, "g@corvo.example", Role.APPLICANT, "9990034");
    String reference = Bench.application(database, "corvo.example", "9990034");
    database.sql(
        "update application set account_id = "
            + applicant.accountId()
            + ", email = 'g@corvo.example', email_key = 'g@corvo.example' where reference = '"
            + reference
            + "'");
    complete(database, first, reference);
    assertFalse(approve(second, reference).linkMailed());
    assertTrue(mail(reference).contains("/sign-in"), mail(reference));
    assertFalse(mail(reference).contains("/activate"));
  }

  @Test
  void stepsHaveTheirOrder() {
    String reference = Bench.application(database, "order.example", "9990079");
    assertThrows(RefusedException.class, () -> approve(second, reference), "not checked");
    assertThrows(RefusedException.class, () -> refuse(second, reference), "nothing found");
    check(
        first,
        reference,
        List.of(new CheckEntry(CheckItem.LETTER, CheckOutcome.NOT_OK, "Not signed", null, null)));
    assertThrows(RefusedException.class, () -> refuse(first, reference), "one's own finding");
    int seen = version(reference);
    database.doInTransaction(
        em -> Bench.vetting(em, second).askMore(reference, seen, "Send a signed letter."));
    assertTrue(mail(reference).contains("> Send a signed letter."));
    assertTrue(mail(reference).contains("/join/return?code="), mail(reference));
    assertEquals(ApplicationState.MORE_ASKED, read(first, reference).state());
    assertThrows(ConflictException.class, () -> completeOnly(first, reference));
    assertThrows(RefusedException.class, () -> approve(second, reference));
    assertThrows(
        ConflictException.class,
        () ->
            database.doInTransaction(
                em -> Bench.vetting(em, second).askMore(reference, seen, "Send it once more.")));
    refuse(second, reference);
    assertTrue(mail(reference).contains("appeal once"));
    assertThrows(ConflictException.class, () -> check(first, reference, allDone()));
  }

  @Test
  void theCallBackTakesNoNumberOfTheApplication() {
    String reference = Bench.application(database, "call.example", "9990082");
    InvalidException wrong =
        assertThrows(
            InvalidException.class,
            () ->
                check(
                    first,
                    reference,
                    List.of(
                        new CheckEntry(
                            CheckItem.CALL_BACK,
                            CheckOutcome.DONE,
                            "",
                            "00351 215 550 199",
                            "Letter"))));
    assertEquals(List.of("number"), List.copyOf(wrong.fields().keySet()));
    assertEquals(List.of(), read(first, reference).checks());
  }

  @Test
  void anAppealIsDecidedByAThirdAndOnce() {
    String reference = Bench.application(database, "appeal.example", "9990082");
    complete(database, first, reference);
    refuse(second, reference);
    database.sql(
        "update application set state = 'APPEALED', appeal = 'The letter was signed.',"
            + " purge_at = null, version = version + 1 where reference = '"
            + reference
            + "'");
    assertThrows(RefusedException.class, () -> approve(second, reference), "the refuser");
    assertThrows(RefusedException.class, () -> approve(first, reference), "a third is there");
    refuse(third, reference);
    assertTrue(mail(reference).contains("final"), mail(reference));
    assertEquals(VettingStep.Kind.APPEAL_DECIDED, read(third, reference).steps().get(0).kind());
    assertEquals(
        true,
        database.value(
            "select appeal is not null from application where reference = '" + reference + "'"),
        "no second appeal");
  }

  @Test
  void applicationsOfOnesOwnCompanyAreNotFound() {
    String reference = Bench.application(database, "crew.corvo.example", "9990034");
    List<Reader> own =
        List.of(
            Bench.person(database, "byCompany@x.example", Role.VETTING_OFFICER, "9990034"),
            Bench.person(database, "bydomain@corvo.example", Role.VETTING_OFFICER, null),
            Bench.person(database, "byparent@crew.corvo.example", Role.VETTING_OFFICER, "9990048"));
    complete(database, first, reference);
    for (Reader officer : own) {
      assertThrows(NotFoundException.class, () -> read(officer, reference), officer::name);
      assertThrows(NotFoundException.class, () -> approve(officer, reference), officer::name);
      assertThrows(NotFoundException.class, () -> refuse(officer, reference), officer::name);
      assertThrows(
          NotFoundException.class, () -> check(officer, reference, allDone()), officer::name);
      assertFalse(rows(officer).contains(reference), officer::name);
    }
    assertTrue(rows(second).contains(reference));

    Reader voucher = Bench.person(database, "v@vouch.example", Role.VETTING_OFFICER, null);
    database.sql(
        "insert into application_voucher (application_id, email, email_key, position) select id,"
            + " 'V@vouch.example', 'v@vouch.example', 1 from application where reference = '"
            + reference
            + "'");
    assertThrows(NotFoundException.class, () -> read(voucher, reference), "named to vouch");

    // the same number under a company without a number: the applicant's account tells
    Bench.company(database, "9999999", "other.example");
    Reader colleague = Bench.person(database, "c@none.example", Role.APPLICANT, "9999999");
    Reader officer = Bench.person(database, "o@none2.example", Role.VETTING_OFFICER, "9999999");
    String byAccount = Bench.application(database, "elsewhere.example", "9990079");
    database.sql(
        "update application set account_id = "
            + colleague.accountId()
            + " where reference = '"
            + byAccount
            + "'");
    assertThrows(NotFoundException.class, () -> read(officer, byAccount));
    assertEquals(byAccount, read(second, byAccount).reference());
  }

  private static List<String> rows(Reader officer) {
    return database.inTransaction(
        em ->
            Bench.queue(em, officer).queue(VettingQueue.View.SECOND, 0).rows().stream()
                .map(VettingQueue.Row::reference)
                .toList());
  }

  @Test
  void theQueueTakesTwoStatementsAndCountsWhatItShows() {
    Bench.application(database, "queue.example", "9990079", "9900112");
    for (VettingQueue.View view : VettingQueue.View.values()) {
      List<String> statements =
          database.statements(
              () ->
                  database.inTransaction(
                      em -> {
                        VettingQueue queue = Bench.queue(em, third).queue(view, 0);
                        assertEquals(
                            Math.min(queue.total(), VettingQueue.PAGE), queue.rows().size());
                        return null;
                      }));
      assertTrue(statements.size() <= 4, statements::toString);
    }
  }

  @Test
  void aProofIsOpenedOnTheRecordUntilItIsDeleted() {
    String reference = Bench.application(database, "proof.example", "9990079");
    byte[] content = "%PDF-1.4 letter".getBytes(StandardCharsets.US_ASCII);
    UUID file = database.inTransaction(em -> Bench.files(em).seal("APPLICATION_PROOF", content));
    long proof =
        ((Number)
                database.value(
                    "insert into application_proof (application_id, kind, file_id, file_name,"
                        + " media_type, size, sha256, added_at) select id, 'DESIGNATION', '"
                        + file
                        + "', 'letter.pdf', 'application/pdf', 15, '\\x00', now() from application"
                        + " where reference = '"
                        + reference
                        + "' returning id"))
            .longValue();
    assertArrayEquals(content, open(first, reference, proof).content());
    assertEquals(
        "proof.opened",
        database.value("select action from audit_entry order by number desc limit 1"));
    String other = Bench.application(database, "proof2.example", "9990079");
    assertThrows(NotFoundException.class, () -> open(first, other, proof));
    Reader own = Bench.person(database, "own@proof.example", Role.VETTING_OFFICER, null);
    assertThrows(NotFoundException.class, () -> open(own, reference, proof));
    database.sql(
        "update application_proof set file_id = null, removed_at = now() where id = " + proof);
    assertThrows(NotFoundException.class, () -> open(first, reference, proof));
  }

  private static ProofContent open(Reader officer, String reference, long proof) {
    return database.inTransaction(em -> Bench.vetting(em, officer).open(reference, proof));
  }
}
