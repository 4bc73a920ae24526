package org.csoalliance.membership.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.csoalliance.incident.IncidentHeld;
import org.csoalliance.incident.IncidentHeldRepository;
import org.csoalliance.incident.IncidentVersionRepository;
import org.csoalliance.incident.ReportDraftRepository;
import org.csoalliance.incident.SealedAnswers;
import org.csoalliance.incident.SealedAnswersRepository;
import org.csoalliance.membership.join.ApplicationRepository;
import org.csoalliance.membership.join.ApplicationRetention;
import org.csoalliance.membership.join.ApplicationRule;
import org.csoalliance.membership.join.JoinRepository;
import org.csoalliance.platform.audit.AuditChain;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.data.PlatformHeld;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.file.MadeSeal;
import org.csoalliance.platform.file.SealKey;
import org.csoalliance.platform.file.SealedFileRepository;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ErasureIT {
  @RegisterExtension static final Database database = new Database();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);
  private static final Reader ADA = new Reader(1L, "Ada Canary", 1L, Set.of(Role.MEMBER));
  private static final Reader BOSS = new Reader(2L, "Boss", null, Set.of(Role.ADMINISTRATOR));

  @BeforeEach
  void people() {
    database.sql(
        "truncate account, company, ship, incident, member_group, group_member, application,"
            + " sealed_file, outbox_mail, seen, erased_account, account_role, audit_entry cascade",
        "update audit_head set number = 0, hash = decode(repeat('00', 32), 'hex')",
        "insert into company (id, name, sector) values (1, 'Tank', 'TANKER')",
        "insert into account (id, email, email_key, name, telephone, company_id, password_hash,"
            + " created_at) values (1, 'Ada.Canary@a.example', 'ada.canary@a.example',"
            + " 'Ada Canary', '+44 canary', 1, 'secret-hash', now()), (2, 'boss@a.example',"
            + " 'boss@a.example', 'Boss', null, null, null, now()), (3, 'x@a.example',"
            + " 'x@a.example', 'Xenia', null, 1, null, now())",
        "insert into account_role values (1, 'MEMBER'), (2, 'ADMINISTRATOR'), (3, 'MEMBER')",
        "insert into ship (imo, name, type, company_id) values ('9900083', 'Tern', 'OTHER', 1)",
        "insert into company_service (id, account_id, company_id, capacity, from_day) values"
            + " (1, 1, 1, 'PRIMARY', '2026-01-01')",
        "insert into service_ship values (1, '9900083', '2026-01-01', null)",
        "insert into membership_event (account_id, at, kind, detail, by_id, by_name) values"
            + " (1, now(), 'STARTED', 'Ada Canary of Tank', 1, 'Ada Canary')",
        "insert into access_token (id, account_id, label, token_hash, scopes, created_at,"
            + " expires_at) values (1, 1, 'Map', 'secret-token', 'read', now(), now())",
        "insert into member_profile (account_id, about, updated_at) values (1, 'Canary', now())",
        "insert into member_group (id, slug, name, purpose, kind, hidden, created_at) values"
            + " (1, 'g-1', 'Circle of Ada', 'p', 'INVITED', true, now()),"
            + " (2, 'g-2', 'Circle of Xenia', 'p', 'INVITED', true, now())",
        "insert into group_member (group_id, account_id, state, from_at) values"
            + " (1, 1, 'MEMBER', now()), (2, 3, 'MEMBER', now())",
        "insert into incident (reference, kind, status, occurred_at, occurred_precision, tlp,"
            + " title, text, contact, reporter_id, created_at, updated_at) values"
            + " ('CSOA-2026-00001', 'ROBBERY', 'REPORTED', now(), 'DAY', 'AMBER', 'Theft', 'Text',"
            + " 'ada.canary@a.example', 1, now(), now())",
        "insert into incident_status_change (incident_id, at, to_status, reason, actor_id,"
            + " actor_name) select id, now(), 'REPORTED', 'Report', 1, 'Ada Canary' from incident",
        "insert into outbox_mail (message_id, recipient, account_id, category, subject, body,"
            + " next_attempt_at, created_at) values ('<1>', 'ada.canary@a.example', 1, 'ALERT',"
            + " 'S', 'Dear Ada Canary', now(), now())",
        "insert into seen values ('incident', 'CSOA-2026-00001', 1, 'Ada Canary', 'MEMBER', now())",
        "insert into sealed_file values ('00000000-0000-0000-0000-000000000001', 'proof', 'k',"
            + " '\\x00', '\\x00', 1, '\\x00', now())",
        "insert into application (id, email, email_key, name, role, state, created_at, account_id)"
            + " values (1, 'Ada.Canary@a.example', 'ada.canary@a.example', 'Ada Canary', 'PRIMARY',"
            + " 'APPROVED', now(), 1)",
        "insert into application_proof (id, application_id, kind, file_id, file_name, media_type,"
            + " size, sha256, added_at) values (1, 1, 'DOC',"
            + " '00000000-0000-0000-0000-000000000001', 'canary.pdf', 'application/pdf', 1,"
            + " '\\x00', now())");
    database.sql(
        "insert into ship (imo, name, company_id) values ('9900100', 'Dipper', 1)",
        "insert into ship_claim (imo, company_id, by_id, by_name, evidence, made_at) values"
            + " ('9900100', 1, 1, 'Ada Canary', 'Bill of sale', now())",
        "insert into coverage_denominator (sector, ships, as_of, source, by_id, by_name, at,"
            + " withdrawn_at, withdrawn_id, withdrawn_name) values ('CRUISE', 5, '2026-01-01',"
            + " 'Yearbook', 1, 'Ada Canary', now(), now(), 1, 'Ada Canary')",
        "insert into account_suspension values (1, '2026-03-01Z', '2026-03-02Z')");
    database.doInTransaction(
        em -> {
          AuditLog log = new AuditLog(em, CLOCK);
          log.record(ADA, "profile.changed", "account", "Ada Canary", "");
          // and what others did to Ada names Ada too
          log.record(BOSS, "role.granted", "account", "Ada Canary", "EDITOR, by Ada Canary");
        });
  }

  private static CallerContext caller(Reader reader, boolean proved) {
    CallerContext caller = new CallerContext();
    Instant at = CLOCK.instant().minus(Duration.ofMinutes(proved ? 1 : 11));
    caller.set(reader, new CallerContext.Proof(null, at, true, false), false);
    return caller;
  }

  private static void erase(Reader reader, boolean proved) {
    CallerContext caller = caller(reader, proved);
    database.doInTransaction(
        em ->
            new ErasureService(
                    new MemberDataRepository(em),
                    erased -> {
                      new PlatformHeld(new DataRepository(em), CLOCK).erased(erased);
                      incidents(em).erased(erased);
                    },
                    new Outbox(em, CLOCK),
                    new AuditLog(em, CLOCK),
                    caller,
                    new StepUp(caller, CLOCK))
                .erase());
  }

  private static DataAsked ask(long account) {
    DataAsked asked = new DataAsked(account);
    database.doInTransaction(
        em -> {
          new MemberHeld(new MemberDataRepository(em)).asked(asked);
          new PlatformHeld(new DataRepository(em), CLOCK).asked(asked);
          incidents(em).asked(asked);
        });
    return asked;
  }

  private static Object value(String sql) {
    return database.value(sql);
  }

  /** Every text of every table, but the audit chain and the one mail that tells of the erasure. */
  private static String everything() {
    StringBuilder all = new StringBuilder();
    String tables =
        (String)
            value(
                "select string_agg(table_name, ' ') from information_schema.tables"
                    + " where table_schema = 'public' and table_type = 'BASE TABLE'"
                    + " and table_name not in ('audit_entry', 'outbox_mail',"
                    + " 'flyway_schema_history', 'port', 'port_record')"); // Atlantic/Canary
    for (String table : tables.split(" ")) {
      all.append(value("select string_agg(t::text, ' ') from " + table + " t")).append('\n');
    }
    return all.toString();
  }

  @Test
  void anErasedPersonIsNowhereToBeRead() throws Exception {
    assertTrue(everything().contains("Canary"));
    erase(ADA, true);

    String rest = everything();
    assertFalse(rest.toLowerCase(java.util.Locale.ROOT).contains("canary"), rest);
    assertEquals("ENDED", value("select state from account where id = 1"));
    assertEquals(1, value("select session_stamp from account where id = 1"));
    assertEquals("Former member", value("select name from account where id = 1"));
    assertEquals(0L, value("select count(*) from sealed_file"));
    assertEquals(0L, value("select count(*) from access_token"));
    assertEquals(1L, value("select count(*) from group_member"));
    assertEquals(1L, value("select count(*) from incident where reporter_id = 1"));
    assertEquals(0L, value("select count(*) from service_ship where to_day is null"));
    assertEquals(
        1L, value("select count(*) from outbox_mail where recipient = 'Ada.Canary@a.example'"));
    // the chain is whole, and what is shown of it names a pseudonym
    assertTrue(AuditChain.verify(database.dataSource()).intact());
    assertEquals(
        0L,
        value(
            "select count(*) from audit_shown where (actor_name || object_ref || detail)"
                + " ilike '%canary%'"));
    assertEquals(2L, value("select count(*) from audit_shown where actor_name like 'Former%'"));
    assertEquals(
        "Former member: EDITOR, by Former member",
        value(
            "select object_ref || ': ' || detail from audit_shown where action = 'role.granted'"));
  }

  @Test
  void nothingIsErasedWithoutAProofNorTheLastAdministrator() {
    assertThrows(StepUpRequiredException.class, () -> erase(ADA, false));
    assertThrows(RefusedException.class, () -> erase(BOSS, true));
    assertEquals(0L, value("select count(*) from account where state = 'ENDED'"));
    database.sql("insert into account_role values (3, 'ADMINISTRATOR')");
    erase(BOSS, true);
    assertEquals("ENDED", value("select state from account where id = 2"));
  }

  @Test
  void whoHoldsNoRoleAnyMoreStillErasesThemselves() {
    erase(new Reader(1L, "Ada Canary", null, Set.of()), true);
    assertEquals("ENDED", value("select state from account where id = 1"));
    // the role is withheld from a session without a second factor; the last one stays all the same
    Reader withheld = new Reader(2L, BOSS.name(), null, Set.of());
    assertThrows(RefusedException.class, () -> erase(withheld, true));
    assertThrows(NotFoundException.class, () -> erase(Reader.VISITOR, true));
  }

  @Test
  void theFileHoldsEverythingOnThePersonAndNothingOfOthersOrSecret() {
    String held = ask(1).sections().toString();
    for (String wanted :
        new String[] {
          "Ada Canary",
          "+44 canary",
          "Tern",
          "Circle of Ada",
          "CSOA-2026-00001",
          "canary.pdf",
          "Dear Ada Canary",
          "profile.changed",
          "Map",
          "Bill of sale",
          "Yearbook",
          "2026-03-02"
        }) {
      assertTrue(held.contains(wanted), wanted);
    }
    for (String kept : new String[] {"secret", "hash", "Circle of Xenia", "Xenia"}) {
      assertFalse(held.contains(kept), kept);
    }
    assertFalse(ask(2).sections().toString().contains("Circle"));
  }

  @Test
  void theRulesOfMembershipRemoveWhatIsOver() {
    database.sql(
        "update application set purge_at = timestamptz '2026-11-22T19:00Z'",
        "insert into group_member (group_id, account_id, state, from_at, to_at) values"
            + " (2, 1, 'LEFT', now(), timestamptz '2024-01-01Z')",
        "insert into group_member (group_id, invited_mail, state, from_at) values"
            + " (2, 'old@a.example', 'INVITED', timestamptz '2026-01-01Z')");
    int removed =
        database.inTransaction(
            em -> {
              RetentionAsked asked = new RetentionAsked();
              new MemberHeld(new MemberDataRepository(em)).rules(asked);
              new ApplicationRule(applications(em)).rule(asked);
              int sum = 0;
              for (RetentionRule rule : asked.rules()) {
                sum += rule.remover() == null ? 0 : rule.remover().remove(CLOCK.instant());
              }
              return sum;
            });
    assertEquals(3, removed);
    assertEquals(0L, value("select count(*) from sealed_file"));
    assertEquals(1L, value("select count(*) from application_proof where removed_at is not null"));
    assertEquals(2L, value("select count(*) from group_member"));
  }

  private static ApplicationRetention applications(EntityManager em) {
    ApplicationRepository applications = new ApplicationRepository(em);
    return new ApplicationRetention(
        new JoinRepository(applications),
        applications,
        new SealedFiles(new SealedFileRepository(em), new SealKey(new Settings()), CLOCK),
        new AuditLog(em, CLOCK),
        CLOCK);
  }

  private static IncidentHeld incidents(EntityManager em) {
    SealedAnswers sealed = new SealedAnswers(MadeSeal.text());
    return new IncidentHeld(
        new IncidentHeldRepository(em),
        new IncidentVersionRepository(em, sealed),
        new ReportDraftRepository(em, sealed),
        new SealedAnswersRepository(em, sealed));
  }
}
