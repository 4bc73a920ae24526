package org.csoalliance.web.shared;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers with their noun. */
public final class Plural {
  private Plural() {}

  /** Such as {@code 1 member}, {@code 8,140 members}. */
  public static String of(long count, String one, String many) {
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(count)
        + " "
        + (count == 1 ? one : many);
  }
}
