package org.csoalliance.web.event;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventSummary;

/**
 * The next public dates for the rail of the home page. The answer is the same for every reader, so
 * it is kept for five seconds; when it cannot be read the page stays up without it.
 */
@Named("publicEvents")
@ApplicationScoped
public class PublicEvents {
  private static final Logger LOG = Logger.getLogger(PublicEvents.class.getName());
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final int SHORT = 3;

  private record Kept(Instant at, List<EventSummary> events) {}

  @Inject private EventListService events;
  @Inject private Clock clock;

  private volatile Kept kept;

  /** At most three, the next first. */
  public List<EventSummary> getNext() {
    Kept now = kept;
    Instant at = clock.instant();
    if (now == null || now.at().plus(KEPT).isBefore(at)) {
      now = new Kept(at, read());
      kept = now;
    }
    return now.events();
  }

  private List<EventSummary> read() {
    try {
      return events.ofThePublic(SHORT);
    } catch (EJBException failed) {
      LOG.log(Level.WARNING, "The home page is shown without dates.", failed);
      return List.of();
    }
  }
}
