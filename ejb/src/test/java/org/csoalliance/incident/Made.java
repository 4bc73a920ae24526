package org.csoalliance.incident;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.ShipService;
import org.csoalliance.membership.ShipSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.file.MadeSeal;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;

/** People, companies and incidents for tests. */
final class Made {
  static final Reader MEMBER = new Reader(1L, "A. Member", 10L, Set.of(Role.MEMBER));
  static final Reader COLLEAGUE = new Reader(2L, "A. Deputy", 10L, Set.of(Role.MEMBER));
  static final Reader OTHER = new Reader(3L, "C. Member", 20L, Set.of(Role.MEMBER));
  static final Reader EDITOR = new Reader(4L, "B. Editor", null, Set.of(Role.EDITOR));
  static final Reader EDITOR2 = new Reader(5L, "F. Editor", null, Set.of(Role.EDITOR));

  private Made() {}

  static void people(Database database) {
    database.sql(
        "insert into company (id, name, sector) values (10, 'Northern Tankers', 'TANKER'),"
            + " (20, 'Southern Cruises', 'CRUISE')");
    for (Reader one : new Reader[] {MEMBER, COLLEAGUE, OTHER, EDITOR, EDITOR2}) {
      database.sql(
          "insert into account (id, email, email_key, name, company_id, created_at) values"
              + " (%1$d, '%1$d@demo.example', '%1$d@demo.example', '%2$s', %3$s, now())"
                  .formatted(one.accountId(), one.name(), one.companyId()));
    }
  }

  static CallerContext caller(Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return caller;
  }

  /** Makes incidents of all kinds spread over the world, CLEAR and confirmed; ids from 1,000 on. */
  static void many(Database database, int count) {
    database.sql(
        "insert into incident (id, reference, kind, status, severity, occurred_at,"
            + " occurred_precision, latitude, longitude, area, tlp, title, text, created_at,"
            + " updated_at) select 1000 + n, 'CSOA-2020-' || lpad(cast(n as text), 7, '0'),"
            + " (array['ROBBERY', 'ATTACK', 'OTHER'])[1 + n % 3], 'CONFIRMED', nullif(n % 5, 0),"
            + " timestamptz '2020-01-01Z' + (n / 3) * interval '1 hour', 'EXACT',"
            + " (n * 37 % 1800) / 10.0 - 90, (n * 53 % 3600) / 10.0 - 180, 'Area ' || n % 50,"
            + " 'CLEAR', 'Title ' || n, 'What happened in number ' || n, now(), now()"
            + " from generate_series(1, "
            + count
            + ") n");
    database.sql("analyze incident");
  }

  /** One incident of the member's company; the assignments come last and may change any column. */
  static void one(Database database, long id, String columns, String values) {
    database.sql(
        "insert into incident (id, reference, occurred_precision, occurred_at, title, text,"
            + " created_at, updated_at, kind, "
            + columns
            + ") values ("
            + id
            + ", 'CSOA-2026-"
            + id
            + "', 'EXACT', timestamptz '2026-11-01Z' + "
            + id
            + " * interval '1 second', 'Title', 'What happened', now(), now(), 'ROBBERY', "
            + values
            + ")");
  }

  /** Sealed with a key for tests. */
  static final SealedAnswers SEALED = new SealedAnswers(MadeSeal.text());

  static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  static ReportIncident report(UUID key) {
    return new ReportIncident(
        key,
        IncidentKind.ROBBERY,
        Instant.parse("2026-11-21T19:40:00Z"),
        OccurredPrecision.EXACT,
        480,
        new Position(1.2333, 104.05),
        "Singapore Strait, eastbound lane",
        "9074729",
        "",
        false,
        "",
        "Five men with knives were seen in the engine room. Spares are gone.",
        PersonsHarmed.NO,
        "",
        "",
        Tlp.GREEN,
        "+44 20 7946 0102");
  }

  static IncidentReportService reports(EntityManager em, Reader reader) {
    ShipService ships =
        new ShipService() {
          @Override
          public Optional<ShipSummary> byImo(ImoNumber imo) {
            return imo.digits().equals("9074729")
                ? Optional.of(
                    new ShipSummary("9074729", "Northern Kestrel", "Bulk carrier", "GB", 10L))
                : Optional.empty();
          }
        };
    return new IncidentReportService(
        new IncidentRepository(em),
        new IncidentVersionRepository(em, SEALED),
        new IncidentReviewRepository(em),
        ships,
        new AuditLog(em),
        caller(reader),
        CLOCK);
  }

  static IncidentVersionService versions(EntityManager em, Reader reader) {
    return versions(em, reader, new ArrayList<>());
  }

  static IncidentVersionService versions(EntityManager em, Reader reader, List<Object> fired) {
    return new IncidentVersionService(
        new IncidentRepository(em),
        new IncidentVersionRepository(em, SEALED),
        new IncidentReviewRepository(em),
        new AuditLog(em),
        events(fired),
        caller(reader),
        CLOCK);
  }

  static IncidentReviewService reviews(EntityManager em, Reader reader) {
    return new IncidentReviewService(
        new IncidentRepository(em),
        new IncidentReviewRepository(em),
        new AuditLog(em),
        caller(reader),
        CLOCK);
  }

  static IncidentConfirmationService judges(EntityManager em, Reader reader, List<Object> fired) {
    return new IncidentConfirmationService(
        new IncidentRepository(em),
        new IncidentReviewRepository(em),
        new AuditLog(em),
        events(fired),
        caller(reader),
        CLOCK);
  }

  @SuppressWarnings("unchecked")
  static Event<Object> events(List<Object> fired) {
    return (Event<Object>)
        Proxy.newProxyInstance(
            Made.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("fire")) {
                throw new UnsupportedOperationException(method.getName());
              }
              fired.add(arguments[0]);
              return null;
            });
  }

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
}
