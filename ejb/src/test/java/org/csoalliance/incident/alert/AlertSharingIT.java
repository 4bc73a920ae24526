package org.csoalliance.incident.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.incident.SharingWorld;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alerts reach who may read the incident by the rule, and are a channel of the sharing policy. */
class AlertSharingIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void matchedRecipientsReadWhatTheRuleLetsThemRead() {
    SharingWorld world = SharingWorld.in(database);
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
