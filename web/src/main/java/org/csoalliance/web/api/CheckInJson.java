package org.csoalliance.web.api;

import static org.csoalliance.web.api.JsonText.text;
import static org.csoalliance.web.api.JsonText.time;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.event.door.DoorCounts;
import org.csoalliance.event.door.DoorList;
import org.csoalliance.event.door.DoorService;
import org.csoalliance.event.door.Scan;
import org.csoalliance.event.door.ScanAnswer;
import org.csoalliance.event.door.ScanOutcome;

/** Reads scans, and writes what came of them and the list of a door. */
final class CheckInJson {
  /** The members of a scan. */
  static final Set<String> SCAN =
      Set.of(
          "ticket",
          "registration",
          "walk_in",
          "session",
          "place",
          "client_id",
          "scanned_at",
          "offline",
          "shown");

  /** What stands beside: the event, and scans in place of one. */
  static final Set<String> BESIDE = Set.of("event", "scans");

  private CheckInJson() {}

  /**
   * What was sent.
   *
   * @param event null: that of the ticket
   * @param one whether it was one scan and no list
   */
  record Sent(String event, List<Scan> scans, boolean one) {}

  /**
   * Reads it.
   *
   * @param key of the header, for a single scan without a number of its own; null: none
   * @throws ProblemException with a sentence for each member that cannot be read
   */
  static Sent read(JsonObject body, UUID key) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Set<String> all = new java.util.HashSet<>(SCAN);
    all.addAll(BESIDE);
    JsonFields fields = new JsonFields(body, "", wrong).only(all);
    String event = fields.text("event");
    List<Scan> scans = new ArrayList<>();
    boolean one = !fields.has("scans");
    if (one) {
      scans.add(scan(body, fields, key));
    } else if (!(body.get("scans") instanceof JsonArray array)
        || array.size() > DoorService.MOST_SCANS) {
      fields.wrong(
          "scans", "“scans” must be a list of " + DoorService.MOST_SCANS + " scans at most.");
    } else {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof JsonObject each) {
          scans.add(scan(each, new JsonFields(each, "scans[" + i + "].", wrong).only(SCAN), null));
        } else {
          fields.wrong("scans", "“scans” must be a list of objects.");
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong).thrown();
    }
    return new Sent(event, scans, one);
  }

  private static Scan scan(JsonObject object, JsonFields fields, UUID key) {
    String ticket = fields.text("ticket");
    Long registration = number(object, fields, "registration");
    Scan.WalkIn walkIn = null;
    if (fields.has("walk_in")) {
      JsonFields inner = fields.inside("walk_in").only(Set.of("name", "mail", "company"));
      walkIn = new Scan.WalkIn(inner.text("name"), inner.text("mail"), inner.text("company"));
    }
    int given =
        (ticket == null ? 0 : 1) + (registration == null ? 0 : 1) + (walkIn == null ? 0 : 1);
    if (given != 1) {
      fields.wrong("ticket", "Give one of “ticket”, “registration” and “walk_in”.");
    }
    UUID client =
        fields.read(
            "client_id",
            key,
            CheckInJson::uuid,
            () -> "“client_id” must be a UUID, drawn anew for each scan.");
    Instant at =
        fields.read(
            "scanned_at",
            null,
            CheckInJson::instant,
            () -> "“scanned_at” must be a time such as 2027-01-20T07:00:00Z.");
    return new Scan(
        client,
        ticket,
        registration,
        walkIn,
        number(object, fields, "session"),
        at,
        fields.yes("offline"),
        fields.text("place"),
        fields.text("shown"));
  }

  private static Long number(JsonObject object, JsonFields fields, String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonNumber number && number.isIntegral()) {
      return number.longValue();
    }
    if (fields.has(name)) {
      fields.wrong(name, "“" + name + "” must be a whole number.");
    }
    return null;
  }

  private static Optional<UUID> uuid(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  /** Answers to a list of scans. */
  static void answers(JsonGenerator json, List<ScanAnswer> answers) {
    json.writeStartObject();
    json.writeStartArray("items");
    for (ScanAnswer each : answers) {
      json.writeStartObject();
      members(json, each);
      json.writeEnd();
    }
    json.writeEnd();
    json.writeEnd();
  }

  /** The answer to one scan. */
  static void answer(JsonGenerator json, ScanAnswer answer) {
    json.writeStartObject();
    members(json, answer);
    json.writeEnd();
  }

  /** A scan that did not count, as a problem with the members of an answer beside. */
  static void problem(JsonGenerator json, int status, String title, ScanAnswer answer) {
    json.writeStartObject();
    json.write("type", "about:blank");
    json.write("title", title);
    json.write("status", status);
    json.write("detail", answer.words());
    members(json, answer);
    json.writeEnd();
  }

  private static void members(JsonGenerator json, ScanAnswer one) {
    json.write("client_id", one.clientId().toString());
    json.write("outcome", one.outcome() == ScanOutcome.IN ? "CHECKED_IN" : one.outcome().name());
    if (one.registrationId() != null) {
      json.write("registration", one.registrationId());
    }
    text(json, "name", one.name());
    text(json, "company", one.company());
    text(json, "category", one.category());
    json.write("walk_in", one.walkIn());
    time(json, "scanned_at", one.at());
    if (one.first() != null) {
      json.writeStartObject("first");
      time(json, "at", one.first().at());
      text(json, "place", one.first().place());
      text(json, "by", one.first().by());
      json.writeEnd();
    }
    json.write("words", one.words());
  }

  /** The list for a device. */
  static void list(JsonGenerator json, DoorList list, boolean device) {
    json.writeStartObject();
    json.write("event", list.slug());
    json.write("title", list.title());
    json.write("zone", list.zone());
    time(json, "starts_at", list.startsAt());
    time(json, "ends_at", list.endsAt());
    time(json, "read_at", list.at());
    text(json, "operator", list.operator());
    if (device) {
      json.write("device_key", Base64.getEncoder().encodeToString(list.deviceKey()));
    }
    json.writeStartArray("keys");
    for (DoorList.Key key : list.keys()) {
      json.writeStartObject();
      json.write("id", key.id());
      json.write("ed25519", Base64.getEncoder().encodeToString(key.raw()));
      json.writeEnd();
    }
    json.writeEnd();
    json.writeStartArray("sessions");
    for (DoorList.Session session : list.sessions()) {
      json.writeStartObject();
      json.write("id", session.id());
      json.write("name", session.name());
      time(json, "starts_at", session.startsAt());
      json.write("chosen", session.chosen());
      json.writeEnd();
    }
    json.writeEnd();
    json.writeStartArray("people");
    list.people().forEach(person -> person(json, person));
    json.writeEnd();
    json.writeStartObject("counts");
    counts(json, list.counts());
    json.writeEnd();
    json.writeEnd();
  }

  private static void person(JsonGenerator json, DoorList.Person person) {
    json.writeStartObject();
    json.write("registration", person.id());
    json.write("ticket", person.ticket().toString());
    json.write("generation", person.generation());
    json.write("code", person.code());
    text(json, "name", person.name());
    text(json, "company", person.company());
    text(json, "category", person.category());
    json.write("seat", person.seat());
    json.write("walk_in", person.walkIn());
    json.writeStartArray("sessions");
    person.sessions().forEach(json::write);
    json.writeEnd();
    json.writeStartArray("in");
    for (DoorList.In in : person.in()) {
      json.writeStartObject();
      if (in.session() != null) {
        json.write("session", in.session());
      }
      json.write("day", in.day().toString());
      time(json, "at", in.at());
      text(json, "place", in.place());
      text(json, "by", in.by());
      json.writeEnd();
    }
    json.writeEnd();
    json.writeEnd();
  }

  /** The numbers of now. */
  static void counts(JsonGenerator json, DoorCounts counts) {
    json.write("expected", counts.expected());
    json.write("in", counts.in());
    json.write("today", counts.today());
    json.write("walk_ins", counts.walkIns());
    json.write("conflicts", counts.conflicts());
    json.write("no_shows", counts.noShows());
  }
}
