package org.csoalliance.membership.coverage;

/**
 * How many ships are covered, of how many.
 *
 * @param ships covered; null where the number is kept back because it comes from so few companies
 *     that it could tell what one of them does
 * @param of how many ships there are; null where no source is written down for the day
 */
public record CoverageFigure(Integer ships, Denominator of) {
  /** Whether the number is kept back. */
  public boolean few() {
    return ships == null;
  }

  /**
   * The share in percent, rounded down so that no goal is claimed early.
   *
   * @return null where either number is missing; above 100 where the source counts too few
   */
  public Integer percent() {
    return ships == null || of == null ? null : (int) (ships * 100L / of.ships());
  }
}
