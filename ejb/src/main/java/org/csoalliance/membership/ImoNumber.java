package org.csoalliance.membership;

import java.util.Optional;

/**
 * The seven digits that the IMO scheme gives to a ship, or to a company or registered owner. The
 * last digit checks the others, by a rule of its own for each of the two (IMO resolutions
 * A.1117(30) and MSC.160(78)). About one wrong digit in nine passes the ship rule, and one valid
 * ship number in ten the company rule: show the ship's name back, and never guess the kind from the
 * digits.
 */
public final class ImoNumber {
  private static final int[] SHIP_WEIGHTS = {7, 6, 5, 4, 3, 2};
  private static final int[] COMPANY_WEIGHTS = {8, 6, 4, 2, 9, 7};

  private final String digits;

  private ImoNumber(String digits) {
    this.digits = digits;
  }

  /**
   * Reads a ship's number as people write it: {@code 9074729}, {@code IMO 9074729}, {@code
   * imo9074729}, with blanks anywhere.
   *
   * @param typed what was typed; null and blank are answered as wrong
   * @return empty when it is not seven digits of which the last one fits
   */
  public static Optional<ImoNumber> ship(String typed) {
    return digits(typed).filter(ImoNumber::isShip).map(ImoNumber::new);
  }

  /**
   * Reads the number of a company or registered owner, written like a ship's.
   *
   * @param typed what was typed; null and blank are answered as wrong
   * @return empty when it is not seven digits of which the last one fits
   */
  public static Optional<ImoNumber> company(String typed) {
    return digits(typed).filter(ImoNumber::isCompany).map(ImoNumber::new);
  }

  private static boolean isShip(String seven) {
    return weighted(seven, SHIP_WEIGHTS) % 10 == seven.charAt(6) - '0';
  }

  private static boolean isCompany(String seven) {
    return (11 - weighted(seven, COMPANY_WEIGHTS) % 11) % 10 == seven.charAt(6) - '0';
  }

  private static int weighted(String seven, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (seven.charAt(i) - '0');
    }
    return sum;
  }

  /** The seven ASCII digits of what was typed; other alphabets' digits are no IMO number. */
  private static Optional<String> digits(String typed) {
    if (typed == null || typed.length() > 100) {
      return Optional.empty();
    }
    StringBuilder seven = new StringBuilder();
    String rest = typed.strip();
    if (rest.regionMatches(true, 0, "IMO", 0, 3)) {
      rest = rest.substring(3);
    }
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c >= '0' && c <= '9') {
        seven.append(c);
      } else if (!Character.isWhitespace(c) && c != '\u00a0') {
        return Optional.empty();
      }
    }
    return seven.length() == 7 ? Optional.of(seven.toString()) : Optional.empty();
  }

  /** The seven digits, without the letters IMO. */
  public String digits() {
    return digits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImoNumber that && that.digits.equals(digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  /** As it is painted on the hull: {@code IMO 9074729}. */
  @Override
  public String toString() {
    return "IMO " + digits;
  }
}
