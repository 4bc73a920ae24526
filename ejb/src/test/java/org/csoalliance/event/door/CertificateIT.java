package org.csoalliance.event.door;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CertificateIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;
  private Reader member;

  @BeforeEach
  void workshop() {
    database.sql(
        "truncate account, company, event, outbox_mail, ticket_key, certificate_number cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    member = MadeMembers.account(database, 3, null, Role.MEMBER);
    MadeEvents.open(database, 50, 1, 200);
    MadeDoor.people(database, 50, 4);
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.SESSION, "Drones", null);
    MadeEvents.quota(database, 52, 50, EventQuota.Kind.SESSION, "Stowaways", null);
    MadeEvents.quota(database, 53, 50, EventQuota.Kind.SESSION, "Drill", null);
    database.sql(
        "insert into event_session (quota_id, starts_at, ends_at, chosen, topics) values"
            + " (51, timestamptz '2027-01-20T08:00Z', timestamptz '2027-01-20T09:40Z', false, '12"
            + " 13'), (52, timestamptz '2027-01-20T10:00Z', timestamptz '2027-01-20T11:00Z',"
            + " false, '12 19'), (53, timestamptz '2027-01-21T08:00Z', timestamptz"
            + " '2027-01-21T12:00Z', true, '19')",
        "update registration set account_id = 3, name = 'Ngozi Adaeze Okafor' where id = 1000");
  }

  private static <T> T as(Reader reader, Function<CertificateService, T> work) {
    return database.inTransaction(em -> work.apply(service(em, reader)));
  }

  private static CertificateService service(EntityManager em, Reader reader) {
    return new CertificateService(
        new CertificateRepository(em),
        new DoorRepository(em),
        new DoorListRepository(em),
        new DoorAccess(new EventAccess(new EventDutyRepository(em), MadeMembers.caller(reader))),
        MadeDoor.keys(em),
        new Outbox(em, CLOCK),
        MadeMembers.settings(),
        MadeMembers.audit(em),
        MadeMembers.caller(reader),
        CLOCK);
  }

  private static Verdict verify(String code) {
    return database.inTransaction(
        em ->
            new VerifyService(
                    new TicketRepository(em),
                    new CertificateRepository(em),
                    new TicketKeyRepository(em))
                .verify(code));
  }

  private void in(long registration, Long session) {
    Scan scan = new Scan(null, null, registration, null, session, null, false, "", "");
    assertEquals(ScanOutcome.IN, MadeDoor.one(database, organiser, scan).outcome());
  }

  private static void run(Reader reader, java.util.function.Consumer<CertificateService> work) {
    as(
        reader,
        service -> {
          work.accept(service);
          return null;
        });
  }

  @Test
  void whoWasThereForEnoughGetsOneThatAnybodyCanCheck() {
    run(organiser, s -> s.rule("event-50", AttendanceRule.Basis.SESSIONS, 60));
    in(1000, 51L);
    in(1000, 52L);
    in(1001, 51L);
    assertEquals(1, (int) CertificateIT.<Integer>as(organiser, s -> s.issueAll("event-50")));
    assertEquals(
        0, (int) CertificateIT.<Integer>as(organiser, s -> s.issueAll("event-50")), "once");
    Certificate made = as(member, CertificateService::own).get(0);
    assertEquals("CPD-2026-000001", made.number());
    assertEquals("2.5", made.hours().toPlainString(), "160 minutes, rounded down to a half");
    assertEquals(List.of(12, 13, 19), made.topics().stream().map(IspsTopic::number).toList());
    assertEquals("B/13.1.12", made.topics().get(0).reference());
    Verdict verdict = verify(made.code());
    assertTrue(verdict.valid());
    assertEquals("N. A. O.", verdict.initials());
    assertEquals("Event 50", verdict.title());
    assertEquals(made.number(), verdict.number());
    String mail = (String) database.value("select body from outbox_mail");
    assertTrue(mail.contains("/certificates/" + made.link()), mail);
    assertEquals(made, as(Reader.VISITOR, s -> s.linked(made.link())));

    ConflictException less =
        assertThrows(ConflictException.class, () -> as(organiser, s -> s.issue("event-50", 1001)));
    assertTrue(less.getMessage().contains("1 of 2 sessions"), less.getMessage());
  }

  @Test
  void whoDidNotComeGetsNoneByAnyAddress() {
    assertThrows(ConflictException.class, () -> as(organiser, s -> s.issue("event-50", 1002)));
    assertThrows(NotFoundException.class, () -> as(organiser, s -> s.issue("event-50", 999)));
    in(1000, null);
    Certificate made = as(organiser, s -> s.issue("event-50", 1000));
    for (String link :
        List.of(
            made.code(),
            made.number(),
            "" + made.id(),
            made.link().substring(1),
            made.link().replace('.', '-'))) {
      assertThrows(NotFoundException.class, () -> as(Reader.VISITOR, s -> s.linked(link)), link);
    }
    assertThrows(NotFoundException.class, () -> as(other, s -> s.desk("event-50")));
    assertThrows(NotFoundException.class, () -> as(other, s -> s.issueAll("event-50")));
    assertEquals(List.of(), as(other, CertificateService::own));
  }

  @Test
  void aWrongOneIsWithdrawnAndAnotherIssued() {
    in(1000, null);
    Certificate made = as(organiser, s -> s.issue("event-50", 1000));
    assertThrows(ConflictException.class, () -> as(organiser, s -> s.issue("event-50", 1000)));
    assertThrows(
        InvalidException.class,
        () -> run(organiser, s -> s.withdraw("event-50", made.number(), "")));
    assertThrows(
        NotFoundException.class,
        () -> run(other, s -> s.withdraw("event-50", made.number(), "Not mine to take")));
    run(organiser, s -> s.withdraw("event-50", made.number(), "The name is written wrongly."));
    Verdict verdict = verify(made.code());
    assertFalse(verdict.valid());
    assertEquals(Verdict.Kind.CERTIFICATE, verdict.kind());
    assertThrows(NotFoundException.class, () -> as(member, s -> s.linked(made.link())));
    assertEquals("CPD-2026-000002", as(organiser, s -> s.issue("event-50", 1000)).number());
    CertificateDesk desk = as(organiser, s -> s.desk("event-50"));
    assertEquals(1, desk.issued());
    assertEquals(0, desk.ready());
    assertEquals(4, desk.rows().size());
  }

  @Test
  void unknownCodesTakeTheSameStatements() {
    in(1000, null);
    Certificate made = as(organiser, s -> s.issue("event-50", 1000));
    String token = MadeDoor.token(database, 1001);
    String code = (String) database.value("select ticket_code from registration where id = 1001");
    assertEquals(Verdict.Kind.TICKET, verify(token).kind());
    assertEquals("G.", verify(token).initials());
    assertEquals(Verdict.Kind.TICKET, verify(code).kind());
    String altered =
        token.substring(0, 40) + (token.charAt(40) == '7' ? '8' : '7') + token.substring(41);
    int known = database.statements(() -> verify(token)).size();
    for (String each :
        List.of(made.code(), code, altered, "", "ZZZZZZZZZZ", "CZZZZZZZZZZZ", "x".repeat(135))) {
      assertEquals(known, database.statements(() -> verify(each)).size(), each);
    }
    for (String none : List.of(altered, "", "ZZZZZZZZZZ", "CZZZZZZZZZZZ", made.number())) {
      assertEquals(Verdict.NONE, verify(none), none);
    }
    database.sql("update registration set state = 'CANCELLED' where id = 1001");
    assertEquals(Verdict.NONE, verify(token), "one that ended answers as one that never was");
  }

  @Test
  void theErasedAreNamedNoMore() {
    in(1000, null);
    Certificate made = as(organiser, s -> s.issue("event-50", 1000));
    database.doInTransaction(
        em ->
            new DoorHeld(new DoorHeldRepository(em), new CertificateRepository(em))
                .erased(new AccountErased(3, "p3@test.example")));
    Verdict verdict = verify(made.code());
    assertTrue(verdict.valid());
    assertEquals("", verdict.initials());
    assertEquals(AccountErased.NAME, database.value("select name from attendance_certificate"));
  }
}
