package org.csoalliance.platform.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes positions as people do. */
final class PositionText {
  private static final int LONGEST = 100;

  private static final String ANGLE =
      "(\\d{1,3}(?:\\.\\d{1,12})?)"
          + "(?:\\s*[°:\\-\\s]\\s*(\\d{1,2}(?:\\.\\d{1,12})?)"
          + "(?:\\s*[':\\-\\s]\\s*(\\d{1,2}(?:\\.\\d{1,12})?))?)?"
          + "\\s*[°'\"]?";
  private static final String BETWEEN = "\\s*[,;/]?\\s*";
  private static final Pattern LETTER_LAST =
      Pattern.compile(ANGLE + "\\s*([NSEW])" + BETWEEN + ANGLE + "\\s*([NSEW])");
  private static final Pattern LETTER_FIRST =
      Pattern.compile("([NSEW])\\s*" + ANGLE + BETWEEN + "([NSEW])\\s*" + ANGLE);
  private static final Pattern DECIMAL =
      Pattern.compile(
          "([+-]?\\d{1,3}(?:\\.\\d{1,12})?)\\s*°?(?:\\s*[,;/]\\s*|\\s+)"
              + "([+-]?\\d{1,3}(?:\\.\\d{1,12})?)\\s*°?");

  private PositionText() {}

  static Optional<Position> parse(String text) {
    if (text == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(text);
    Matcher last = LETTER_LAST.matcher(plain);
    if (last.matches()) {
      return of(angle(last, 1), last.group(4), angle(last, 5), last.group(8));
    }
    Matcher first = LETTER_FIRST.matcher(plain);
    if (first.matches()) {
      return of(angle(first, 2), first.group(1), angle(first, 6), first.group(5));
    }
    Matcher decimal = DECIMAL.matcher(plain);
    if (decimal.matches()) {
      return of(Double.parseDouble(decimal.group(1)), Double.parseDouble(decimal.group(2)));
    }
    return Optional.empty();
  }

  /** One sign for each of the many that stand for degree, minute, second and dash. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Z}\\s]+", " ")
        .strip()
        .toUpperCase(Locale.ROOT)
        .replaceAll("[º˚]", "°")
        .replaceAll("''|′′|’’|[″“”„‟ʺ]", "\"")
        .replaceAll("[′‘’‛´`ʹ]", "'")
        .replaceAll("[‐‑‒–—−]", "-");
  }

  /** The angle in the three groups from here, NaN when a minute or second is none. */
  private static double angle(Matcher matcher, int group) {
    String degrees = matcher.group(group);
    String minutes = matcher.group(group + 1);
    String seconds = matcher.group(group + 2);
    boolean fractionTooSoon =
        minutes != null && degrees.contains(".") || seconds != null && minutes.contains(".");
    double m = minutes == null ? 0 : Double.parseDouble(minutes);
    double s = seconds == null ? 0 : Double.parseDouble(seconds);
    if (fractionTooSoon || m >= 60 || s >= 60) {
      return Double.NaN;
    }
    return Double.parseDouble(degrees) + m / 60 + s / 3600;
  }

  private static Optional<Position> of(double a, String letterA, double b, String letterB) {
    boolean latitudeFirst = "NS".contains(letterA);
    if (latitudeFirst == "NS".contains(letterB)) {
      return Optional.empty();
    }
    double first = "SW".contains(letterA) ? -a : a;
    double second = "SW".contains(letterB) ? -b : b;
    return latitudeFirst ? of(first, second) : of(second, first);
  }

  private static Optional<Position> of(double latitude, double longitude) {
    boolean exists = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    // Adding zero turns minus zero into zero.
    return exists ? Optional.of(new Position(latitude + 0.0, longitude + 0.0)) : Optional.empty();
  }

  static String format(Position position) {
    return half(position.latitude(), 2, 'N', 'S') + ' ' + half(position.longitude(), 3, 'E', 'W');
  }

  private static String half(double degrees, int digits, char positive, char negative) {
    long tenths = Math.round(Math.abs(degrees) * 600);
    char letter = degrees < 0 && tenths > 0 ? negative : positive;
    return String.format(
        Locale.ROOT,
        "%0" + digits + "d°%02d.%d′%c",
        tenths / 600,
        tenths % 600 / 10,
        tenths % 10,
        letter);
  }
}
