package org.csoalliance.web.incident;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentKind;

/**
 * How the map draws a kind: kinds that a reader takes together share a shape and a colour, and each
 * kind has its letter. The legend draws this table; the script copies the shapes from the legend.
 */
public enum KindGroup {
  VIOLENCE(
      "M12 1 23 12 12 23 1 12z", IncidentKind.HIJACK, IncidentKind.KIDNAP, IncidentKind.ATTACK),
  BOARDING("M3 3h18v18H3z", IncidentKind.ROBBERY, IncidentKind.CARGO_THEFT),
  ATTEMPT("M12 1.500 23.500 21.500H.5z", IncidentKind.ATTEMPT, IncidentKind.SUSPICIOUS),
  PEOPLE("M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z", IncidentKind.STOWAWAY, IncidentKind.MIGRANTS),
  CONTRABAND(
      "M12 1.500 22.500 9.200 18.500 21.500H5.500L1.500 9.200z",
      IncidentKind.DRUGS,
      IncidentKind.WEAPONS),
  CYBER("M6.500 2.500h11L23 12l-5.500 9.500h-11L1 12z", IncidentKind.CYBER),
  STATE("M7.500 1.500h9l6 6v9l-6 6h-9l-6-6v-9z", IncidentKind.STATE_ACTION),
  OTHER("M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z", IncidentKind.OTHER);

  private final String outline;
  private final Set<IncidentKind> kinds;

  KindGroup(String outline, IncidentKind first, IncidentKind... rest) {
    this.outline = outline;
    this.kinds = EnumSet.of(first, rest);
  }

  /** The group of a kind; every kind has one. */
  public static KindGroup of(IncidentKind kind) {
    for (KindGroup group : values()) {
      if (group.kinds.contains(kind)) {
        return group;
      }
    }
    return OTHER;
  }

  /** The path of the shape in a box of 24 by 24. */
  public String getOutline() {
    return outline;
  }

  /** The colour class of the style sheet. */
  public String getCss() {
    return "k-" + name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The kinds by their names, parted by blanks, for the script of the map. */
  public String getKinds() {
    return kinds.stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  /** The letters of the kinds: "H, K, A". */
  public String getLetters() {
    return kinds.stream()
        .map(kind -> String.valueOf(kind.letter()))
        .collect(Collectors.joining(", "));
  }

  /** The letter drawn in the legend: the first one. */
  public char getLetter() {
    return kinds.iterator().next().letter();
  }

  /** What stands beside the shape in the legend. */
  public String getLabel() {
    return IncidentWords.text("group." + name());
  }
}
