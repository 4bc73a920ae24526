package org.csoalliance.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** Reads events. Anyone may call it: each answer holds what the caller may see. */
@Stateless
@PermitAll
public class EventListService {
  @Inject private EventListRepository events;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public EventListService() {}

  /** For tests. */
  public EventListService(EventListRepository events, CallerContext caller, Clock clock) {
    this.events = events;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * One page: one statement.
   *
   * @param limit 1 to 1,000
   * @param cursor from an earlier page of the same filter; null or blank: the first page
   * @throws InvalidException when the cursor is none of ours, or the limit is out of bounds
   */
  public EventPage page(EventFilter filter, int limit, String cursor) {
    if (limit < 1 || limit > 1000) {
      throw new InvalidException("limit", "The limit must be a whole number from 1 to 1000.");
    }
    List<EventSummary> rows =
        events.page(
            filter,
            caller.reader(),
            cursor == null || cursor.isBlank() ? null : decode(cursor),
            limit + 1);
    if (rows.size() <= limit) {
      return new EventPage(rows, null);
    }
    EventSummary last = rows.get(limit - 1);
    String next = last.startsAt() + " " + last.id();
    return new EventPage(
        rows.subList(0, limit),
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(next.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The page of one event: one statement.
   *
   * @throws NotFoundException when there is none, or the caller may not see it
   */
  public EventDetail detail(String slug) {
    return events
        .find(slug == null ? "" : slug, caller.reader(), clock.instant())
        .orElseThrow(() -> new NotFoundException("There is no such event, or you may not see it."));
  }

  /** What the list can be narrowed by, of what the caller may see: one statement. */
  public EventFacets facets() {
    return events.facets(caller.reader(), clock.instant());
  }

  /**
   * What comes next of what everybody may see, whoever asks: one statement.
   *
   * @param most how many, 1 to 20
   */
  public List<EventSummary> ofThePublic(int most) {
    return events.page(
        EventFilter.coming(clock.instant()), Reader.VISITOR, null, Math.min(most, 20));
  }

  /**
   * What everybody may see of a time, whoever asks, the last first: one statement. For the rail of
   * an archive.
   *
   * @param most how many, 1 to 20
   */
  public List<EventSummary> ofThePublic(Instant from, Instant to, int most) {
    EventFilter filter = new EventFilter(from, to, null, null, null, null, true);
    return events.page(filter, Reader.VISITOR, null, Math.min(most, 20));
  }

  private static EventListRepository.After decode(String cursor) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
      return new EventListRepository.After(Instant.parse(parts[0]), Long.parseLong(parts[1]));
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException wrong) {
      throw new InvalidException(
          "cursor", "This cursor is not one of ours. Start at the first page.");
    }
  }
}
