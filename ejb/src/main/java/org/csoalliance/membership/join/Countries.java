package org.csoalliance.membership.join;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.platform.error.InvalidException;

/** Countries and flag States as people write them: the English name or the ISO 3166 code. */
public final class Countries {
  private static final int MOST = 40;
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  private static final Map<String, String> BY_NAME = names();

  private Countries() {}

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String code : Locale.getISOCountries()) {
      names.put(key(name(code)), code);
    }
    names.put("uk", "GB");
    names.put("great britain", "GB");
    names.put("usa", "US");
    names.put("united states of america", "US");
    names.put("the bahamas", "BS");
    names.put("the netherlands", "NL");
    names.put("hong kong", "HK");
    names.put("macao", "MO");
    names.put("myanmar", "MM");
    names.put("turkey", "TR");
    names.put("türkiye", "TR");
    names.put("republic of korea", "KR");
    names.put("korea", "KR");
    names.put("russian federation", "RU");
    names.put("viet nam", "VN");
    names.put("saint vincent and the grenadines", "VC");
    names.put("antigua and barbuda", "AG");
    names.put("saint kitts and nevis", "KN");
    names.put("madeira", "PT");
    return names;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('&', ' ').replaceAll("\\s+", " ").strip();
  }

  /** The English name of a code, the code itself when there is none. */
  public static String name(String code) {
    return code == null
        ? ""
        : new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }

  /**
   * Reads a country.
   *
   * @param typed a name or code in any case; null as nothing
   * @return its ISO 3166 alpha-2 code, empty when it is none
   */
  public static Optional<String> of(String typed) {
    String text = typed == null ? "" : typed.strip();
    String upper = text.toUpperCase(Locale.ROOT);
    if (CODES.contains(upper)) {
      return Optional.of(upper);
    }
    return Optional.ofNullable(BY_NAME.get(key(text)));
  }

  /**
   * Reads several, parted by commas, semicolons or lines.
   *
   * @return each once, in the order of their codes
   * @throws InvalidException with a sentence for {@code field} that names what is none
   */
  static List<String> several(String field, String typed) {
    TreeSet<String> codes = new TreeSet<>();
    List<String> parts =
        typed == null
            ? List.of()
            : Arrays.stream(typed.split("[,;\\r\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    for (String part : parts) {
      codes.add(
          of(part)
              .orElseThrow(
                  () ->
                      new InvalidException(
                          field,
                          "“"
                              + org.csoalliance.platform.text.PlainText.line(part, 60)
                              + "” is no State that we know. Write its English name or its"
                              + " two-letter code, parted by commas")));
    }
    if (codes.size() > MOST) {
      throw new InvalidException(field, "Name " + MOST + " flag States at most");
    }
    return List.copyOf(codes);
  }
}
