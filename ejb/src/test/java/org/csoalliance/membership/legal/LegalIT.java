package org.csoalliance.membership.legal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.function.Function;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts by version, and who accepted which. */
class LegalIT {
  @RegisterExtension static final Database database = new Database();

  private Reader member;

  @BeforeEach
  void people() {
    database.sql("truncate account, company cascade");
    MadeMembers.company(database, 10, "Kestrel");
    member = MadeMembers.account(database, 1, 10L, Role.MEMBER);
    MadeMembers.account(database, 2, null, Role.EDITOR);
  }

  private <T> T mine(Function<LegalService, T> work) {
    return database.inTransaction(
        em -> {
          CallerContext caller = new CallerContext();
          caller.set(member, new CallerContext.Proof(null, Instant.EPOCH, false, false), false);
          return work.apply(
              new LegalService(
                  new LegalRepository(em), MadeMembers.audit(em), caller, MadeMembers.CLOCK));
        });
  }

  @Test
  void everyVersionCanBeReadAndBeginsWithItsDay() {
    for (LegalDocument document : LegalDocument.values()) {
      for (String version : document.versions()) {
        LegalText text = LegalText.of(document, version).orElseThrow();
        assertFalse(text.blocks().isEmpty(), document + " " + version);
        assertTrue(text.since().toString().startsWith(version), document + " " + version);
      }
      assertTrue(LegalText.of(document, "../../etc").isEmpty());
    }
  }

  @Test
  void aPersonIsAskedUntilTheVersionOfNowIsAccepted() {
    assertEquals(3, mine(LegalService::open).size());
    String current = LegalDocument.TERMS.current();
    for (int twice = 0; twice < 2; twice++) {
      mine(
          service -> {
            service.accept(LegalDocument.TERMS, current);
            return null;
          });
    }
    assertEquals(2, mine(LegalService::open).size());
    assertThrows(
        ConflictException.class,
        () ->
            mine(
                service -> {
                  service.accept(LegalDocument.CONDUCT, "2016-01");
                  return null;
                }));
    assertEquals(
        1L, database.value("select count(*) from audit_entry where action = 'legal.accepted'"));
    // an earlier version does not count as the one of now
    database.sql(
        "insert into legal_acceptance values (1, 'CONDUCT', '2016-01', '2016-01-02T00:00:00Z')");
    assertEquals(2, mine(LegalService::open).size());
    database.doInTransaction(
        em -> {
          LegalReportService report = new LegalReportService(new LegalRepository(em));
          assertEquals(
              new AcceptedCount(LegalDocument.TERMS, 1, 0, 1),
              report.counts().get(LegalDocument.TERMS.ordinal()));
          assertEquals(
              new AcceptedCount(LegalDocument.CONDUCT, 0, 1, 1),
              report.counts().get(LegalDocument.CONDUCT.ordinal()));
          assertEquals(
              "2016-01", report.people(LegalDocument.CONDUCT, "person 1").get(0).version());
          new LegalRepository(em).erase(1);
          assertEquals(0, new LegalRepository(em).held(1).size());
        });
  }

  @Test
  void whoJoinedHasAcceptedInTheApplication() {
    database.sql(
        "insert into application (reference, email, email_key, role, state, created_at,"
            + " account_id, accepted_at, code_version, privacy_version) values ('X', 'a@b.example',"
            + " 'a@b.example', 'PRIMARY', 'DRAFT', now(), 1, now(), '"
            + LegalDocument.CONDUCT.current()
            + "', '"
            + LegalDocument.PRIVACY.current()
            + "')");
    assertEquals(
        java.util.List.of(LegalDocument.TERMS),
        mine(LegalService::open).stream().map(LegalText::document).toList());
  }
}
