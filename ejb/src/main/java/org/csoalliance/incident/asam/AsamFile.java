package org.csoalliance.incident.asam;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.csoalliance.platform.error.InvalidException;

/**
 * An ASAM file, cut into rows. A row whose quoting is broken, or that is cut, is kept as a broken
 * one with its line, and reading goes on at the next line that looks like the start of a row: one
 * bad row costs one row.
 */
final class AsamFile {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
  private static final Pattern ROW_START = Pattern.compile("(?m)^\"?\\d{4}-\\d{1,5}\"?,");
  private static final int MOST_BROKEN_ROWS = 1000;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * A row as it stands in the file.
   *
   * @param line where it starts, counted from 1
   * @param values in the order of the file's columns; empty when broken
   * @param broken why it cannot be read, null when it can
   */
  record Row(int line, List<String> values, String broken) {}

  private final List<Row> rows = new ArrayList<>();
  private final String text;
  private final String note;
  private final AsamColumns columns;

  private AsamFile(String text, String note, AsamColumns columns) {
    this.text = text;
    this.note = note;
    this.columns = columns;
  }

  /** The rows in the order of the file, without the header and without blank lines. */
  List<Row> rows() {
    return rows;
  }

  /** Where each column stands. */
  AsamColumns columns() {
    return columns;
  }

  /** What is to be known of the file as a whole; may be empty. */
  String note() {
    return note;
  }

  /**
   * Reads the header alone.
   *
   * @throws InvalidException field {@code file}, when it is no such file
   */
  static void check(byte[] content) {
    open(Arrays.copyOf(content, Math.min(content.length, 16_384)), true);
  }

  /**
   * Reads all of it.
   *
   * @throws InvalidException field {@code file}, when it is no such file
   */
  static AsamFile read(byte[] content) {
    AsamFile file = open(content, false);
    file.readRows();
    return file;
  }

  private static AsamFile open(byte[] content, boolean headOnly) {
    if (new String(content, StandardCharsets.ISO_8859_1).isBlank()) {
      throw new InvalidException("file", "The file is empty.");
    }
    int head = Math.min(content.length, 8192);
    long nulls = IntStream.range(0, head).filter(i -> content[i] == 0).count();
    if (nulls * 100 > head) {
      throw new InvalidException(
          "file", "The file is no text. Choose the list that NGA publishes as CSV.");
    }
    String text = utf8(content, headOnly);
    String note = "";
    if (text == null) {
      text = new String(content, WINDOWS);
      note = "The file is not in UTF-8; it was read as Windows-1252 (Latin-1).";
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return new AsamFile(text, note, AsamColumns.of(header(text)));
  }

  /** The text, or null when it is none; a character that is cut at the very end is forgiven. */
  private static String utf8(byte[] content, boolean cutAtEnd) {
    int slack = cutAtEnd || content.length > 3 && content[content.length - 1] < 0 ? 3 : 0;
    for (int less = 0; less <= slack && less < content.length; less++) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(content, 0, content.length - less))
            .toString();
      } catch (CharacterCodingException malformed) {
        // Not with this end: once more with a byte less, or not at all.
      }
    }
    return null;
  }

  private static List<String> header(String text) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      return records.hasNext() ? records.next().toList() : List.of();
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }

  private void readRows() {
    int offset = 0;
    int line = 1;
    boolean header = true;
    int broken = 0;
    while (offset >= 0 && offset < text.length()) {
      int failed = readFrom(offset, line, header);
      header = false;
      if (failed < 0) {
        break;
      }
      boolean giveUp = ++broken >= MOST_BROKEN_ROWS;
      int from = offsetOfLine(offset, failed - line);
      int next = giveUp ? -1 : nextRow(from);
      rows.add(
          new Row(
              failed,
              List.of(),
              giveUp
                  ? "From here on the file cannot be read: too many rows have broken quotation"
                      + " marks."
                  : next < 0
                      ? "The file ends inside this row, or its quotation marks do not match."
                      : "The quotation marks of this row do not match."));
      if (next >= 0) {
        line = failed + linesBetween(from, next);
      }
      offset = next;
    }
    int last = rows.size() - 1;
    if (last >= 0 && !text.endsWith("\n") && !text.endsWith("\r")) {
      cutAtEnd(last);
    }
  }

  /** Without its last line break, a row that lacks columns was cut. */
  private void cutAtEnd(int last) {
    Row row = rows.get(last);
    if (row.broken() != null && row.broken().startsWith("The row has")) {
      rows.set(last, new Row(row.line(), List.of(), "The file ends inside this row."));
    }
  }

  /** Reads rows until the end (-1) or until one that is broken (its line). */
  private int readFrom(int offset, int firstLine, boolean header) {
    boolean skip = header;
    int start = firstLine;
    try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(offset)), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (true) {
        start = firstLine + (int) parser.getCurrentLineNumber();
        if (!records.hasNext()) {
          return -1;
        }
        CSVRecord csv = records.next();
        boolean blank = csv.size() == 1 && csv.get(0).isBlank();
        if (!skip && !blank) {
          rows.add(row(start, csv.toList()));
        }
        skip = false;
      }
    } catch (IOException | UncheckedIOException broken) {
      return start;
    }
  }

  private Row row(int line, List<String> values) {
    int expected = columns.count();
    boolean more = values.stream().skip(expected).anyMatch(value -> !value.isBlank());
    if (values.size() < expected || more) {
      return new Row(
          line,
          List.of(),
          String.format(
              Locale.ROOT, "The row has %d columns instead of %d.", values.size(), expected));
    }
    return new Row(line, values, null);
  }

  private int offsetOfLine(int offset, int lines) {
    int at = offset;
    for (int i = 0; i < lines; i++) {
      at = endOfLine(at);
    }
    return at;
  }

  private int linesBetween(int from, int to) {
    int lines = 0;
    for (int at = from; at < to; at = endOfLine(at)) {
      lines++;
    }
    return lines;
  }

  /** The start of the line after the one at the offset; CR, LF and CR LF each end a line. */
  private int endOfLine(int offset) {
    int at = offset;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\n') {
        return at;
      } else if (c == '\r') {
        return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
      }
    }
    return at;
  }

  private int nextRow(int brokenRow) {
    Matcher matcher = ROW_START.matcher(text);
    return matcher.find(endOfLine(brokenRow)) ? matcher.start() : -1;
  }
}
