package org.csoalliance.membership.join;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.text.PlainText;

/**
 * A typed or pasted list of ships: a line each, the IMO number first, then name, type and flag as
 * far as known. Cells may be parted by commas, semicolons or tabs; without such, the words behind
 * the number are the name, with a type and a flag at their end.
 *
 * @param lines what became of each line that is not blank and no heading
 */
public record ShipLines(List<Line> lines) {
  /** More ships than this nobody answers for. */
  public static final int MOST = 2000;

  private static final int MOST_CHARACTERS = 400_000;
  private static final int MOST_NAME = 100;
  private static final Pattern NUMBER =
      Pattern.compile("^\\s*(?:[Ii][Mm][Oo])?[\\s:.-]*((?:[0-9][\\s\\u00a0]?)+)(.*)$");

  /** Copies the list. */
  public ShipLines {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param number 1 for the first line of what was typed
   * @param ship null when there is a problem
   * @param problem a sentence without its full stop, null when there is none
   * @param again whether the line names a ship of an earlier line and is left out
   */
  public record Line(int number, ApplicationShip ship, String problem, boolean again) {}

  /** What was typed is more than anybody looks at. */
  public static boolean tooMany(String text) {
    return text != null
        && (text.length() > MOST_CHARACTERS
            || text.lines().filter(line -> !line.isBlank()).limit(MOST + 2L).count() > MOST + 1L);
  }

  /**
   * Reads what was typed.
   *
   * @param text null as nothing; not {@link #tooMany}
   */
  public static ShipLines read(String text) {
    List<Line> found = new ArrayList<>();
    Map<String, Integer> first = new HashMap<>();
    int number = 0;
    for (String line : (text == null ? "" : text).split("\\R", -1)) {
      number++;
      String plain = PlainText.line(line.replace('\t', ';'), 500);
      if (plain.isBlank() || heading(plain, number)) {
        continue;
      }
      Line read = line(number, plain);
      if (read.ship() != null) {
        Integer earlier = first.putIfAbsent(read.ship().imo(), number);
        if (earlier != null) {
          read =
              new Line(
                  number, read.ship(), "IMO " + read.ship().imo() + " is on line " + earlier, true);
        }
      }
      found.add(read);
    }
    return new ShipLines(found);
  }

  /** The ships that can be taken, each once. */
  public List<ApplicationShip> ships() {
    return lines.stream().filter(line -> line.problem() == null).map(Line::ship).toList();
  }

  /** Lines that have to be mended. */
  public List<Line> wrong() {
    return lines.stream().filter(line -> line.problem() != null && !line.again()).toList();
  }

  /** Lines that name a ship again. */
  public List<Line> again() {
    return lines.stream().filter(Line::again).toList();
  }

  private static boolean heading(String line, int number) {
    return number == 1
        && line.toLowerCase(Locale.ROOT).contains("imo")
        && line.chars().noneMatch(c -> c >= '0' && c <= '9');
  }

  private static Line line(int number, String line) {
    boolean cells = line.indexOf(';') >= 0 || line.indexOf(',') >= 0;
    return cells ? cells(number, line) : words(number, line);
  }

  private static Line cells(int number, String line) {
    List<String> cells;
    char separator = line.indexOf(';') >= 0 ? ';' : ',';
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setTrim(true).get();
    try (CSVParser parser = CSVParser.parse(line, format)) {
      CSVRecord row = parser.iterator().next();
      cells = row.stream().toList();
    } catch (IOException | RuntimeException unreadable) {
      return problem(number, "the quotation marks do not fit together");
    }
    Optional<ImoNumber> imo = ImoNumber.ship(cells.get(0));
    if (imo.isEmpty()) {
      return wrongNumber(number, cells.get(0));
    }
    String name = cells.size() > 1 ? cells.get(1) : "";
    ShipType type = null;
    String flag = null;
    for (String cell : cells.subList(Math.min(2, cells.size()), cells.size())) {
      Optional<ShipType> asType = ShipType.of(cell);
      Optional<String> asFlag = Countries.of(cell);
      if (cell.isBlank()) {
        continue;
      } else if (type == null && asType.isPresent()) {
        type = asType.get();
      } else if (flag == null && asFlag.isPresent()) {
        flag = asFlag.get();
      } else {
        return problem(
            number, "“" + PlainText.line(cell, 60) + "” is no ship type or flag we know");
      }
    }
    return ship(number, imo.get(), name, type, flag);
  }

  private static Line words(int number, String line) {
    Matcher matcher = NUMBER.matcher(line);
    if (!matcher.matches()) {
      return wrongNumber(number, line);
    }
    Optional<ImoNumber> imo = ImoNumber.ship(matcher.group(1));
    if (imo.isEmpty()) {
      return wrongNumber(number, matcher.group(1));
    }
    List<String> words =
        new ArrayList<>(
            List.of(matcher.group(2).strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList());
    String flag = null;
    if (words.size() > 1 && words.get(words.size() - 1).matches("[A-Z]{2}")) {
      flag = Countries.of(words.get(words.size() - 1)).orElse(null);
      if (flag != null) {
        words.remove(words.size() - 1);
      }
    }
    ShipType type = null;
    for (int from = 1; from < words.size() && type == null; from++) {
      type = ShipType.of(String.join(" ", words.subList(from, words.size()))).orElse(null);
      if (type != null) {
        words = words.subList(0, from);
      }
    }
    return ship(number, imo.get(), String.join(" ", words), type, flag);
  }

  private static Line ship(int number, ImoNumber imo, String name, ShipType type, String flag) {
    return new Line(
        number,
        new ApplicationShip(
            imo.digits(),
            PlainText.line(name, MOST_NAME),
            type == null ? ShipType.OTHER : type,
            flag),
        null,
        false);
  }

  private static Line wrongNumber(int number, String typed) {
    String digits = typed.replaceAll("[^0-9]", "");
    return problem(
        number,
        digits.length() == 7
            ? "IMO " + digits + " fails its check digit"
            : "“" + PlainText.line(typed, 40) + "” is no IMO number of seven digits");
  }

  private static Line problem(int number, String sentence) {
    return new Line(number, null, sentence, false);
  }
}
