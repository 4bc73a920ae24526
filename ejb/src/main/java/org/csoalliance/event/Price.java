package org.csoalliance.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * What somebody pays.
 *
 * @param amount zero: free
 * @param currency ISO 4217, such as EUR
 */
public record Price(BigDecimal amount, String currency) {
  /** Nothing. */
  public static final Price FREE = new Price(BigDecimal.ZERO, "EUR");

  /** Whether nothing is paid. */
  public boolean free() {
    return amount.signum() == 0;
  }

  /** Such as {@code Free} or {@code EUR 1,120.00}. */
  public String words() {
    return free()
        ? "Free"
        : currency
            + " "
            + new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(amount.setScale(2, RoundingMode.HALF_UP));
  }

  /** The same for so many people. */
  public Price times(int many) {
    return new Price(amount.multiply(BigDecimal.valueOf(many)), currency);
  }
}
