package org.csoalliance.incident.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.csoalliance.platform.error.InvalidException;

/**
 * A list cut into rows, whether CSV (parted by commas, semicolons or tabs) or GeoJSON.
 *
 * @param header the names of the columns
 * @param note what is to be known of the file as a whole; may be empty
 */
record ListFile(List<String> header, List<Row> rows, String note) {
  private static final int MOST_ROWS = 200_000;
  private static final int MOST_COLUMNS = 300;
  private static final int MOST_BROKEN = 1000;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * A row as it stands in the file.
   *
   * @param line where it starts, counted from 1; of GeoJSON the number of the feature
   * @param values in the order of the header; empty when broken
   * @param broken why it cannot be read, null when it can
   */
  record Row(int line, List<String> values, String broken) {}

  /**
   * Reads a file.
   *
   * @throws InvalidException field {@code file}, when it is no list
   */
  static ListFile read(byte[] content) {
    for (int i = 0; i < Math.min(content.length, 8192); i++) {
      if (content[i] == 0) {
        throw refused("The file is no text. Save the list as CSV in UTF-8, or as GeoJSON.");
      }
    }
    String text = utf8(content);
    String note = "";
    if (text == null) {
      text = new String(content, WINDOWS);
      note = "The file is not in UTF-8; it was read as Windows-1252 (Latin-1).";
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (text.isBlank()) {
      throw refused("The file is empty.");
    }
    ListFile file = text.stripLeading().startsWith("{") ? GeoJsonList.read(text) : csv(text);
    if (file.rows().size() > MOST_ROWS) {
      throw refused("The file has more than 200,000 rows. Cut it into several.");
    }
    if (file.rows().isEmpty()) {
      throw refused("The file has no rows below its first line.");
    }
    return new ListFile(file.header(), file.rows(), note);
  }

  static InvalidException refused(String sentence) {
    return new InvalidException("file", sentence);
  }

  private static String utf8(byte[] content) {
    int slack = content.length > 3 && content[content.length - 1] < 0 ? 3 : 0;
    for (int less = 0; less <= slack; less++) {
      try {
        return UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(content, 0, content.length - less))
            .toString();
      } catch (CharacterCodingException malformed) {
        // once more without what was cut at the end, or not at all
      }
    }
    return null;
  }

  private static ListFile csv(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter(first)).setIgnoreEmptyLines(false).get();
    List<Row> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    int offset = 0;
    int line = 1;
    int broken = 0;
    while (offset < text.length() && broken < MOST_BROKEN && rows.size() <= MOST_ROWS) {
      int failed = readFrom(text.substring(offset), format, line, header, rows);
      if (failed < 0) {
        break;
      }
      broken++;
      rows.add(new Row(failed, List.of(), "The quotation marks of this row do not match."));
      for (; line <= failed && offset < text.length(); line++) {
        int end = text.indexOf('\n', offset);
        offset = end < 0 ? text.length() : end + 1;
      }
    }
    if (broken >= MOST_BROKEN) {
      throw refused("Too many rows have broken quotation marks. Save the list anew as CSV.");
    }
    boolean cut = !text.endsWith("\n") && !text.endsWith("\r");
    int last = rows.size() - 1;
    if (cut && last >= 0 && rows.get(last).broken() != null) {
      rows.set(last, new Row(rows.get(last).line(), List.of(), "The file ends inside this row."));
    }
    return new ListFile(List.copyOf(header), rows, "");
  }

  /** Reads rows until the end (-1) or until one that is broken (its line). */
  private static int readFrom(
      String text, CSVFormat format, int firstLine, List<String> header, List<Row> rows) {
    int start = firstLine;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (rows.size() <= MOST_ROWS) {
        start = firstLine + (int) parser.getCurrentLineNumber();
        if (!records.hasNext()) {
          return -1;
        }
        CSVRecord record = records.next();
        boolean blank = record.size() == 1 && record.get(0).isBlank();
        if (blank) {
          continue;
        }
        if (header.isEmpty()) {
          header.addAll(header(record.toList()));
        } else {
          rows.add(row(start, record.toList(), header.size()));
        }
      }
      return -1;
    } catch (IOException | UncheckedIOException broken) {
      if (header.isEmpty()) {
        throw refused(
            "The first line does not name the columns: its quotation marks do not match.");
      }
      return start;
    }
  }

  private static Row row(int line, List<String> values, int expected) {
    boolean more = values.stream().skip(expected).anyMatch(value -> !value.isBlank());
    return values.size() < expected || more
        ? new Row(
            line,
            List.of(),
            "The row has " + values.size() + " columns instead of " + expected + ".")
        : new Row(line, List.copyOf(values.subList(0, expected)), null);
  }

  private static List<String> header(List<String> first) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : first) {
      String clean = name.strip();
      String unique = clean.isEmpty() ? "column " + (names.size() + 1) : clean;
      if (!seen.add(unique)) {
        throw refused("The column “" + unique + "” is there twice. Name each column differently.");
      }
      names.add(unique);
    }
    if (names.size() < 2 || names.size() > MOST_COLUMNS) {
      throw refused(
          "The first line does not name the columns. Part them by commas, semicolons or tabs.");
    }
    return names;
  }

  private static char delimiter(String first) {
    char best = ',';
    long most = -1;
    for (char c : new char[] {',', ';', '\t'}) {
      long count = first.chars().filter(each -> each == c).count();
      if (count > most) {
        best = c;
        most = count;
      }
    }
    return best;
  }
}
