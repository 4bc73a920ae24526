package org.csoalliance.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IncidentQueueServiceIT {
  @RegisterExtension static final Database database = new Database();

  private static EditorQueue queue(EditorQueue.View view) {
    return database.inTransaction(
        em ->
            new IncidentQueueService(
                    new IncidentQueueRepository(em), Clock.fixed(Made.NOW, ZoneOffset.UTC))
                .queue(view));
  }

  private static List<Long> ids(EditorQueue.View view) {
    return queue(view).items().stream().map(entry -> entry.summary().id()).toList();
  }

  @Test
  void gravestFirstAndOfEqualsTheOldest() {
    Made.people(database);
    Made.many(database, 70);
    String columns = "status, tlp, company_id, reporter_id, persons_harmed, contact";
    for (int id = 1; id <= 4; id++) {
      Made.one(
          database,
          id,
          columns,
          "'REPORTED', 'RED', 10, 1, '%s', 'agent'".formatted(id == 3 ? "YES" : "NO"));
    }
    Made.one(database, 5, columns, "'DISPUTED', 'GREEN', 10, 1, 'NO', ''");
    Made.one(
        database, 6, columns + ", source", "'REPORTED', 'CLEAR', null, null, 'NO', '', 'NGA_ASAM'");
    database.sql(
        "update incident set created_at = timestamptz '2026-11-22T12:00:00Z' + id * interval '2"
            + " hours' where id < 10",
        "update incident set kind = 'KIDNAP' where id = 4",
        "insert into incident_status_change (incident_id, at, from_status, to_status, reason,"
            + " actor_name) values (5, '2026-11-22T01:00:00Z', 'REPORTED', 'DISPUTED', 'Why', 'E')");

    assertEquals(List.of(3L, 4L, 1L, 2L), ids(EditorQueue.View.TO_CHECK));
    assertEquals(List.of(5L), ids(EditorQueue.View.DISPUTED));
    assertEquals(List.of(5L), ids(EditorQueue.View.DONE_TODAY));
    EditorQueue queue = queue(EditorQueue.View.TO_CHECK);
    assertEquals(4, queue.toCheck());
    assertEquals(1, queue.disputed());
    assertEquals(1, queue.doneToday());
    assertEquals(1, queue.overdue());
    assertEquals("Northern Tankers", queue.items().get(0).companyName());
    assertEquals("A. Member", queue.items().get(0).reporterName());
    assertEquals("agent", queue.items().get(0).contact());
    database.sql("update incident set status = 'CONFIRMED' where status = 'DISPUTED'");
    EditorQueue none = queue(EditorQueue.View.DISPUTED);
    assertEquals(List.of(), none.items());
    assertEquals(4, none.toCheck(), "an empty view has its counts all the same");
    List<EditorQueue> kept = new ArrayList<>();
    assertEquals(1, database.statements(() -> kept.add(queue(EditorQueue.View.TO_CHECK))).size());
  }
}
