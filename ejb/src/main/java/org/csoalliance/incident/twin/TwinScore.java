package org.csoalliance.incident.twin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;

/**
 * How likely two incidents are one event, and why. Time counts up to 30 points, place 30, ship 40,
 * kind 10; another ship takes 50 away, and more than 100 NM take 40. From {@link #PROPOSED} on the
 * two are proposed to an editor, who decides.
 *
 * @param points 0 to 100
 * @param reasons sentences, the weightiest first
 */
record TwinScore(int points, List<String> reasons) {
  /** From so many points on a pair is proposed. */
  static final int PROPOSED = 50;

  private static final double FAR_NM = 100;
  private static final Set<IncidentKind> BOARDING =
      Set.of(
          IncidentKind.ROBBERY,
          IncidentKind.ATTACK,
          IncidentKind.HIJACK,
          IncidentKind.KIDNAP,
          IncidentKind.ATTEMPT,
          IncidentKind.SUSPICIOUS,
          IncidentKind.CARGO_THEFT);

  /**
   * What was measured between two incidents.
   *
   * @param apart between their times, never negative
   * @param dayOnly whether of one of them only the day is known
   * @param miles between their positions in nautical miles, null when one has none
   * @param sameImo whether both name the same IMO number
   * @param otherImo whether both name one, and not the same
   * @param sameName whether both name ships of the same name
   */
  record Measures(
      Duration apart,
      boolean dayOnly,
      Double miles,
      boolean sameImo,
      boolean otherImo,
      boolean sameName,
      IncidentKind one,
      IncidentKind other) {}

  static TwinScore of(Measures m) {
    List<String> reasons = new ArrayList<>();
    int points = ship(m, reasons) + time(m, reasons) + place(m, reasons) + kind(m, reasons);
    return new TwinScore(Math.max(0, Math.min(100, points)), List.copyOf(reasons));
  }

  private static int ship(Measures m, List<String> reasons) {
    if (m.sameImo()) {
      reasons.add("The same ship, by its IMO number (40)");
      return 40;
    }
    if (m.otherImo()) {
      reasons.add("Ships with other IMO numbers (−50)");
      return -50;
    }
    if (m.sameName()) {
      reasons.add("Ships of the same name (30)");
      return 30;
    }
    return 0;
  }

  private static int time(Measures m, List<String> reasons) {
    if (m.dayOnly()) {
      boolean close = m.apart().compareTo(Duration.ofHours(24)) <= 0;
      reasons.add(
          close
              ? "The same day or the next; of one only the day is known (20)"
              : "Less than two days apart; of one only the day is known (10)");
      return close ? 20 : 10;
    }
    long minutes = m.apart().toMinutes();
    int points = minutes <= 60 ? 30 : minutes <= 360 ? 20 : minutes <= 1440 ? 10 : 0;
    reasons.add(words(minutes) + " apart (" + points + ")");
    return points;
  }

  /** Such as "25 minutes" or "8 h 55 min", for an editor who compares two accounts. */
  private static String words(long minutes) {
    if (minutes < 120) {
      return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
    return minutes / 60 + (minutes % 60 == 0 ? " hours" : " h " + minutes % 60 + " min");
  }

  private static int place(Measures m, List<String> reasons) {
    if (m.miles() == null) {
      reasons.add("Of one no position is known (0)");
      return 0;
    }
    if (m.miles() > FAR_NM) {
      reasons.add(
          String.format(Locale.ROOT, "%,.0f NM apart, too far for one event (−40)", m.miles()));
      return -40;
    }
    int points = m.miles() <= 2 ? 30 : m.miles() <= 10 ? 20 : m.miles() <= 30 ? 10 : 0;
    reasons.add(String.format(Locale.ROOT, "%.1f NM apart (%d)", m.miles(), points));
    return points;
  }

  private static int kind(Measures m, List<String> reasons) {
    if (m.one() == m.other()) {
      reasons.add("The same kind (10)");
      return 10;
    }
    if (BOARDING.contains(m.one()) && BOARDING.contains(m.other())) {
      reasons.add("Kinds that are easily taken for each other (5)");
      return 5;
    }
    reasons.add("Other kinds (0)");
    return 0;
  }
}
