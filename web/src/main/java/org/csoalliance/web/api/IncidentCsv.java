package org.csoalliance.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.platform.text.CsvCell;

/**
 * Writes CSV (RFC 4180) for spreadsheets: a byte order mark, a header, CR LF, and no cell that a
 * spreadsheet would take for a formula.
 */
final class IncidentCsv {
  /** The header, in the order of the cells. */
  static final List<String> COLUMNS =
      List.of(
          "reference",
          "kind",
          "status",
          "severity",
          "occurred_at",
          "occurred_precision",
          "utc_offset_minutes",
          "latitude",
          "longitude",
          "area",
          "tlp",
          "title",
          "text",
          "ship_name",
          "ship_imo",
          "ship_type",
          "ship_flag",
          "source",
          "source_reference",
          "source_words",
          "updated_at",
          "blur_nm");

  private final Writer out;

  IncidentCsv(Writer out) {
    this.out = out;
  }

  /** The byte order mark and the header. */
  void header() {
    write("\uFEFF" + String.join(",", COLUMNS) + "\r\n");
  }

  /** One incident. */
  void row(IncidentSummary incident) {
    boolean placed = incident.position() != null;
    List<String> cells =
        Arrays.asList(
            text(incident.reference()),
            text(incident.kind()),
            text(incident.status()),
            CsvCell.number(incident.severity()),
            text(incident.occurredAt()),
            text(incident.precision()),
            CsvCell.number(incident.utcOffsetMinutes()),
            placed ? CsvCell.number(JsonText.degrees(incident.position().latitude())) : "",
            placed ? CsvCell.number(JsonText.degrees(incident.position().longitude())) : "",
            text(incident.area()),
            text(incident.tlp() == null ? null : incident.tlp().label()),
            text(incident.title()),
            text(incident.text()),
            text(incident.shipName()),
            text(incident.shipImo()),
            text(incident.shipType()),
            text(incident.shipFlag()),
            text(incident.source() == null ? null : incident.source().label()),
            text(incident.sourceReference()),
            text(incident.sourceWords()),
            text(incident.updatedAt()),
            placed ? CsvCell.number(incident.blurNm()) : "");
    write(cells.stream().collect(Collectors.joining(",", "", "\r\n")));
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Words of people: an apostrophe keeps a spreadsheet from computing them. */
  static String text(Object value) {
    return CsvCell.of(value);
  }
}
