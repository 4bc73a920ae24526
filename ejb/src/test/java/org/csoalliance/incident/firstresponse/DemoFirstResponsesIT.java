package org.csoalliance.incident.firstresponse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoFirstResponsesIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void oneOfHistoryAndOneThatStandsOnAMadeUpIncident() {
    MadeReports.people(database);
    database.sql(
        "update incident set title = 'Three crew taken from a bulk carrier' where id = "
            + (Tlp.AMBER.ordinal() + 1));
    database.doInTransaction(
        em ->
            new DemoFirstResponses(new FirstResponseRepository(em), people(), new AuditLog(em))
                .create(new DemonstrationStarted(MadeReports.NOW)));
    List<ReportLine> lines =
        database.inTransaction(em -> MadeReports.list(em, Reader.VISITOR).newest(null, 10));
    assertEquals(
        List.of("FRR-2026-001", "FRR-2019-001"),
        lines.stream().map(ReportLine::reference).toList());
    assertEquals(Instant.parse("2019-07-20T09:00:00Z"), lines.get(1).publishedAt());
    Report made =
        database.inTransaction(
            em -> MadeReports.list(em, Reader.VISITOR).view("FRR-2026-001", null));
    assertTrue(made.more(), "members read more of it");
    assertTrue(made.incidents().isEmpty(), "the incident behind it is not public");
    List<SourceFacts> sources =
        database.inTransaction(em -> new FirstResponseRepository(em).sources(made.id()));
    assertEquals(1, sources.size());
    assertEquals(
        java.util.Map.of(),
        Checklist.refusals(made.content(), "", sources),
        "what the public reads does not repeat the report of members");
    assertFalse(made.content().blocks().isEmpty());
    assertEquals(0L, database.value("select count(*) from outbox_mail"));
  }

  private static DemoPeople people() {
    return new DemoPeople(null) {
      @Override
      public Reader person(String person) {
        return MadeReports.EDITOR;
      }
    };
  }
}
