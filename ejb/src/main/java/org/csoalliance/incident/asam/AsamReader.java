package org.csoalliance.incident.asam;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.importing.Hash;
import org.csoalliance.platform.geo.Position;

/** Makes events of rows, or says in one sentence why it cannot. */
final class AsamReader {
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_WORDS = 300;
  private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
  private static final Pattern REFERENCE = Pattern.compile("\\d{4}-\\d{1,5}");
  private static final Pattern UPDATE_OF =
      Pattern.compile("(?i)\\(update (?:of|to) (?:entry|asam) (\\d{4}-\\d{1,5})\\)");
  private static final Pattern SAYS_UPDATE = Pattern.compile("(?i)\\(update\\b");
  private static final String NO_TEXT = "NGA published no description of this event.";

  private final AsamColumns columns;
  private final LocalDate lastDay;

  /**
   * Makes a reader.
   *
   * @param today in UTC; one more day is granted, since it begins earlier in the east
   */
  AsamReader(AsamColumns columns, LocalDate today) {
    this.columns = columns;
    this.lastDay = today.plusDays(1);
  }

  /** Either an event or the reason why there is none; the other is null. */
  record Reading(int line, AsamEvent event, String refusal) {}

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence);
    }
  }

  Reading read(AsamFile.Row row) {
    if (row.broken() != null) {
      return new Reading(row.line(), null, row.broken());
    }
    try {
      return new Reading(row.line(), event(row), null);
    } catch (Refused refused) {
      return new Reading(row.line(), null, refused.getMessage());
    }
  }

  private AsamEvent event(AsamFile.Row row) throws Refused {
    String reference = reference(value(row, AsamColumns.REFERENCE));
    LocalDate day = day(value(row, AsamColumns.DATE));
    Position position = position(row);
    String hostility = oneLine(value(row, AsamColumns.HOSTILITY));
    String victim = oneLine(value(row, AsamColumns.VICTIM));
    String text = clean(value(row, AsamColumns.DESCRIPTION));
    if (hostility.length() > LONGEST_WORDS) {
      throw new Refused("The hostility is longer than 300 characters.");
    } else if (text.length() > LONGEST_TEXT) {
      throw new Refused("The description is longer than 20,000 characters.");
    }
    IncidentKind kind = KindTable.kind(hostility, text);
    String area = AsamArea.of(text, value(row, AsamColumns.NAV_AREA));
    AsamTime time = AsamTime.of(day, text);
    Matcher update = UPDATE_OF.matcher(text);
    return new AsamEvent(
        row.line(),
        Hash.of(row.values()),
        reference,
        update.find() ? update.group(1) : null,
        SAYS_UPDATE.matcher(text).find(),
        day,
        time,
        position,
        kind,
        hostility,
        area,
        AsamTitle.of(kind, victim, text, area),
        text.isEmpty() ? NO_TEXT : text,
        AsamShip.field(victim),
        AsamAccount.of(text, victim, time.stated()));
  }

  private String value(AsamFile.Row row, String column) {
    return columns.value(row, column);
  }

  private static String reference(String text) throws Refused {
    String reference = oneLine(text);
    if (reference.isEmpty()) {
      throw new Refused("The reference is lacking.");
    } else if (!REFERENCE.matcher(reference).matches()) {
      throw new Refused("The reference “" + shown(reference) + "” is not written as 2021-207 is.");
    }
    return reference;
  }

  private LocalDate day(String text) throws Refused {
    String date = oneLine(text);
    if (date.isEmpty()) {
      throw new Refused("The date is lacking.");
    }
    LocalDate day;
    try {
      day =
          LocalDate.parse(
              date.length() > 10 && date.charAt(10) == 'T' ? date.substring(0, 10) : date);
    } catch (DateTimeException unreadable) {
      throw new Refused("The date “" + shown(date) + "” cannot be read; it is written 2021-07-29.");
    }
    if (day.isAfter(lastDay)) {
      throw new Refused("The date " + day + " lies in the future.");
    } else if (day.isBefore(FIRST_DAY)) {
      throw new Refused("The date " + shown(date) + " lies before 1970.");
    }
    return day;
  }

  /** Of the file's two ways to write a position, the sexagesimal one; both must agree. */
  private Position position(AsamFile.Row row) throws Refused {
    String whole = value(row, AsamColumns.POSITION).strip();
    String latitude = value(row, AsamColumns.LATITUDE).strip();
    String longitude = value(row, AsamColumns.LONGITUDE).strip();
    boolean halves = !latitude.isEmpty() && !longitude.isEmpty();
    if (whole.isEmpty() && !halves) {
      throw new Refused("The position is lacking.");
    }
    Optional<Position> first = whole.isEmpty() ? Optional.empty() : AsamPosition.parse(whole);
    if (!whole.isEmpty() && first.isEmpty()) {
      throw new Refused(
          "The position “"
              + shown(oneLine(whole))
              + "” cannot be read or lies outside the ranges.");
    }
    if (!halves) {
      return first.orElseThrow();
    }
    Position second =
        Position.parse(latitude + ", " + longitude)
            .orElseThrow(
                () ->
                    new Refused(
                        "Latitude and longitude “"
                            + shown(oneLine(latitude + ", " + longitude))
                            + "” cannot be read or lie outside the ranges."));
    if (first.isPresent() && first.get().distanceNm(second) > 1) {
      throw new Refused(
          "The position and the columns of latitude and longitude lie more than 1 NM apart.");
    }
    return first.orElse(second);
  }

  /** At most 40 characters of what stands in the file, for a sentence. */
  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** Without control characters, and without the blanks that old rows pad their lines with. */
  static String clean(String text) {
    return text.replaceAll("\\R", "\n")
        .replaceAll("[\\p{Cc}&&[^\n\t]]", "")
        .replaceAll("[ \\t\\x{00A0}]+", " ")
        .replaceAll(" ?\n ?", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  static String oneLine(String text) {
    return clean(text).replace('\n', ' ');
  }
}
