package org.csoalliance.platform.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.csoalliance.platform.text.CsvCell;

/** Writes what is held on a person as one ZIP: data.json, and a CSV for each section. */
final class DataFile {
  private DataFile() {}

  static byte[] zip(Map<String, List<Map<String, Object>>> sections, Instant at) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "data.json", at, json(sections, at));
      for (Map.Entry<String, List<Map<String, Object>>> section : sections.entrySet()) {
        entry(zip, section.getKey() + ".csv", at, csv(section.getValue()).getBytes(UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, Instant at, byte[] content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(at.toEpochMilli());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] json(Map<String, List<Map<String, Object>>> sections, Instant at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json =
        Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createGenerator(out)) {
      json.writeStartObject().write("made_at", at.toString());
      sections.forEach(
          (section, rows) -> {
            json.writeStartArray(section);
            for (Map<String, Object> row : rows) {
              json.writeStartObject();
              row.forEach((name, value) -> write(json, name, value));
              json.writeEnd();
            }
            json.writeEnd();
          });
      json.writeEnd();
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, String name, Object value) {
    if (value == null) {
      json.writeNull(name);
    } else if (value instanceof Boolean truth) {
      json.write(name, truth);
    } else if (value instanceof Number number) {
      json.write(name, new BigDecimal(number.toString()));
    } else {
      json.write(name, value.toString());
    }
  }

  static String csv(List<Map<String, Object>> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder csv = new StringBuilder(line(List.copyOf(rows.get(0).keySet())));
    for (Map<String, Object> row : rows) {
      csv.append(line(row.values().stream().map(v -> v == null ? "" : v).toList()));
    }
    return csv.toString();
  }

  private static String line(List<?> cells) {
    return cells.stream()
        .map(cell -> cell instanceof Number number ? CsvCell.number(number) : CsvCell.of(cell))
        .collect(Collectors.joining(",", "", "\r\n"));
  }
}
