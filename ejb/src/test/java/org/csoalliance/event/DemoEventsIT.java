package org.csoalliance.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemoEventsIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void theYearsOfHistoryAndWhatComes() {
    database.sql("truncate account, company, event cascade");
    Reader organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    Reader member = MadeMembers.account(database, 2, null, Role.MEMBER);
    database.doInTransaction(
        em ->
            new DemoEvents(
                    new EventRepository(em),
                    new EventSessionRepository(em),
                    people(organiser),
                    new AuditLog(em))
                .create(new DemonstrationStarted(MadeEvents.NOW)));
    EventFacets facets =
        database.inTransaction(
            em -> new EventListRepository(em).facets(Reader.VISITOR, MadeEvents.NOW));
    assertEquals(List.of(2019, 2018), List.copyOf(facets.years().keySet()));
    assertEquals(4, facets.years().get(2019));
    List<EventSummary> visitors =
        database.inTransaction(
            em ->
                new EventListRepository(em)
                    .page(EventFilter.coming(MadeEvents.NOW), Reader.VISITOR, null, 50));
    assertFalse(visitors.isEmpty());
    assertTrue(visitors.stream().noneMatch(one -> one.audience() == EventAudience.MEMBERS));
    EventDetail rotterdam =
        database.inTransaction(
            em ->
                new EventListRepository(em)
                    .find("port-crime-workshop-rotterdam", member, MadeEvents.NOW)
                    .orElseThrow());
    assertEquals(7, rotterdam.programme().sessions().size());
    assertEquals("Singapore", rotterdam.programme().siblings().get(0).city());
    assertEquals(
        Instant.parse("2026-12-10T07:30:00Z"),
        rotterdam.programme().sessions().get(0).startsAt(),
        "by the clock of the place");
  }

  private static DemoPeople people(Reader organiser) {
    return new DemoPeople(null) {
      @Override
      public Reader person(String person) {
        return organiser;
      }
    };
  }
}
