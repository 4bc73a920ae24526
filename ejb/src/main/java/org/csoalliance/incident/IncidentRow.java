package org.csoalliance.incident;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.csoalliance.incident.form.Form;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;

/**
 * A row as it is kept, before the field rules took away what this reader may not see.
 *
 * @param full all that is known of it
 * @param newsAt when it was news last: for what was imported and never changed, when it happened
 */
record IncidentRow(
    IncidentSummary full,
    boolean shipShown,
    Long reporterId,
    Long companyId,
    Attribution attribution,
    Set<Long> groups,
    Instant newsAt) {

  Shared shared() {
    return new Shared(
        full.tlp(),
        IncidentConditions.published(full.status()),
        companyId,
        reporterId,
        attribution,
        groups);
  }

  /** The row as this reader may see it. */
  IncidentSummary seenBy(Reader reader) {
    boolean ship = SharingPolicy.mayKnowShip(reader, shared(), shipShown);
    // one ship of a type and flag in a small port is one ship
    boolean kind =
        attribution != Attribution.ANONYMOUS || SharingPolicy.mayKnowReporter(reader, shared());
    return new IncidentSummary(
        full.id(),
        full.reference(),
        full.kind(),
        full.status(),
        full.severity(),
        full.occurredAt(),
        full.precision(),
        full.utcOffsetMinutes(),
        full.position(),
        full.area(),
        full.tlp(),
        full.title(),
        full.text(),
        ship ? full.shipName() : null,
        ship ? full.shipImo() : null,
        kind ? full.shipType() : null,
        kind ? full.shipFlag() : null,
        full.source(),
        full.sourceReference(),
        full.sourceWords(),
        full.updatedAt(),
        full.blurNm());
  }

  /** A row with the answers of its long form that every reader of it may see. */
  record Detailed(IncidentRow row, JsonObject details) {
    DetailedIncident seenBy(Reader reader) {
      return new DetailedIncident(row.seenBy(reader), row.detailsSeenBy(reader, details));
    }
  }

  /** The details that every reader may see, without hours where the report is anonymous. */
  private JsonObject detailsSeenBy(Reader reader, JsonObject all) {
    JsonObject details = Answers.labelled(reader, shared(), all);
    if (attribution != Attribution.ANONYMOUS || SharingPolicy.mayKnowReporter(reader, shared())) {
      return details;
    }
    Form form = IncidentVersions.form(full.kind());
    JsonObjectBuilder seen = Json.createObjectBuilder();
    details.forEach(
        (name, value) ->
            seen.add(
                name, form.field(name).map(field -> Answers.coarse(field, value)).orElse(value)));
    return seen.build();
  }

  /** A moment of the report, by the day alone where it is anonymous. */
  Instant coarse(Instant at) {
    return attribution == Attribution.ANONYMOUS ? at.truncatedTo(ChronoUnit.DAYS) : at;
  }

  /** What only the page of an incident shows. */
  record More(
      PersonsHarmed personsHarmed,
      String harmNote,
      String told,
      String contact,
      String reporterName,
      String companyName,
      Instant reportedAt,
      int version) {}

  /**
   * A row with the rest of its page.
   *
   * @param history oldest first
   * @param parts the columns of the rooms behind it, in the order of the parts
   */
  record Whole(IncidentRow row, More more, List<Step> history, List<JsonValue> parts) {}

  /** A step of the history with the account behind it; null: the system. */
  record Step(StatusChange change, Long actorId) {}
}
