package org.csoalliance.web.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.incident.Disclosure;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.PersonsHarmed;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Tlp;

/** Reads a report from JSON. What the reporter may not decide, such as a status, is refused. */
final class ReportJson {
  /** The members of a report. */
  static final Set<String> MEMBERS =
      Set.of(
          "kind",
          "occurred_at",
          "occurred_precision",
          "utc_offset_minutes",
          "latitude",
          "longitude",
          "position",
          "area",
          "ship",
          "title",
          "text",
          "persons_harmed",
          "harm_note",
          "told",
          "tlp",
          "contact",
          "groups",
          "attribution",
          "blur_nm",
          "may_pass_flag",
          "may_pass_navy",
          "may_pass_imb",
          "details",
          "form_version");

  /** The members that say who may read it; a further version leaves them. */
  static final Set<String> SHARING =
      Set.of(
          "tlp",
          "groups",
          "attribution",
          "blur_nm",
          "may_pass_flag",
          "may_pass_navy",
          "may_pass_imb");

  /** The members of the ship. */
  static final Set<String> SHIP_MEMBERS = Set.of("name", "imo", "shown");

  /** How the components of the command are called here. */
  private static final Map<String, String> NAMES =
      Map.of(
          "occurredAt", "occurred_at",
          "precision", "occurred_precision",
          "utcOffsetMinutes", "utc_offset_minutes",
          "shipImo", "ship.imo",
          "shipName", "ship.name",
          "shipShown", "ship.shown",
          "personsHarmed", "persons_harmed",
          "harmNote", "harm_note",
          "submissionKey", "Idempotency-Key",
          "blurNm", "blur_nm");

  private static final int MOST_GROUPS = 50;

  private final Map<String, String> wrong = new LinkedHashMap<>();
  private final JsonFields fields;
  private final JsonObject body;
  private final Set<String> members;
  private final UUID submissionKey;
  private final Map<String, Long> own;

  /**
   * Reads a report.
   *
   * @param own the numbers of the groups that the caller is in, by their names in addresses
   */
  ReportJson(JsonObject body, UUID submissionKey, Map<String, Long> own) {
    this(body, submissionKey, MEMBERS, own);
  }

  /** Takes other members beside or instead. */
  ReportJson(JsonObject body, UUID submissionKey, Set<String> members, Map<String, Long> own) {
    this.own = own;
    this.body = body;
    this.members = members;
    this.fields = new JsonFields(body, "", wrong);
    this.submissionKey = submissionKey;
  }

  /** A sentence for each member that cannot be read; complete once {@link #report} was called. */
  Map<String, String> wrong() {
    return wrong;
  }

  /** The command; what cannot be read is null in it. */
  ReportIncident report() {
    fields.only(members);
    JsonFields ship = fields.inside("ship").only(SHIP_MEMBERS);
    OffsetDateTime occurred =
        fields.read(
            "occurred_at",
            null,
            ReportJson::time,
            () -> "Write the time as RFC 3339 has it, such as 2026-11-16T04:15:00Z.");
    Integer offset = fields.integer("utc_offset_minutes");
    if (occurred != null && offset == null && !ZoneOffset.UTC.equals(occurred.getOffset())) {
      offset = occurred.getOffset().getTotalSeconds() / 60;
    }
    return new ReportIncident(
        submissionKey,
        fields.constant("kind", IncidentKind.class, null),
        occurred == null ? null : occurred.toInstant(),
        fields.constant("occurred_precision", OccurredPrecision.class, OccurredPrecision.EXACT),
        offset,
        position(),
        fields.text("area"),
        ship.digits("imo"),
        ship.text("name"),
        ship.yes("shown"),
        fields.text("title"),
        fields.text("text"),
        fields.constant("persons_harmed", PersonsHarmed.class, PersonsHarmed.UNKNOWN),
        fields.text("harm_note"),
        fields.text("told"),
        fields.read(
            "tlp",
            Tlp.GREEN,
            Tlp::parse,
            () -> "Use one of TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR."),
        fields.text("contact"),
        details(),
        disclosure(),
        groups());
  }

  /** The groups of these names; one that is not the caller's answers as one that is none. */
  private List<Long> groups() {
    List<String> slugs = fields.texts("groups", MOST_GROUPS);
    if (!slugs.stream().allMatch(own::containsKey)) {
      fields.wrong("groups", "Name groups that you are in, as GET /api/v1/groups does.");
      return List.of();
    }
    return slugs.stream().map(own::get).distinct().toList();
  }

  private JsonObject details() {
    Integer version = fields.integer("form_version");
    if (version != null && version != FormCatalog.VERSION) {
      fields.wrong(
          "form_version", FormWords.english().fill("wrong.form.version", FormCatalog.VERSION));
    }
    fields.inside("details");
    return body.get("details") instanceof JsonObject details ? DetailsJson.read(details) : null;
  }

  /** Null where nothing is said: then the kind decides. */
  private Disclosure disclosure() {
    if (SHARING.stream()
        .noneMatch(name -> !name.equals("tlp") && !name.equals("groups") && fields.has(name))) {
      return null;
    }
    double blur = 0;
    if (body.get("blur_nm") instanceof JsonNumber number) {
      blur = number.bigDecimalValue().doubleValue();
    } else if (fields.has("blur_nm")) {
      blur = -1; // told by the service, as any other that is out of bounds
    }
    return new Disclosure(
        fields.constant("attribution", Attribution.class, Attribution.COMPANY_HIDDEN),
        blur,
        fields.yes("may_pass_flag"),
        fields.yes("may_pass_navy"),
        fields.yes("may_pass_imb"));
  }

  /** The sentences of the service under the names of the interface. */
  static Map<String, String> renamed(Map<String, String> sentences) {
    Map<String, String> renamed = new LinkedHashMap<>();
    sentences.forEach(
        (name, sentence) ->
            renamed.put(
                name.startsWith("details.")
                    ? DetailsJson.snake(name)
                    : NAMES.getOrDefault(name, name),
                sentence));
    return renamed;
  }

  private Position position() {
    Double latitude = fields.decimal("latitude", 90);
    Double longitude = fields.decimal("longitude", 180);
    boolean degrees = fields.has("latitude") || fields.has("longitude");
    if (fields.has("position") && degrees) {
      fields.wrong("position", "Give latitude and longitude, or a position as text, not both.");
      return null;
    }
    if (fields.has("position")) {
      return fields.read(
          "position",
          null,
          text -> text.length() > 100 ? Optional.empty() : Position.parse(text),
          () -> "Write the position as 01-14N 104-03E, 01:49.9N 003:12.1E or 1.2333, 104.05.");
    }
    if (degrees && !fields.has("latitude")) {
      fields.wrong("latitude", "Give the latitude beside the longitude.");
    }
    if (degrees && !fields.has("longitude")) {
      fields.wrong("longitude", "Give the longitude beside the latitude.");
    }
    return latitude == null || longitude == null ? null : new Position(latitude, longitude);
  }

  private static Optional<OffsetDateTime> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip().toUpperCase(Locale.ROOT)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
