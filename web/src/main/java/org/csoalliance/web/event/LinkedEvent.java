package org.csoalliance.web.event;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventSummary;

/**
 * An event in the words of schema.org, for search engines. It holds what everybody may know, and no
 * sign that means something in HTML, so that nothing of it ends the script element around it.
 */
final class LinkedEvent {
  private static final String SCHEMA = "https://schema.org/";

  private LinkedEvent() {}

  static String json(EventDetail detail, String address, String site, Instant now) {
    EventSummary event = detail.summary();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("@context", "https://schema.org")
            .add("@type", "Event")
            .add("name", event.title())
            .add("url", address)
            .add("startDate", local(event.startsAt(), event.zone()))
            .add("endDate", local(event.endsAt(), event.zone()))
            .add(
                "eventStatus",
                SCHEMA
                    + (event.status() == EventStatus.CANCELLED
                        ? "EventCancelled"
                        : "EventScheduled"))
            .add("eventAttendanceMode", SCHEMA + mode(event.mode()))
            .add("location", location(detail, address))
            .add(
                "organizer",
                Json.createObjectBuilder()
                    .add("@type", "Organization")
                    .add(
                        "name",
                        detail.organisers().isEmpty() ? "CSO Alliance" : detail.organisers())
                    .add("url", site + "/"));
    if (!event.summary().isEmpty()) {
      json.add("description", event.summary());
    }
    if (!detail.languages().isEmpty()) {
      json.add("inLanguage", detail.languages());
    }
    if (event.capacity() != null) {
      json.add("maximumAttendeeCapacity", event.capacity());
    }
    if (detail.programme().picture() != null) {
      json.add("image", address + "/picture");
    }
    if (event.audience() == EventAudience.PUBLIC
        && event.status().takesRegistrations()
        && now.isBefore(event.startsAt())) {
      boolean left = event.left() == null || event.left() > 0;
      json.add(
          "offers",
          Json.createObjectBuilder()
              .add("@type", "Offer")
              .add("url", address)
              .add("availability", SCHEMA + (left ? "InStock" : "SoldOut")));
    }
    return json.build()
        .toString()
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e");
  }

  private static JsonObjectBuilder location(EventDetail detail, String address) {
    EventSummary event = detail.summary();
    if (event.mode() == AttendanceMode.REMOTE) {
      return Json.createObjectBuilder().add("@type", "VirtualLocation").add("url", address);
    }
    JsonObjectBuilder place =
        Json.createObjectBuilder()
            .add("@type", "Place")
            .add(
                "address",
                detail.venueHidden() || detail.venue() == null || detail.venue().isEmpty()
                    ? event.city()
                    : detail.venue() + ", " + event.city());
    return place.add("name", event.city());
  }

  private static String mode(AttendanceMode mode) {
    return switch (mode) {
      case IN_PERSON -> "OfflineEventAttendanceMode";
      case REMOTE -> "OnlineEventAttendanceMode";
      case BOTH -> "MixedEventAttendanceMode";
    };
  }

  private static String local(Instant at, String zone) {
    OffsetDateTime time = at.atZone(ZoneId.of(zone)).toOffsetDateTime();
    return time.toString();
  }
}
