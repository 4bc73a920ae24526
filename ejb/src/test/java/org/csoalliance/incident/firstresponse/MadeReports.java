package org.csoalliance.incident.firstresponse;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;

/** People, incidents and reports for tests. */
final class MadeReports {
  static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  static final Reader EDITOR = new Reader(4L, "B. Editor", null, Set.of(Role.EDITOR));
  static final Reader EDITOR2 = new Reader(5L, "F. Editor", null, Set.of(Role.EDITOR));
  static final Reader MEMBER = new Reader(3L, "C. Member", 20L, Set.of(Role.MEMBER));

  private MadeReports() {}

  /** Two editors, a reporter, and an incident of each label: CSOA-2026-1 is RED to 5, CLEAR. */
  static void people(Database database) {
    database.sql(
        "insert into company (id, name, sector) values (10, 'Northern Tankers', 'TANKER'),"
            + " (20, 'Southern Cruises', 'CRUISE')");
    for (Reader one :
        List.of(new Reader(1L, "A. Member", 10L, Set.of()), MEMBER, EDITOR, EDITOR2)) {
      database.sql(
          "insert into account (id, email, email_key, name, company_id, created_at) values"
              + " (%1$d, '%1$d@demo.example', '%1$d@demo.example', '%2$s', %3$s, now())"
                  .formatted(one.accountId(), one.name(), one.companyId()));
    }
    for (Tlp tlp : Tlp.values()) {
      database.sql(
          ("insert into incident (id, reference, kind, status, severity, occurred_at,"
                  + " occurred_precision, latitude, longitude, area, tlp, title, text, ship_name,"
                  + " ship_imo, reporter_id, company_id, created_at, updated_at) values (%1$d,"
                  + " 'CSOA-2026-%1$d', 'KIDNAP', 'CONFIRMED', 1, timestamptz"
                  + " '2026-11-22 10:00Z', 'EXACT', 1.8, 3.2, 'Gulf of Guinea', '%2$s',"
                  + " 'Three crew taken by %2$s men', 'Nine armed men in two skiffs boarded the"
                  + " drifting ship over the starboard quarter and took three of the crew.',"
                  + " 'Northern Kestrel', '9074729', 1, 10, now(), now())")
              .formatted(tlp.ordinal() + 1, tlp.name()));
    }
  }

  static String reference(Tlp tlp) {
    return "CSOA-2026-" + (tlp.ordinal() + 1);
  }

  static Content content(Audience audience, Tlp tlp, Block... blocks) {
    return new Content(
        "Three crew taken in the Gulf of Guinea",
        IncidentKind.KIDNAP,
        1,
        Instant.parse("2026-11-22T10:00:00Z"),
        OccurredPrecision.HOUR,
        new Position(2, 3),
        "Gulf of Guinea",
        audience,
        tlp,
        List.of(blocks));
  }

  static Block block(Part part, Audience audience, String text) {
    Instant at = part == Part.UPDATE ? Instant.parse("2026-11-22T12:00:00Z") : null;
    return new Block(part, at, audience, text);
  }

  static CallerContext caller(Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return caller;
  }

  static FirstResponseDraftService drafts(EntityManager em, Reader reader) {
    return new FirstResponseDraftService(
        new FirstResponseRepository(em), new AuditLog(em), caller(reader), CLOCK);
  }

  static FirstResponseService reports(EntityManager em, Reader reader, List<Object> fired) {
    return new FirstResponseService(
        new FirstResponseRepository(em), new AuditLog(em), events(fired), caller(reader), CLOCK);
  }

  static FirstResponseListService list(EntityManager em, Reader reader) {
    return new FirstResponseListService(
        new FirstResponseListRepository(em), new FirstResponseSearchRepository(em), caller(reader));
  }

  @SuppressWarnings("unchecked")
  private static Event<Object> events(List<Object> fired) {
    return (Event<Object>)
        Proxy.newProxyInstance(
            MadeReports.class.getClassLoader(),
            new Class<?>[] {Event.class},
            (proxy, method, arguments) -> fired.add(arguments[0]) ? null : null);
  }

  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
}
