package org.csoalliance.event.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever is asked for, at the end of a line or in it, stands where the whole line says. */
class WaitingPlacesIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeEach
  void lines() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    MadeMembers.account(database, 1, null, Role.ORGANISER);
    for (long event : new long[] {1000, 2000}) {
      MadeEvents.open(database, event, 1, 2);
      // some were drawn, some stand first for a reason, some came at the same moment, some are in
      database.sql(
          "insert into registration (id, event_id, mode, name, mail, mail_key, state, joined_at,"
              + " drawn, priority, created_at, updated_at) select %1$d + n, %1$d, 'IN_PERSON',"
                  .formatted(event)
              + " 'Name ' || n, 'm' || n || '@test.example', 'm' || n || '@test.example', case when"
              + " n % 10 = 0 then 'ACCEPTED' else 'WAITLISTED' end, timestamptz"
              + " '2026-11-01T00:00Z' + (n / 3) * interval '1 minute', case when n < 100 then 100 -"
              + " n end, case when n % 50 = 7 then 5 else 0 end, now(), now() from"
              + " generate_series(1, 300) n");
    }
  }

  private static Map<Long, Integer> expected(long event) {
    Map<Long, Integer> places = new HashMap<>();
    List<Row> line =
        rows(event).stream()
            .filter(row -> row.state() == RegistrationState.WAITLISTED)
            .sorted(
                java.util.Comparator.comparingInt((Row row) -> -row.priority())
                    .thenComparingLong(row -> row.id() - event < 100 ? event - row.id() : 1_000)
                    .thenComparing(Row::joinedAt)
                    .thenComparingLong(Row::id))
            .toList();
    line.forEach(row -> places.put(row.id(), places.size() + 1));
    return places;
  }

  private static List<Row> rows(long event) {
    return database.inTransaction(em -> new RegistrationRepository(em).all(event));
  }

  private static Map<Long, Integer> places(List<Row> rows) {
    return database.inTransaction(em -> new WaitingRepository(em).positions(rows));
  }

  @Test
  void everybodyHasOnePlace() {
    Map<Long, Integer> all = expected(1000);
    assertEquals(270, all.size());
    assertEquals(all, places(rows(1000)));
  }

  @Test
  void theLastAndOneInTheMiddleOfTwoLines() {
    Map<Long, Integer> first = expected(1000);
    Map<Long, Integer> second = expected(2000);
    List<Row> asked = new java.util.ArrayList<>(rows(1000).subList(280, 300));
    asked.add(rows(1000).get(4));
    asked.addAll(rows(2000).subList(0, 3));
    Map<Long, Integer> told = places(asked);
    for (Row row : asked) {
      assertEquals(
          row.eventId() == 1000 ? first.get(row.id()) : second.get(row.id()),
          told.get(row.id()),
          () -> "registration " + row.id());
    }
  }
}
