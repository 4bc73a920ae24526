package org.csoalliance.incident.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.SharingWorld;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Alerts and digests reach who may read the incident by the rule, and are a channel of the sharing
 * policy.
 */
class AlertSharingIT {
  private static final Pattern REFERENCE = Pattern.compile("CSOA-2026-([0-9]+)");

  @RegisterExtension static final Database database = new Database();

  private static SharingWorld world;

  @BeforeAll
  static void world() {
    world = SharingWorld.in(database);
  }

  /**
   * Everything is queued for everybody: what a digest tells, and whether there is one, is decided
   * when it is written. Who may not watch waters, or may no longer, gets none, whatever the label.
   */
  @Test
  void aDigestTellsWhatItsReaderMayReadAndNothingRed() {
    Alerts alerts = new Alerts(database);
    // a mail tells of forty at most
    for (int first = 1; first <= world.things().size(); first += 40) {
      database.sql(
          "insert into alert_delivery (account_id, what, incident_id, urgent, digest, queued_at,"
              + " due_at) select a.id, 'CONFIRMED', i.id, false, true, timestamptz '2020-01-01Z',"
              + " timestamptz '2020-01-01Z' from account a, incident i where i.id between "
              + first
              + " and "
              + (first + 39));
      alerts.mail();
    }
    assertEquals(
        0L, database.value("select count(*) from alert_delivery where state = 'QUEUED'"), "all");
    Set<Integer> sizes = new TreeSet<>();
    world
        .people()
        .forEach(
            (name, reader) -> {
              boolean account = !name.equals("visitor");
              Set<Long> expected =
                  account && SharingWorld.mailed(reader)
                      ? world.expected(reader, IncidentStatus.CONFIRMED)
                      : new TreeSet<>();
              expected.removeIf(id -> world.things().get((int) (id - 1)).shared().tlp() == Tlp.RED);
              Object bodies =
                  database.value(
                      "select coalesce(string_agg(subject || ' ' || body, ' '), '') from outbox_mail"
                          + " where recipient = '%s@demo.example'".formatted(name));
              Set<Long> told = new TreeSet<>();
              REFERENCE
                  .matcher(bodies.toString())
                  .results()
                  .forEach(found -> told.add(Long.valueOf(found.group(1))));
              assertEquals(expected, told, () -> "digest of " + name);
              sizes.add(told.size());
            });
    assertTrue(sizes.size() > 3, () -> "people are not told apart: " + sizes);
  }

  @Test
  void matchedRecipientsReadWhatTheRuleLetsThemRead() {
    for (SharingWorld.Thing thing : world.things()) {
      Set<String> expected = new TreeSet<>();
      world
          .people()
          .forEach(
              (name, reader) -> {
                if (SharingWorld.mailed(reader) && SharingPolicy.mayRead(reader, thing.shared())) {
                  expected.add(name + "@demo.example");
                }
              });
      Set<String> found = new TreeSet<>();
      database.inTransaction(
          em -> {
            AlertRepository alerts = new AlertRepository(em);
            AlertedIncident incident = alerts.incidents(List.of(thing.id())).get(thing.id());
            List<Long> readers =
                alerts.watching(incident).stream()
                    .filter(to -> SharingPolicy.mayRead(to.reader(), incident.shared()))
                    .map(to -> to.reader().accountId())
                    .toList();
            alerts.recipients(readers).values().forEach(to -> found.add(to.email()));
            return null;
          });
      assertEquals(expected, found, thing::toString);
    }
  }
}
