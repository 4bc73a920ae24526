package org.csoalliance.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.csoalliance.event.EventFilter;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventSummary;

/** The next dates for the home of a signed-in person, as that person may see them. */
@Named("nextEvents")
@RequestScoped
public class NextEventsBean {
  private static final int SHORT = 3;

  @Inject private EventListService events;
  @Inject private Clock clock;

  private List<EventSummary> next;

  /** At most three, the next first; drafts are left out. */
  public List<EventSummary> getNext() {
    if (next == null) {
      next =
          events.page(EventFilter.coming(clock.instant()), 2 * SHORT, null).items().stream()
              .filter(event -> event.status() != EventStatus.DRAFT)
              .limit(SHORT)
              .toList();
    }
    return next;
  }
}
