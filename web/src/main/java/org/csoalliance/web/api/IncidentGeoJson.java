package org.csoalliance.web.api;

import static org.csoalliance.web.api.JsonText.constant;
import static org.csoalliance.web.api.JsonText.degrees;
import static org.csoalliance.web.api.JsonText.number;
import static org.csoalliance.web.api.JsonText.text;
import static org.csoalliance.web.api.JsonText.time;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.csoalliance.incident.DetailedIncident;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.MapCell;
import org.csoalliance.platform.geo.Position;

/** Writes GeoJSON (RFC 7946): longitude before latitude, WGS 84, null where no place is known. */
final class IncidentGeoJson {
  private final IncidentJson incidents;
  private final Links links;

  IncidentGeoJson(Links links) {
    this.links = links;
    this.incidents = new IncidentJson(links);
  }

  /** Opens a collection; {@link #end} closes it. */
  void start(JsonGenerator json) {
    json.writeStartObject();
    json.write("type", "FeatureCollection");
    json.writeStartArray("features");
  }

  /**
   * Closes the collection.
   *
   * @param next the cursor of the next page, null when there is none
   */
  void end(JsonGenerator json, String next) {
    json.writeEnd();
    text(json, "next", next);
    json.writeEnd();
  }

  /** One incident, with the answers of its long form where there are any. */
  void feature(JsonGenerator json, DetailedIncident detailed) {
    IncidentSummary incident = detailed.incident();
    json.writeStartObject();
    json.write("type", "Feature");
    json.write("id", incident.reference());
    point(json, incident.position());
    json.writeStartObject("properties");
    incidents.members(json, incident);
    if (!detailed.details().isEmpty()) {
      json.write("details", DetailsJson.written(detailed.details()));
    }
    json.writeEnd();
    json.writeEnd();
  }

  /** The markers of the map. */
  void cells(JsonGenerator json, List<MapCell> cells) {
    start(json);
    cells.forEach(cell -> cell(json, cell));
    end(json, null);
  }

  private void cell(JsonGenerator json, MapCell cell) {
    json.writeStartObject();
    json.write("type", "Feature");
    point(json, cell.position());
    json.writeStartObject("properties");
    json.write("count", cell.count());
    if (cell.few()) {
      json.write("few", true);
    }
    number(json, "worst", cell.worst());
    constant(json, "kind", cell.kind());
    if (cell.kind() != null) {
      json.write("letter", String.valueOf(cell.kind().letter()));
    }
    text(json, "reference", cell.reference());
    text(json, "title", cell.title());
    constant(json, "status", cell.status());
    time(json, "occurred_at", cell.occurredAt());
    if (cell.reference() != null) {
      json.writeStartObject("links");
      json.write("self", links.incident(cell.reference()));
      json.write("page", links.page(cell.reference()));
      json.writeEnd();
    }
    json.writeEnd();
    json.writeEnd();
  }

  private static void point(JsonGenerator json, Position position) {
    if (position == null) {
      json.writeNull("geometry");
      return;
    }
    json.writeStartObject("geometry");
    json.write("type", "Point");
    json.writeStartArray("coordinates");
    json.write(degrees(position.longitude()));
    json.write(degrees(position.latitude()));
    json.writeEnd();
    json.writeEnd();
  }
}
