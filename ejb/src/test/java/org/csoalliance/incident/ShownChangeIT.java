package org.csoalliance.incident;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of an anonymous report the day of its last change is told, on every channel of the list. */
class ShownChangeIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeAll
  static void reports() {
    String made =
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision, tlp,"
            + " title, text, source, attribution, version, created_at, updated_at) values (%d,"
            + " 'CSOA-2026-0000%1$d', 'ROBBERY', 'CONFIRMED', timestamptz '2026-11-19Z', 'DAY',"
            + " 'CLEAR', 'T', 'X', 'MEMBER', '%s', 3, timestamptz '2026-11-20T09:00Z',"
            + " timestamptz '2026-11-20T%s:45:07.123456Z')";
    database.sql(
        made.formatted(1, "NAMED", "11"),
        made.formatted(2, "ANONYMOUS", "13"),
        made.formatted(3, "NAMED", "15"));
  }

  private static List<IncidentSummary> read(Reader reader, List<String> cursors) {
    List<IncidentSummary> read = new ArrayList<>();
    database.doInTransaction(
        em -> {
          IncidentListService service =
              new IncidentListService(
                  new IncidentListRepository(em, database.dataSource()), Made.caller(reader));
          IncidentFilter updated = IncidentFilter.parse(Map.of("sort", List.of("updated")));
          String cursor = null;
          do {
            IncidentPage page = service.page(updated, 1, cursor, false);
            read.addAll(page.items());
            cursor = page.next();
            if (cursor != null) {
              cursors.add(new String(Base64.getUrlDecoder().decode(cursor), US_ASCII));
            }
          } while (cursor != null);
        });
    return read;
  }

  @Test
  void theHourIsNeitherShownNorOrderedByNorInACursor() {
    List<String> cursors = new ArrayList<>();
    List<IncidentSummary> read = read(Reader.VISITOR, cursors);
    assertEquals(List.of(3L, 1L, 2L), read.stream().map(IncidentSummary::id).toList());
    assertEquals(Instant.parse("2026-11-20T15:45:07.123456Z"), read.get(0).updatedAt());
    assertEquals(Instant.parse("2026-11-20T00:00:00.003Z"), read.get(2).updatedAt());
    String exact = String.valueOf(Instant.parse("2026-11-20T13:45:07Z").getEpochSecond());
    cursors.forEach(cursor -> assertFalse(cursor.contains(exact), cursor));
  }

  @Test
  void aFurtherChangeOfTheDayIsNoticed() {
    List<IncidentSummary> before = read(Reader.VISITOR, new ArrayList<>());
    database.sql(
        "update incident set version = 4, updated_at = timestamptz '2026-11-20T23:00Z'"
            + " where id = 2");
    List<IncidentSummary> after = read(Reader.VISITOR, new ArrayList<>());
    assertEquals(before.get(2).updatedAt().plusMillis(1), after.get(2).updatedAt());
    database.sql(
        "update incident set version = 3, updated_at = timestamptz '2026-11-20T13:45:07Z'"
            + " where id = 2");
  }
}
