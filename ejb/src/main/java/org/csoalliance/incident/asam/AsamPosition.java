package org.csoalliance.incident.asam;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.platform.geo.Position;

/**
 * Positions as ASAM writes them: degrees, minutes and seconds, the halves parted by a line break.
 * One row in twenty has 60 minutes where it means the next degree ({@code 5°60'00"S} beside
 * "06-00S" in the words): here that is carried over, while {@link Position#parse} refuses it.
 */
final class AsamPosition {
  private static final String HALF = "(\\d{1,3})°\\s*(\\d{1,2})'\\s*(\\d{1,3}(?:\\.\\d{1,9})?)\"";
  private static final Pattern SEXAGESIMAL =
      Pattern.compile(HALF + "([NS])[\\s,]+" + HALF + "([EW])");

  private AsamPosition() {}

  static Optional<Position> parse(String text) {
    Matcher matcher = SEXAGESIMAL.matcher(text.strip());
    if (!matcher.matches()) {
      return Position.parse(text);
    }
    double latitude = half(matcher, 1);
    double longitude = half(matcher, 5);
    if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
      return Optional.empty();
    }
    return Optional.of(new Position(latitude, longitude));
  }

  private static double half(Matcher matcher, int group) {
    double minutes = Double.parseDouble(matcher.group(group + 1));
    double seconds = Double.parseDouble(matcher.group(group + 2));
    if (minutes > 60 || seconds > 60) {
      return Double.NaN;
    }
    double degrees = Double.parseDouble(matcher.group(group)) + minutes / 60 + seconds / 3600;
    return "SW".contains(matcher.group(group + 3)) ? 0.0 - degrees : degrees;
  }
}
