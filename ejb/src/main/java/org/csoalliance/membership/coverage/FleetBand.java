package org.csoalliance.membership.coverage;

import java.util.Arrays;
import java.util.Optional;

/**
 * How large a company's fleet is: the ships of one sector that the members of the company answer
 * for. The bounds are those in which fleets are commonly counted.
 */
public enum FleetBand {
  UP_TO_4(1, 4),
  UP_TO_19(5, 19),
  UP_TO_49(20, 49),
  UP_TO_99(50, 99),
  FROM_100(100, Integer.MAX_VALUE);

  private final int least;
  private final int most;

  FleetBand(int least, int most) {
    this.least = least;
    this.most = most;
  }

  /** The least number of ships in it. */
  int least() {
    return least;
  }

  /** As it is written and kept, such as {@code 5-19} or {@code 100+}. */
  public String words() {
    return most == Integer.MAX_VALUE ? least + "+" : least + "-" + most;
  }

  /** The band of those words; empty when there is none. */
  public static Optional<FleetBand> of(String words) {
    return Arrays.stream(values()).filter(band -> band.words().equals(words)).findFirst();
  }
}
