package org.csoalliance.event.registration;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.csoalliance.platform.security.Sha256;

/**
 * The lot for an opening rush. Each registration gets the SHA-256 of the seed, a colon and its
 * number, in decimal digits; the smallest comes first. The seed is drawn before anybody registers
 * and its own SHA-256 is shown from then on, so that nobody can choose it afterwards; once it is
 * shown, anybody who has the numbers can draw again. To register earlier, or again, gains nothing.
 */
public final class Draw {
  private Draw() {}

  /** A new seed: 32 random bytes in hexadecimal digits. */
  static String seed() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** The numbers of the registrations in the order of the draw. */
  public static List<Long> order(String seed, List<Long> registrations) {
    return registrations.stream()
        .sorted(Comparator.comparing((Long id) -> lot(seed, id)).thenComparing(id -> id))
        .toList();
  }

  /** What is shown of the seed before the draw. */
  public static String commitment(String seed) {
    return HexFormat.of().formatHex(Sha256.of(seed));
  }

  private static String lot(String seed, long id) {
    return HexFormat.of().formatHex(Sha256.of(seed + ":" + id));
  }
}
