package org.csoalliance.incident;

/**
 * A ship that is fired on, seized or challenged is not shown to those who do it: until the reporter
 * says that it is safe, others see its place only roughly, whatever was chosen.
 */
final class Unsafe {
  /** How roughly, in nautical miles. */
  static final double BLUR_NM = 30;

  private Unsafe() {}

  /** The report with what is given away as long as the ship is not safe. */
  static ReportIncident shown(ReportIncident report) {
    return report.with(report.title(), report.tlp(), choice(report));
  }

  private static Disclosure choice(ReportIncident report) {
    Disclosure choice = report.disclosure();
    boolean safe =
        report.kind() != IncidentKind.STATE_ACTION
            || report.details() != null && report.details().getString("shipSafe", "").equals("YES");
    return safe ? choice : rough(choice);
  }

  /** The same with at least the blur of a ship in danger. */
  static Disclosure rough(Disclosure choice) {
    return choice.blurNm() >= BLUR_NM
        ? choice
        : new Disclosure(
            choice.attribution(),
            BLUR_NM,
            choice.mayPassFlag(),
            choice.mayPassNavy(),
            choice.mayPassImb());
  }
}
