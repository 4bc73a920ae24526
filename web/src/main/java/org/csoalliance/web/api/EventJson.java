package org.csoalliance.web.api;

import static org.csoalliance.web.api.JsonText.constant;
import static org.csoalliance.web.api.JsonText.number;
import static org.csoalliance.web.api.JsonText.text;
import static org.csoalliance.web.api.JsonText.time;

import jakarta.json.stream.JsonGenerator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventFilter;
import org.csoalliance.event.EventPage;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventSummary;
import org.csoalliance.event.registration.Registered;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.text.PlainText;

/** Writes events and registrations as JSON. */
final class EventJson {
  private static final int LIMIT = 25;

  private final Links links;
  private final Map<String, String> tokens;

  /** Writes no tickets. */
  EventJson(Links links) {
    this(links, Map.of());
  }

  /**
   * @param tokens what the pictures of tickets say, by the number of the ticket
   */
  EventJson(Links links, Map<String, String> tokens) {
    this.links = links;
    this.tokens = tokens;
  }

  /** What the query asks for. */
  static EventFilter filter(String text, String past, Instant now) {
    boolean over = "true".equals(past);
    if (past != null && !over && !"false".equals(past)) {
      throw new InvalidException("past", "Write true or false.");
    }
    EventFilter all = over ? EventFilter.past(now) : EventFilter.coming(now);
    return all.words(text);
  }

  /**
   * The same narrowed by time, series, city and way to take part; each may be missing.
   *
   * @throws InvalidException with a sentence for each that cannot be read
   */
  static EventFilter narrowed(
      EventFilter all, String from, String to, String series, String city, String mode) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Instant first = moment("from", from, wrong);
    Instant last = moment("to", to, wrong);
    AttendanceMode by = null;
    if (given(mode) != null) {
      by =
          Stream.of(AttendanceMode.IN_PERSON, AttendanceMode.REMOTE)
              .filter(one -> one.name().equals(mode.strip()))
              .findFirst()
              .orElse(null);
      if (by == null) {
        wrong.put("mode", "Write IN_PERSON or REMOTE. Events that are both are found by either.");
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return all.narrowed(first, last, given(series), given(city), by);
  }

  private static String given(String text) {
    String line = PlainText.line(text, 200);
    return line.isEmpty() ? null : line;
  }

  private static Instant moment(String name, String text, Map<String, String> wrong) {
    if (given(text) == null) {
      return null;
    }
    try {
      // a plus in an address that was not escaped arrives as a blank
      String plus = text.strip().replace(' ', '+').toUpperCase(Locale.ROOT);
      OffsetDateTime at = OffsetDateTime.parse(plus);
      if (at.getYear() >= 1900 && at.getYear() <= 2200) {
        return at.toInstant();
      }
    } catch (DateTimeException none) {
      // told below
    }
    wrong.put(name, "Write the time as RFC 3339 has it, such as 2027-01-20T09:00:00Z.");
    return null;
  }

  /** How many on a page. */
  static int limit(String limit) {
    if (limit == null || limit.isBlank()) {
      return LIMIT;
    }
    return limit.strip().matches("[0-9]{1,5}") ? Integer.parseInt(limit.strip()) : 0;
  }

  /** The number of a registration in an address; whatever is none is not found. */
  static long registrationNumber(String id) {
    if (!id.matches("[0-9]{1,18}")) {
      throw new NotFoundException("There is no such registration.");
    }
    return Long.parseLong(id);
  }

  /** A page of the list. */
  void page(JsonGenerator json, EventPage page) {
    json.writeStartObject();
    json.writeStartArray("items");
    for (EventSummary event : page.items()) {
      json.writeStartObject();
      summary(json, event);
      json.writeEnd();
    }
    json.writeEnd();
    text(json, "next", page.next());
    json.writeEnd();
  }

  /** One event. */
  void detail(JsonGenerator json, EventDetail event) {
    json.writeStartObject();
    summary(json, event.summary());
    text(json, "text", event.text());
    text(json, "organisers", event.organisers());
    text(json, "venue", event.venue());
    text(json, "languages", event.languages());
    constant(json, "rule", event.rule());
    json.write("approval", event.approval());
    number(json, "company_cap", event.companyCap());
    time(json, "closes_at", event.closesAt());
    time(json, "cancel_until", event.cancelUntil());
    json.write("waiting", event.waiting());
    json.writeStartArray("quotas");
    for (EventQuota quota : event.quotas()) {
      json.writeStartObject();
      json.write("id", quota.id());
      constant(json, "kind", quota.kind());
      text(json, "name", quota.name());
      number(json, "capacity", quota.capacity());
      number(json, "left", quota.left());
      json.writeEnd();
    }
    json.writeEnd();
    if (event.mine() != null) {
      json.writeStartObject("mine");
      json.write("id", event.mine().id());
      text(json, "state", event.mine().state());
      number(json, "position", event.mine().position());
      time(json, "offer_until", event.mine().offerUntil());
      text(json, "ticket", token(event.mine().ticket()));
      json.writeEnd();
    }
    json.writeEnd();
  }

  /** What became of a registration. */
  void registration(JsonGenerator json, Registered one) {
    json.writeStartObject();
    json.write("id", one.id());
    constant(json, "state", one.state());
    number(json, "position", one.position());
    time(json, "offer_until", one.offerUntil());
    text(json, "ticket", token(one.ticket()));
    text(json, "name", one.name());
    text(json, "mail", one.mail());
    text(json, "company", one.company());
    time(json, "joined_at", one.joinedAt());
    json.writeEnd();
  }

  /** All registrations of an event; there is no second page. */
  void registrations(JsonGenerator json, List<Registered> all) {
    json.writeStartObject();
    json.writeStartArray("items");
    all.forEach(one -> registration(json, one));
    json.writeEnd();
    json.writeEnd();
  }

  private String token(String ticket) {
    return ticket == null ? null : tokens.get(ticket);
  }

  private void summary(JsonGenerator json, EventSummary event) {
    json.write("slug", event.slug());
    json.write("title", event.title());
    text(json, "series", event.series());
    text(json, "summary", event.summary());
    text(json, "city", event.city());
    time(json, "starts_at", event.startsAt());
    time(json, "ends_at", event.endsAt());
    text(json, "zone", event.zone());
    constant(json, "mode", event.mode());
    constant(json, "audience", event.audience());
    constant(json, "status", event.status());
    number(json, "capacity", event.capacity());
    number(json, "left", event.left());
    time(json, "updated_at", event.updatedAt());
    json.writeStartObject("links");
    json.write("self", links.event(event.slug()));
    json.writeEnd();
  }
}
