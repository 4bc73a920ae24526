package org.csoalliance.web.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.event.EventProgramme;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventSummary;
import org.csoalliance.web.shared.Bundles;
import org.csoalliance.web.shared.Routes;

/** The words of the pages of events. */
@Named("eventWords")
@ApplicationScoped
public class EventWords {
  private static final Map<String, String> TEXTS = Bundles.read("event");

  @Inject private Clock clock;

  /**
   * A state in words with its look.
   *
   * @param look the badge's class: ok, warn, bad, open or empty
   */
  public record State(String words, String look) {}

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("eventText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text by its key; the key itself where it is missing. */
  static String text(String key) {
    return TEXTS.getOrDefault(key, key);
  }

  /** A text with places {0}, {1} filled in; numbers as they are. */
  public String fill(String key, Object... values) {
    Object[] words = Arrays.stream(values).map(String::valueOf).toArray();
    return new MessageFormat(text(key), Locale.ENGLISH).format(words);
  }

  /** A text for one and a text for many. */
  public String count(String key, long count) {
    return fill(key + (count == 1 ? ".one" : ".many"), String.format(Locale.ENGLISH, "%,d", count));
  }

  /** Whether events have a desk with an overview. */
  public boolean isDesk() {
    return Routes.match("/organiser/x").isPresent();
  }

  /** Where the event stands, with the state of its seats. */
  public State state(EventSummary event) {
    Instant now = clock.instant();
    if (event.status() == EventStatus.DRAFT || event.status() == EventStatus.CANCELLED) {
      return of(event.status().name(), event.status() == EventStatus.DRAFT ? "open" : "bad");
    }
    if (event.status() == EventStatus.HELD || !now.isBefore(event.endsAt())) {
      return of("HELD", "");
    }
    if (!now.isBefore(event.startsAt())) {
      return of("RUNNING", "ok");
    }
    if (event.closesAt() != null && !now.isBefore(event.closesAt())) {
      return of("CLOSED", "");
    }
    return state(
        event.status(),
        event.left(),
        event.waitingList(),
        event.opensAt() != null && now.isBefore(event.opensAt()) ? event.opensAt() : null,
        event.zone());
  }

  /** Where another event of the series stands. */
  public State state(EventProgramme.Sibling event) {
    return event.status() == EventStatus.CANCELLED
        ? of("CANCELLED", "bad")
        : state(
            event.status(),
            event.left(),
            true,
            event.opensAt() != null && clock.instant().isBefore(event.opensAt())
                ? event.opensAt()
                : null,
            event.zone());
  }

  private State state(EventStatus status, Integer left, boolean list, Instant opens, String zone) {
    if (!status.takesRegistrations()) {
      return of(status == EventStatus.HELD ? "HELD" : "CLOSED", "");
    }
    if (opens != null) {
      return new State(fill("state.OPENS", EventTime.day(opens, zone)), "open");
    }
    if (status == EventStatus.WAITLIST) {
      return of("WAITLIST", "warn");
    }
    if (left == null) {
      return of("OPEN", "ok");
    }
    return left > 0
        ? new State(count("state.LEFT", left), "ok")
        : of(list ? "FULL_WAIT" : "FULL", "warn");
  }

  private static State of(String key, String look) {
    return new State(text("state." + key), look);
  }
}
