package org.csoalliance.membership.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AgreementServiceIT {
  @RegisterExtension static final Database database = new Database();

  private static final Clock CLOCK = Clock.systemUTC();
  private static final LocalDate TODAY = LocalDate.now(CLOCK);
  private static final Reader EDITOR = new Reader(1L, "B. Editor", null, Set.of(Role.EDITOR));

  /** Two partners and a member. */
  @BeforeEach
  void people() {
    database.sql(
        "delete from partner_agreement",
        "delete from account",
        "insert into account (id, email, email_key, name, created_at) values"
            + " (1, 'Editor@demo.example', 'editor@demo.example', 'B. Editor', now()),"
            + " (2, 'Navy@demo.example', 'navy@demo.example', 'N. Partner', now()),"
            + " (3, 'centre@demo.example', 'centre@demo.example', 'C. Partner', now()),"
            + " (4, 'member@demo.example', 'member@demo.example', 'A. Member', now())",
        "insert into account_role values (1, 'EDITOR'), (2, 'PARTNER'), (3, 'PARTNER'),"
            + " (4, 'MEMBER')");
  }

  private static void as(Reader reader, Consumer<AgreementService> work) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    database.doInTransaction(
        em ->
            work.accept(
                new AgreementService(
                    new AgreementRepository(em), new AuditLog(em), caller, CLOCK)));
  }

  private static void make(Agreement ceiling, LocalDate from, LocalDate to, String... emails) {
    as(
        EDITOR,
        service ->
            service.make(
                new NewAgreement(" Navy  of X ", ceiling, from, to, "By letter", List.of(emails))));
  }

  private static List<PartnerAgreement> all() {
    return database.inTransaction(em -> new AgreementRepository(em).all());
  }

  private static Agreement reads(long account) {
    return database.inTransaction(
        em -> new AccountRepository(em).credentials(account).orElseThrow().reader().agreement());
  }

  @Test
  void aPartnerReadsAsFarAsTheAgreementFromTheFirstDayToTheLast() {
    long audited = audited();
    make(Agreement.GREEN, TODAY, TODAY, "NAVY@demo.example ", "");
    PartnerAgreement made = all().get(0);
    assertEquals("Navy of X", made.organisation());
    assertEquals(
        List.of(new PartnerAgreement.Person("N. Partner", "Navy@demo.example")), made.people());
    assertEquals("B. Editor", made.madeBy());
    assertTrue(made.inForce());
    assertEquals(Agreement.GREEN, reads(2));
    assertEquals(Agreement.NONE, reads(3), "who is not named reads what the public reads");
    make(Agreement.AMBER, TODAY.plusDays(1), null, "navy@demo.example");
    assertEquals(Agreement.GREEN, reads(2), "from tomorrow on");
    database.sql("update partner_agreement set from_on = from_on - 1, to_on = to_on - 1");
    assertEquals(Agreement.AMBER, reads(2), "the first is over, the second began");
    assertEquals(List.of(true, false), all().stream().map(PartnerAgreement::inForce).toList());
    assertEquals(2, audited() - audited);
  }

  private static long audited() {
    return (Long)
        database.value(
            "select count(*) from audit_entry where action = 'agreement.made' and actor_id = 1");
  }

  @Test
  void anAgreementEndsAtOnceAndOnce() {
    make(Agreement.AMBER, TODAY, null, "navy@demo.example", "centre@demo.example");
    long id = all().get(0).id();
    assertEquals(Agreement.AMBER, reads(3));
    InvalidException silent =
        assertThrows(InvalidException.class, () -> as(EDITOR, service -> service.end(id, " no ")));
    assertEquals(Set.of("endReason"), silent.fields().keySet());
    assertEquals(Agreement.AMBER, reads(3), "nothing is half done");
    as(EDITOR, service -> service.end(id, "The mission is over."));
    assertEquals(Agreement.NONE, reads(2));
    assertEquals(Agreement.NONE, reads(3));
    PartnerAgreement ended = all().get(0);
    assertFalse(ended.inForce());
    assertEquals("The mission is over.", ended.endReason());
    assertEquals("B. Editor", ended.endedBy());
    assertThrows(
        ConflictException.class, () -> as(EDITOR, service -> service.end(id, "Once more.")));
    assertThrows(
        ConflictException.class, () -> as(EDITOR, service -> service.end(-1, "None such.")));
  }

  @Test
  void whatCannotBeTakenIsSaidAtItsFieldAndNothingIsKept() {
    InvalidException refused =
        assertThrows(
            InvalidException.class,
            () ->
                as(
                    EDITOR,
                    service ->
                        service.make(
                            new NewAgreement(
                                "X",
                                Agreement.NONE,
                                null,
                                null,
                                "n".repeat(501),
                                List.of("member@demo.example")))));
    assertEquals(
        Set.of("organisation", "ceiling", "from", "note", "emails"), refused.fields().keySet());
    assertTrue(refused.fields().get("emails").contains("member@demo.example"));
    assertEquals(Set.of("to"), wrong(TODAY, TODAY.minusDays(1), "navy@demo.example"));
    assertEquals(
        Set.of("to"), wrong(TODAY.minusDays(9), TODAY.minusDays(1), "navy@demo.example"), "over");
    assertEquals(
        Set.of("emails"), wrong(TODAY, null, "navy@demo.example", "NAVY@demo.example"), "twice");
    assertEquals(Set.of("emails"), wrong(TODAY, null));
    String[] many =
        IntStream.range(0, 51).mapToObj(n -> "p" + n + "@demo.example").toArray(String[]::new);
    for (int n = 0; n < many.length; n++) {
      database.sql(
          ("insert into account (id, email, email_key, name, created_at) values (%1$d, '%2$s',"
                  + " '%2$s', 'P', now())")
              .formatted(100 + n, many[n]),
          "insert into account_role values (" + (100 + n) + ", 'PARTNER')");
    }
    assertEquals(Set.of("emails"), wrong(TODAY, null, many), "fifty at most");
    assertEquals(List.of(), all());
  }

  private static Set<String> wrong(LocalDate from, LocalDate to, String... emails) {
    return assertThrows(InvalidException.class, () -> make(Agreement.GREEN, from, to, emails))
        .fields()
        .keySet();
  }
}
