package org.csoalliance.membership.fleet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.CsvCell;

/**
 * A fleet as CSV: a header with {@code imo}, {@code name}, {@code type} and {@code flag} in any
 * order, parted by commas or semicolons, in UTF-8 with or without a byte order mark.
 */
final class FleetFile {
  /** So many ships are taken at once. */
  static final int MOST_LINES = 5000;

  private static final int MOST_BYTES = 2_000_000;
  private static final List<String> COLUMNS = List.of("imo", "name", "type", "flag");

  /**
   * A line as it stands in the file.
   *
   * @param number where it begins, counted from 1
   */
  record Line(long number, String imo, String name, String type, String flag) {}

  private FleetFile() {}

  /**
   * The text of an uploaded file.
   *
   * @throws InvalidException field {@code file}, when it is no text in UTF-8, or too long
   */
  static String text(byte[] content) {
    if (content.length > MOST_BYTES) {
      throw wrong("The file has more than 2 MB. A list of 5,000 ships has about a quarter of one.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      if (plain.indexOf('\0') >= 0) {
        throw wrong("The file is no text. Save the list as CSV in UTF-8.");
      }
      return plain;
    } catch (CharacterCodingException other) {
      throw wrong("The file is not in UTF-8. Save the list as CSV in UTF-8.");
    }
  }

  /**
   * Its lines without the header and without blank lines.
   *
   * @throws InvalidException field {@code file}, when it is no list of ships, or too long
   */
  static List<Line> lines(String text) {
    String head = text.lines().findFirst().orElse("");
    if (head.isBlank()) {
      throw wrong("The file is empty. Its first line names the columns: imo,name,type,flag");
    }
    char separator = head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Map<String, Integer> places = null;
      List<Line> lines = new ArrayList<>();
      long start = 1;
      for (CSVRecord cells : parser) {
        if (places == null) {
          places = places(cells);
        } else {
          if (lines.size() == MOST_LINES) {
            throw wrong(
                String.format(
                    Locale.ROOT,
                    "The file has more than %,d lines. Split it and import it in parts.",
                    MOST_LINES));
          }
          lines.add(line(start, cells, places));
        }
        start = parser.getCurrentLineNumber() + 1;
      }
      if (lines.isEmpty()) {
        throw wrong("The file has no ship below its first line.");
      }
      return lines;
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw wrong("The file is cut off or a quotation mark in it is not closed.");
    }
  }

  private static Map<String, Integer> places(CSVRecord header) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      places.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    for (String column : COLUMNS) {
      if (!places.containsKey(column)) {
        throw wrong(
            "The column " + column + " is missing. The first line has to name imo,name,type,flag");
      }
    }
    return places;
  }

  private static Line line(long number, CSVRecord cells, Map<String, Integer> places) {
    List<String> values = new ArrayList<>();
    for (String column : COLUMNS) {
      int place = places.get(column);
      values.add(place < cells.size() ? CsvCell.unguarded(cells.get(place).strip()) : "");
    }
    return new Line(number, values.get(0), values.get(1), values.get(2), values.get(3));
  }

  /** The fleet as such a file, safe for spreadsheets. */
  static String write(List<FleetShip> ships) {
    StringBuilder out = new StringBuilder(64 * ships.size() + 64);
    out.append("\uFEFFimo,name,type,flag,primary,alternate\r\n");
    for (FleetShip ship : ships) {
      List<String> cells =
          List.of(
              ship.imo(),
              ship.name(),
              ship.type().words(),
              ship.flag(),
              ship.primary(),
              ship.alternate());
      out.append(String.join(",", cells.stream().map(CsvCell::of).toList())).append("\r\n");
    }
    return out.toString();
  }

  private static InvalidException wrong(String sentence) {
    return new InvalidException("file", sentence);
  }
}
