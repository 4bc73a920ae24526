package org.csoalliance.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.ShipService;
import org.csoalliance.membership.ShipSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoIncidentsIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void everyReaderFindsSomething() {
    Made.people(database);
    database.doInTransaction(
        em ->
            new DemoIncidents(new IncidentRepository(em), ships(), people(), new AuditLog(em))
                .create(new DemonstrationStarted(Made.NOW)));
    database.doInTransaction(
        em ->
            new DemoLongReports(
                    new IncidentRepository(em),
                    new IncidentVersionRepository(em, Made.SEALED),
                    new IncidentReviewRepository(em),
                    people(),
                    new AuditLog(em))
                .create(new DemonstrationStarted(Made.NOW)));
    assertTrue((Long) database.value("select count(*) from incident") >= 44);
    assertEquals(5L, database.value("select count(*) from incident_version"));
    assertEquals(
        "MINOR NEW_VERSION",
        database.value(
            "select string_agg(reasons[1], ' ' order by reasons[1]) from incident_review"));
    assertTrue((Long) database.value("select count(*) from incident where blur_nm >= 15") > 0);
    assertTrue(
        (Long) database.value("select count(*) from incident where attribution = 'ANONYMOUS'") > 0);
    assertEquals(1L, database.value("select count(*) from incident_version where personal"));
    assertEquals(
        0L,
        database.value(
            "select count(*) from incident where updated_at > '%s'".formatted(Made.NOW)));
    assertTrue(
        (Long)
                database.value(
                    "select count(*) from incident where status = 'CONFIRMED' and tlp = 'CLEAR'"
                        + " and occurred_at > timestamptz '%s' - interval '30 days'"
                            .formatted(Made.NOW))
            >= 10);
    for (String status : new String[] {"REPORTED", "DISPUTED", "WITHDRAWN"}) {
      assertTrue(
          (Long) database.value("select count(*) from incident where status = '" + status + "'")
              > 0);
    }
    assertEquals(5L, database.value("select count(distinct tlp) from incident"));
    assertEquals(
        (long) IncidentKind.values().length,
        database.value("select count(distinct kind) from incident"));
    assertEquals(
        0L,
        database.value(
            "select count(*) from incident i where (select h.to_status from incident_status_change"
                + " h where h.incident_id = i.id order by h.at desc, h.id desc limit 1) <> status"));
  }

  private static ShipService ships() {
    return new ShipService() {
      @Override
      public Optional<ShipSummary> byImo(ImoNumber imo) {
        return Optional.empty();
      }
    };
  }

  private static DemoPeople people() {
    return new DemoPeople(null) {
      @Override
      public Reader person(String person) {
        return switch (person) {
          case "member" -> Made.MEMBER;
          case "deputy" -> Made.COLLEAGUE;
          case "cruise" -> Made.OTHER;
          case "partner" -> new Reader(3L, "E. Partner", null, Set.of(Role.PARTNER));
          case "editor" -> Made.EDITOR;
          case "editor2" -> Made.EDITOR2;
          default -> throw new IllegalStateException(person);
        };
      }
    };
  }
}
