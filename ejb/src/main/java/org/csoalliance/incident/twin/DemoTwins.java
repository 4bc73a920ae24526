package org.csoalliance.incident.twin;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;
import org.csoalliance.incident.DemoLongReports;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.platform.settings.DemonstrationStarted;

/** One event of a demonstration with two accounts. */
@Dependent
public class DemoTwins {
  private static final String FIRST = "Skiff tried to hook on, ladder fell into the sea";

  private TwinRepository twins;
  private DemoPeople people;

  /** For CDI. */
  protected DemoTwins() {}

  /** Writes through the given repository. */
  @Inject
  public DemoTwins(TwinRepository twins, DemoPeople people) {
    this.twins = twins;
    this.people = people;
  }

  /** Merges the second account into the first, after both were made. */
  public void create(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 800) DemonstrationStarted started) {
    Optional<TwinRepository.Row> first = twins.titled(FIRST);
    Optional<TwinRepository.Row> second = twins.titled(DemoLongReports.SECOND_ACCOUNT);
    if (first.isPresent() && second.isPresent()) {
      twins.merge(
          first.get(),
          second.get(),
          "The same skiff, seen from the warship and from a ship astern.",
          people.person("editor2"),
          started.at().minus(Duration.ofDays(6)));
    }
  }
}
