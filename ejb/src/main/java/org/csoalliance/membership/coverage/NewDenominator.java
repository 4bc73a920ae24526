package org.csoalliance.membership.coverage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.membership.Sector;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/**
 * A denominator as an editor writes it down; see {@link Denominator}.
 *
 * @param band null: the whole sector
 */
public record NewDenominator(
    Sector sector, FleetBand band, int ships, LocalDate asOf, String source) {
  static final int MOST_SHIPS = 1_000_000;
  static final int MOST_SOURCE = 500;
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  /**
   * Reads what was typed.
   *
   * @param band the words of a band, empty or null for the whole sector
   * @param ships digits, with or without commas
   * @param asOf a day such as {@code 2026-01-01}, not after today
   * @throws InvalidException fields {@code sector, band, ships, asOf, source}
   */
  public static NewDenominator typed(
      String sector, String band, String ships, String asOf, String source, LocalDate today) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Sector trade =
        Arrays.stream(Sector.values())
            .filter(each -> each.name().equals(sector))
            .findFirst()
            .orElse(null);
    if (trade == null) {
      wrong.put("sector", "Choose a sector.");
    }
    FleetBand size = FleetBand.of(band).orElse(null);
    if (size == null && band != null && !band.isEmpty()) {
      wrong.put("band", "Choose a fleet size from the list.");
    }
    String digits = ships == null ? "" : ships.replaceAll("[\\s,]", "");
    int count = digits.matches("[0-9]{1,7}") ? Integer.parseInt(digits) : 0;
    if (count < 1 || count > MOST_SHIPS) {
      wrong.put("ships", "Enter how many ships there are, from 1 to 1,000,000, in digits.");
    }
    LocalDate day = day(asOf);
    if (day == null) {
      wrong.put("asOf", "Enter the day that the source speaks of, such as 2026-01-01.");
    } else if (day.isAfter(today) || day.isBefore(FIRST_DAY)) {
      wrong.put("asOf", "Enter a day from 2000-01-01 to today.");
    }
    String from = PlainText.line(source == null ? "" : source, MOST_SOURCE + 1).strip();
    if (from.length() < 5 || from.length() > MOST_SOURCE) {
      wrong.put("source", "Say where the number is from, in 5 to 500 characters.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewDenominator(trade, size, count, day, from);
  }

  private static LocalDate day(String typed) {
    try {
      return typed == null ? null : LocalDate.parse(typed.strip(), DAY);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }
}
