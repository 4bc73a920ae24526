package org.csoalliance.publishing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.csoalliance.platform.error.InvalidException;

/**
 * The last part of a bulletin's address. Only small Latin letters, digits and single hyphens, so
 * that no two addresses look alike and none leads elsewhere.
 */
final class Slug {
  static final int MOST = 80;
  private static final Pattern GOOD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MOST_TITLE = 60;

  /** Addresses below /news that are pages of their own. */
  private static final Set<String> TAKEN =
      Set.of("subscribe", "confirm", "stop", "pictures", "atom");

  private Slug() {}

  /**
   * From a title. Accents are folded; letters of other scripts are left out, since some of them
   * look like Latin ones.
   *
   * @return empty when nothing is left
   */
  static String of(String title) {
    String plain = folded(title).replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-");
    plain = plain.replaceAll("^-|-$", "");
    if (plain.length() > MOST_TITLE) {
      int end = plain.lastIndexOf('-', MOST_TITLE);
      plain = plain.substring(0, end > 20 ? end : MOST_TITLE).replaceAll("-$", "");
    }
    return TAKEN.contains(plain) ? plain + "-1" : plain;
  }

  /**
   * As an editor typed it: accents and capitals are folded, blanks become hyphens, anything else is
   * refused.
   *
   * @throws InvalidException with a sentence for {@code address}
   */
  static String typed(String typed) {
    String plain = folded(typed.strip()).replaceAll(" +", "-");
    if (!GOOD.matcher(plain).matches() || plain.length() > MOST) {
      throw new InvalidException(
          "address",
          "An address has at most 80 small letters from a to z, digits and single hyphens, such as"
              + " stowaway-drive. Other letters may look alike and are not taken.");
    }
    if (TAKEN.contains(plain)) {
      throw new InvalidException(
          "address", "/news/" + plain + " is a page of the platform. Choose another address.");
    }
    return plain;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
