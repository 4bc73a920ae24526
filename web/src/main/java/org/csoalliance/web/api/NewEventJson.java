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
import org.csoalliance.platform.sharing.Tlp;

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
          "before",
          "remote_link",
          "in_person",
          "remote",
          "waiting_list",
          "quiet_from",
          "quiet_to",
          "opens_at",
          "draw_at",
          "tlp",
          "status");

  /**
   * Reads it.
   *
   * @throws InvalidException with a sentence for each member that cannot be read
   */
  static NewEventJson read(JsonObject body) {
    Map<String, String> wrong = new LinkedHashMap<>();
    JsonFields fields = new JsonFields(body, "", wrong).only(MEMBERS);
    NewEvent event = new NewEvent(about(fields), place(fields), seats(fields), room(fields));
    EventStatus status = fields.constant("status", EventStatus.class, EventStatus.DRAFT);
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong).thrown();
    }
    return new NewEventJson(event, status);
  }

  private static NewEvent.About about(JsonFields fields) {
    return new NewEvent.About(
        fields.text("title"),
        fields.text("series"),
        fields.text("summary"),
        fields.text("text"),
        fields.text("before"),
        fields.text("organisers"),
        fields.text("languages"));
  }

  private static NewEvent.Place place(JsonFields fields) {
    return new NewEvent.Place(
        time(fields, "starts_at"),
        time(fields, "ends_at"),
        fields.has("zone") ? fields.text("zone") : "UTC",
        fields.text("city"),
        fields.text("venue"),
        fields.yes("venue_hidden"),
        fields.constant("mode", AttendanceMode.class, AttendanceMode.IN_PERSON),
        fields.text("remote_link"));
  }

  private static NewEvent.Seats seats(JsonFields fields) {
    Integer hours = fields.integer("offer_hours");
    return new NewEvent.Seats(
        fields.integer("capacity"),
        fields.integer("in_person"),
        fields.integer("remote"),
        fields.integer("company_cap"),
        fields.yes("approval"),
        !fields.has("waiting_list") || fields.yes("waiting_list"),
        hours == null ? 24 : hours,
        fields.integer("quiet_from"),
        fields.integer("quiet_to"),
        time(fields, "opens_at"),
        time(fields, "closes_at"),
        time(fields, "cancel_until"),
        time(fields, "draw_at"));
  }

  private static NewEvent.Room room(JsonFields fields) {
    return new NewEvent.Room(
        fields.constant("audience", EventAudience.class, EventAudience.MEMBERS),
        fields.constant("rule", RoomRule.class, RoomRule.CHATHAM_HOUSE),
        fields.constant("tlp", Tlp.class, Tlp.GREEN));
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
