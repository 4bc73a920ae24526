package org.csoalliance.incident.alert;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.geo.Position;

/** Waters and kinds in words, the same on the page and in a mail. */
public final class WatersText {
  private WatersText() {}

  /** Where the waters lie, such as {@code 60 NM round 01°12.0′N 103°54.0′E}. */
  public static String place(Waters waters) {
    if (waters.circle() != null) {
      return miles(waters.circle().radiusNm()) + " NM round " + waters.circle().centre().format();
    }
    return new Position(waters.box().south(), waters.box().west()).format()
        + " to "
        + new Position(waters.box().north(), waters.box().east()).format();
  }

  /** The kinds, such as {@code Robbery, Hijack}; {@code any kind} when all are meant. */
  public static String kinds(Set<IncidentKind> kinds) {
    return kinds.isEmpty()
        ? "any kind"
        : kinds.stream().map(IncidentKind::words).collect(Collectors.joining(", "));
  }

  /** Nautical miles with at most one decimal and a comma for thousands. */
  public static String miles(double miles) {
    return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(miles);
  }
}
