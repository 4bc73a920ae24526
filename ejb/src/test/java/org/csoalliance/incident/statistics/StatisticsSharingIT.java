package org.csoalliance.incident.statistics;

import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.SharingWorld;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures count what the rule in code lets the reader read. */
class StatisticsSharingIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void figuresCountWhatIsRead() {
    SharingWorld world = SharingWorld.in(database);
    for (StatisticsRepository.By by : StatisticsRepository.By.values()) {
      world.checkCount(
          "statistics by " + by,
          (em, reader) ->
              new StatisticsRepository(em)
                  .counts(IncidentFilter.ALL, reader).stream()
                      .filter(counted -> counted.by() == by)
                      .mapToLong(counted -> counted.tally().n())
                      .sum());
    }
  }
}
