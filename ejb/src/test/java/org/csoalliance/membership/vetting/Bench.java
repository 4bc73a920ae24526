package org.csoalliance.membership.vetting;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.CompanyRepository;
import org.csoalliance.membership.MembershipStart;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.membership.ShipRepository;
import org.csoalliance.membership.join.ApplicationLinks;
import org.csoalliance.membership.join.ApplicationRepository;
import org.csoalliance.membership.join.JoinRepository;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.file.SealKey;
import org.csoalliance.platform.file.SealedFileRepository;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;

/** Officers, applications and services for the tests of vetting. */
final class Bench {
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final Settings SETTINGS =
      new Settings(
          Map.of("alliance.seal.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")::get,
          name -> null);
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Bench() {}

  /** An account, such as an officer, with the company of the number or none. */
  static Reader person(Database database, String email, Role role, String companyImo) {
    String company =
        companyImo == null
            ? "null"
            : "(select id from company where imo_number = '" + companyImo + "')";
    long id =
        ((Number)
                database.value(
                    "insert into account (email, email_key, name, company_id, password_hash,"
                        + " created_at) values ('"
                        + email
                        + "', '"
                        + email
                        + "', 'Person "
                        + email
                        + "', "
                        + company
                        + ", 'x', now()) returning id"))
            .longValue();
    database.sql("insert into account_role values (" + id + ", '" + role + "')");
    Object companyId = database.value("select company_id from account where id = " + id);
    return new Reader(
        id,
        "Person " + email,
        companyId == null ? null : ((Number) companyId).longValue(),
        Set.of(role));
  }

  static void company(Database database, String imo, String domain) {
    database.sql(
        "insert into company (name, sector, imo_number, mail_domain) values ('Company "
            + imo
            + "', 'BULK', '"
            + imo
            + "', '"
            + domain
            + "')");
  }

  /** A submitted application of a new person at the domain, for the company of the number. */
  static String application(Database database, String domain, String companyImo, String... ships) {
    int number = NEXT.incrementAndGet();
    String reference = String.format("APP-2026-%05d", number);
    String email = "applicant" + number + "@" + domain;
    database.sql(
        "insert into application (reference, email, email_key, name, telephone, role, company_name,"
            + " company_imo, company_country, mail_domain, sector, state, created_at, submitted_at,"
            + " answer_by, accepted_at, code_version, privacy_version) values ('"
            + reference
            + "', '"
            + email
            + "', '"
            + email
            + "', 'G. Applicant', '+351 21 555 0199', 'PRIMARY', 'Company "
            + companyImo
            + "', '"
            + companyImo
            + "', 'PT', '"
            + domain
            + "', 'BULK', 'SUBMITTED', now(), '2026-11-20T10:00:00Z', '2026-11-27T23:59:59Z',"
            + " now(), '1', '1')");
    int position = 0;
    for (String ship : ships) {
      position++;
      database.sql(
          "insert into application_ship select id, '"
              + ship
              + "', 'Ship "
              + ship
              + "', 'BULK_CARRIER', 'PT', "
              + position
              + " from application where reference = '"
              + reference
              + "'");
    }
    return reference;
  }

  static CallerContext caller(Reader reader, boolean proved) {
    CallerContext caller = new CallerContext();
    caller.set(
        reader,
        new CallerContext.Proof(
            UUID.randomUUID(), proved ? NOW : NOW.minusSeconds(601), true, false),
        false);
    return caller;
  }

  static VettingDesk desk(EntityManager em, Reader reader, ApplicationRepository applications) {
    return new VettingDesk(
        applications,
        new VettingRepository(em),
        new SharedDomains(SETTINGS),
        caller(reader, true),
        CLOCK);
  }

  static SealedFiles files(EntityManager em) {
    return new SealedFiles(new SealedFileRepository(em), new SealKey(SETTINGS), CLOCK);
  }

  private static VettingMail mail(EntityManager em) {
    return new VettingMail(
        SETTINGS,
        new ApplicationLinks(new JoinRepository(new ApplicationRepository(em)), SETTINGS, CLOCK));
  }

  static VettingService vetting(EntityManager em, Reader reader) {
    ApplicationRepository applications = new ApplicationRepository(em);
    return new VettingService(
        desk(em, reader, applications),
        new VettingRepository(em),
        applications,
        files(em),
        mail(em),
        new Outbox(em, CLOCK),
        new AuditLog(em, CLOCK));
  }

  static VettingDecisionService decisions(EntityManager em, Reader reader) {
    return decisions(em, reader, new ApplicationRepository(em), true);
  }

  static VettingDecisionService decisions(
      EntityManager em, Reader reader, ApplicationRepository applications, boolean proved) {
    return new VettingDecisionService(
        desk(em, reader, applications),
        new VettingRepository(em),
        applications,
        new ActivationRepository(em),
        new MembershipStart(
            new AccountRepository(em),
            new CompanyRepository(em),
            new ShipRepository(em),
            new ServiceRepository(em),
            CLOCK),
        mail(em),
        new Outbox(em, CLOCK),
        new AuditLog(em, CLOCK),
        new StepUp(caller(reader, proved), CLOCK));
  }

  static VettingQueueService queue(EntityManager em, Reader reader) {
    return new VettingQueueService(
        new VettingQueueRepository(em), new SharedDomains(SETTINGS), caller(reader, true), CLOCK);
  }
}
