package org.csoalliance.web.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csoalliance.incident.DetailedIncident;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormRules;
import org.csoalliance.incident.form.FormText;
import org.csoalliance.incident.form.FormWords;
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

  private final List<FormField> details;

  /** Without columns of details. */
  IncidentCsv(Writer out) {
    this(out, List.of());
  }

  /** With a column for each field; {@link #details} tells which. */
  IncidentCsv(Writer out, List<FormField> details) {
    this.out = out;
    this.details = details;
  }

  /**
   * The fields that become columns: those of the forms of the kinds asked for, which every reader
   * of an incident may see; none where every kind is asked for.
   */
  static List<FormField> details(FormCatalog catalog, Collection<IncidentKind> kinds) {
    Map<String, FormField> fields = new LinkedHashMap<>();
    for (IncidentKind kind : kinds) {
      catalog.ofKind(kind.name()).details().stream()
          .filter(FormField::open)
          .forEach(field -> fields.putIfAbsent(field.name(), field));
    }
    return List.copyOf(fields.values());
  }

  /** The byte order mark and the header. */
  void header() {
    List<String> columns = new ArrayList<>(COLUMNS);
    details.forEach(field -> columns.add("details." + DetailsJson.snake(field.name())));
    write("\uFEFF" + String.join(",", columns) + "\r\n");
  }

  /** One incident with its details. */
  void row(DetailedIncident detailed) {
    IncidentSummary incident = detailed.incident();
    JsonObject answers = detailed.details();
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
    List<String> all = new ArrayList<>(cells);
    FormText words =
        new FormText(FormCatalog.shipped().ofKind(incident.kind().name()), FormWords.english());
    for (FormField field : details) {
      all.add(cell(words, field, answers.get(field.name())));
    }
    write(String.join(",", all) + "\r\n");
  }

  /** Constants as they are, so that a program can read them; lists and effects in words. */
  private static String cell(FormText words, FormField field, JsonValue value) {
    if (value == null) {
      return "";
    }
    return switch (field.type()) {
      case WHOLE, DECIMAL -> CsvCell.number(((JsonNumber) value).bigDecimalValue());
      case SET ->
          text(
              value.asJsonArray().stream()
                  .map(one -> ((JsonString) one).getString())
                  .collect(Collectors.joining(" ")));
      case RECORDS, EFFECTS -> text(words.text(field, value));
      default -> text(FormRules.typed(value));
    };
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
