package org.csoalliance.incident;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/**
 * A report, quick or long, as pages and the interface hand it to {@link IncidentReportService}. The
 * rules of its components live in the service's validation, so that each caller gets the same
 * sentences.
 *
 * @param submissionKey makes a form sent twice one report; null: none
 * @param kind never null in a valid report
 * @param occurredAt UTC, from 1990 until now (five minutes of clock slip are granted)
 * @param utcOffsetMinutes local time minus UTC, -840 to 840; null: unknown
 * @param position null when only an area is given
 * @param area port, anchorage, berth or sea area in words, at most 200 characters
 * @param shipImo IMO ship number with its check digit; null: not given
 * @param shipName at most 100 characters; empty: not given
 * @param shipShown whether readers beyond editors and the own company see name and number
 * @param title null or blank: made from kind and place
 * @param text what happened, 10 to 20,000 characters
 * @param tlp GREEN unless the reporter says otherwise
 * @param contact where the editor can ask back; empty: not given
 * @param details the answers of the long form of the kind, by the names of its fields; null: none
 * @param disclosure what is given away beside the label; null: as the form of the kind proposes
 * @param groups the reporter's groups that may read it beside the label; never null
 */
public record ReportIncident(
    UUID submissionKey,
    IncidentKind kind,
    Instant occurredAt,
    OccurredPrecision precision,
    Integer utcOffsetMinutes,
    Position position,
    String area,
    String shipImo,
    String shipName,
    boolean shipShown,
    String title,
    String text,
    PersonsHarmed personsHarmed,
    String harmNote,
    String told,
    Tlp tlp,
    String contact,
    JsonObject details,
    Disclosure disclosure,
    List<Long> groups) {

  /** Copies the groups. */
  public ReportIncident {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }

  /** The quick report: no details. */
  public ReportIncident(
      UUID submissionKey,
      IncidentKind kind,
      Instant occurredAt,
      OccurredPrecision precision,
      Integer utcOffsetMinutes,
      Position position,
      String area,
      String shipImo,
      String shipName,
      boolean shipShown,
      String title,
      String text,
      PersonsHarmed personsHarmed,
      String harmNote,
      String told,
      Tlp tlp,
      String contact) {
    this(
        submissionKey,
        kind,
        occurredAt,
        precision,
        utcOffsetMinutes,
        position,
        area,
        shipImo,
        shipName,
        shipShown,
        title,
        text,
        personsHarmed,
        harmNote,
        told,
        tlp,
        contact,
        null,
        null,
        List.of());
  }

  /** The same with other words of the title, another label and other things given away. */
  ReportIncident with(String newTitle, Tlp label, Disclosure choice) {
    return new ReportIncident(
        submissionKey,
        kind,
        occurredAt,
        precision,
        utcOffsetMinutes,
        position,
        area,
        shipImo,
        shipName,
        shipShown,
        newTitle,
        text,
        personsHarmed,
        harmNote,
        told,
        label,
        contact,
        details,
        choice,
        groups);
  }
}
