package org.csoalliance.web.api;

import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.NewEvent;
import org.csoalliance.event.RoomRule;
import org.csoalliance.platform.error.InvalidException;

/** An event as an organiser's program sends it. */
record NewEventJson(NewEvent event, EventStatus status) {
  /** The members of an event. */
  static final Set<String> MEMBERS =
      Set.of(
          "title",
          "series",
          "summary",
          "text",
          "organisers",
          "city",
          "venue",
          "venue_hidden",
          "starts_at",
          "ends_at",
          "zone",
          "languages",
          "capacity",
          "audience",
          "rule",
          "mode",
          "approval",
          "company_cap",
          "closes_at",
          "cancel_until",
          "offer_hours",
          "status");

  /**
   * Reads it.
   *
   * @throws InvalidException with a sentence for each member that cannot be read
   */
  static NewEventJson read(JsonObject body) {
    Map<String, String> wrong = new LinkedHashMap<>();
    JsonFields fields = new JsonFields(body, "", wrong).only(MEMBERS);
    Integer hours = fields.integer("offer_hours");
    NewEvent event =
        new NewEvent(
            fields.text("title"),
            fields.text("series"),
            fields.text("summary"),
            fields.text("text"),
            fields.text("organisers"),
            fields.text("city"),
            fields.text("venue"),
            fields.yes("venue_hidden"),
            time(fields, "starts_at"),
            time(fields, "ends_at"),
            fields.has("zone") ? fields.text("zone") : "UTC",
            fields.text("languages"),
            fields.integer("capacity"),
            fields.constant("audience", EventAudience.class, EventAudience.MEMBERS),
            fields.constant("rule", RoomRule.class, RoomRule.CHATHAM_HOUSE),
            fields.constant("mode", AttendanceMode.class, AttendanceMode.IN_PERSON),
            fields.yes("approval"),
            fields.integer("company_cap"),
            time(fields, "closes_at"),
            time(fields, "cancel_until"),
            hours == null ? 24 : hours);
    EventStatus status = fields.constant("status", EventStatus.class, EventStatus.DRAFT);
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong).thrown();
    }
    return new NewEventJson(event, status);
  }

  /** The sentences of the service under the names of the interface. */
  static Map<String, String> renamed(Map<String, String> sentences) {
    Map<String, String> renamed = new LinkedHashMap<>();
    sentences.forEach(
        (name, sentence) ->
            renamed.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), sentence));
    return renamed;
  }

  private static Instant time(JsonFields fields, String name) {
    return fields.read(
        name,
        null,
        NewEventJson::instant,
        () -> "Write the time as RFC 3339 has it, such as 2027-01-20T09:00:00+02:00.");
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip().toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
