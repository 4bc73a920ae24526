package org.csoalliance.geography;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Country;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.text.PlainText;

/** A file of ports, told by its columns: the World Port Index or UN/LOCODE. */
final class PortFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setAllowMissingColumnNames(true)
          .setIgnoreEmptyLines(true)
          .get();
  private static final Map<PortSource, Set<String>> COLUMNS =
      Map.of(
          PortSource.WPI,
          Set.of("index_number", "port_name", "country", "port_latitude", "port_longitude"),
          PortSource.UNLOCODE,
          Set.of("locode", "name", "name_ascii", "lat", "lon", "geocoded"));

  /**
   * A row as it was read.
   *
   * @param line where it starts, counted from 1
   * @param row null when it cannot be taken
   * @param reason why not, null when it can
   */
  record Reading(int line, PortRecord row, String reason) {}

  private final PortSource source;
  private final List<Reading> readings = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  private PortFile(PortSource source) {
    this.source = source;
  }

  PortSource source() {
    return source;
  }

  List<Reading> readings() {
    return readings;
  }

  /**
   * Reads all of it.
   *
   * @throws InvalidException field {@code file}, when it is no such file
   */
  static PortFile read(byte[] content) {
    String text = text(content);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      PortFile file = new PortFile(source(parser.getHeaderNames()));
      for (CSVRecord cells : parser) {
        // the record's own start: line numbers stand at its end
        file.add((int) (parser.getCurrentLineNumber() - lines(cells)), cells);
      }
      return file;
    } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
      throw new InvalidException(
          "file",
          "The file breaks off or its quotation marks do not match. Fetch it again from its"
              + " source.");
    }
  }

  private static int lines(CSVRecord cells) {
    int breaks = 0;
    for (String cell : cells) {
      breaks += (int) cell.chars().filter(c -> c == '\n').count();
    }
    return breaks;
  }

  private static String text(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.isBlank()) {
        throw new InvalidException("file", "The file is empty.");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw new InvalidException("file", "The file is not in UTF-8. Save it so and send it again.");
    }
  }

  private static PortSource source(List<String> header) {
    Set<String> names = new HashSet<>();
    header.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
    return COLUMNS.entrySet().stream()
        .filter(entry -> names.containsAll(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidException(
                    "file",
                    "The file is neither the World Port Index (columns index_number, port_name,"
                        + " country, port_latitude, port_longitude) nor UN/LOCODE (locode, name,"
                        + " name_ascii, lat, lon, geocoded)."));
  }

  private void add(int line, CSVRecord cells) {
    try {
      PortRecord row = source == PortSource.WPI ? index(cells) : locode(cells);
      if (!keys.add(row.key())) {
        throw new IllegalArgumentException(
            "The code " + row.key() + " stands in the file before. The first row was taken.");
      }
      readings.add(new Reading(line, row, null));
    } catch (IllegalArgumentException refused) {
      readings.add(new Reading(line, null, refused.getMessage()));
    }
  }

  private static PortRecord index(CSVRecord cells) {
    String key = cell(cells, "index_number");
    if (!key.matches("[0-9]{1,7}")) {
      throw new IllegalArgumentException("“" + shown(key) + "” is no number of the index.");
    }
    Position position = position(cells, "port_latitude", "port_longitude");
    if (position == null) {
      throw new IllegalArgumentException("The row has no position.");
    }
    return new PortRecord(
        PortSource.WPI,
        String.valueOf(Integer.parseInt(key)),
        name(cell(cells, "port_name"), ""),
        country(cell(cells, "country")),
        position,
        false,
        null,
        new PortFacts(
            letters(cells, "harbor_size", 1),
            letters(cells, "harbor_type", 2),
            letters(cells, "shelter_afforded", 1),
            yes(cells, "pilot_required")));
  }

  private static PortRecord locode(CSVRecord cells) {
    String key = cell(cells, "locode").toUpperCase(Locale.ROOT);
    if (!key.matches("[A-Z]{2}[A-Z0-9]{3}")) {
      throw new IllegalArgumentException("“" + shown(key) + "” is no UN/LOCODE.");
    }
    return new PortRecord(
        PortSource.UNLOCODE,
        key,
        name(cell(cells, "name"), cell(cells, "name_ascii")),
        country(key.substring(0, 2)),
        position(cells, "lat", "lon"),
        cell(cells, "geocoded").equalsIgnoreCase("true"),
        null,
        PortFacts.UNKNOWN);
  }

  private static String name(String name, String ascii) {
    String readable = PortName.readable(name, ascii);
    if (readable.isEmpty()) {
      throw new IllegalArgumentException("The row has no name.");
    }
    return readable;
  }

  /** The code, or null where the source uses one of its own. */
  private static String country(String code) {
    return Country.known(code) ? code : null;
  }

  private static Position position(CSVRecord cells, String latitude, String longitude) {
    String lat = cell(cells, latitude);
    String lon = cell(cells, longitude);
    if (lat.isEmpty() && lon.isEmpty()) {
      return null;
    }
    try {
      return new Position(Double.parseDouble(lat), Double.parseDouble(lon));
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("“" + shown(lat + ", " + lon) + "” is no position.", none);
    }
  }

  private static String letters(CSVRecord cells, String column, int length) {
    String value = cell(cells, column).toUpperCase(Locale.ROOT);
    return value.matches("[A-Z]{" + length + "}") ? value : null;
  }

  /** A blank is unknown, not false. */
  private static Boolean yes(CSVRecord cells, String column) {
    return switch (cell(cells, column).toUpperCase(Locale.ROOT)) {
      case "TRUE" -> Boolean.TRUE;
      case "FALSE" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static String cell(CSVRecord cells, String column) {
    return cells.isSet(column) ? PlainText.line(cells.get(column), 200) : "";
  }

  private static String shown(String value) {
    return PlainText.line(value, 40);
  }
}
