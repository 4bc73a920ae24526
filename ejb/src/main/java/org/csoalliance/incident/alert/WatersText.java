package org.csoalliance.incident.alert;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.geo.Corridor;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/** A watch in words, the same on the page, in a mail and in the audit log. */
public final class WatersText {
  private WatersText() {}

  /** Where the waters lie, such as {@code 60 NM round 01°12.0′N 103°54.0′E}. */
  public static String place(Waters waters) {
    return switch (waters.shape()) {
      case CIRCLE ->
          miles(waters.circle().radiusNm()) + " NM round " + waters.circle().centre().format();
      case PORT -> miles(waters.circle().radiusNm()) + " NM round the port " + waters.port();
      case BOX ->
          new Position(waters.box().south(), waters.box().west()).format()
              + " to "
              + new Position(waters.box().north(), waters.box().east()).format();
      case POLYGON -> {
        int corners = waters.outline().points().size();
        yield "Area of " + corners + " corners round " + waters.outline().middle().format();
      }
      case CORRIDOR -> route(waters.corridor());
      case WORLD -> "Anywhere";
    };
  }

  private static String route(Corridor corridor) {
    List<Position> points = corridor.points();
    int between = points.size() - 2;
    return miles(corridor.halfWidthNm())
        + " NM each side of the route from "
        + points.get(0).format()
        + " to "
        + points.get(points.size() - 1).format()
        + (between == 0 ? "" : " by " + between + (between == 1 ? " way point" : " way points"));
  }

  /** The kinds, such as {@code Robbery, Hijack}; {@code any kind} when all are meant. */
  public static String kinds(Set<IncidentKind> kinds) {
    return kinds.isEmpty()
        ? "any kind"
        : kinds.stream().map(IncidentKind::words).collect(Collectors.joining(", "));
  }

  /** What is wanted, such as {@code Robbery, CAT 2 and graver, with the words "knives"}. */
  public static String wanted(Wanted wanted) {
    List<String> parts = new ArrayList<>();
    parts.add(kinds(wanted.kinds()));
    if (wanted.atLeast() != null) {
      parts.add("CAT " + wanted.atLeast() + (wanted.atLeast() == 1 ? "" : " and graver"));
    }
    if (!wanted.labels().isEmpty()) {
      parts.add(wanted.labels().stream().map(Tlp::label).collect(Collectors.joining(" or ")));
    }
    if (!wanted.words().isEmpty()) {
      parts.add("with the words “" + wanted.words() + "”");
    }
    return String.join(", ", parts);
  }

  /** Nautical miles with at most one decimal and a comma for thousands. */
  public static String miles(double miles) {
    return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(miles);
  }
}
