package org.csoalliance.platform.geo;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Countries and territories by their ISO 3166 code. */
public final class Country {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  /** Short names where those of Java say more, or less, than a list of ports needs. */
  private static final Map<String, String> SHORT =
      Map.of(
          "HK", "Hong Kong",
          "MO", "Macao",
          "MM", "Myanmar",
          "FK", "Falkland Islands",
          "PS", "Palestine",
          "CG", "Congo",
          "CD", "Democratic Republic of the Congo");

  private Country() {}

  /** Whether it is a code of ISO 3166, in capitals; null is none. */
  public static boolean known(String code) {
    return code != null && CODES.contains(code);
  }

  /** The English name; empty for null and for what is no code. */
  public static String name(String code) {
    if (!known(code)) {
      return "";
    }
    String name = SHORT.get(code);
    return name != null
        ? name
        : new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }
}
