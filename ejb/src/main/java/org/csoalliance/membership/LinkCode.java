package org.csoalliance.membership;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.csoalliance.platform.security.Sha256;

/**
 * The code of a link in a mail, or of an access token: chance that nobody guesses; the database
 * keeps its hash alone.
 */
public final class LinkCode {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int HEX_BYTES = 24;

  private LinkCode() {}

  /** A new code of 256 bits, fit for an address. */
  public static String make() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES));
  }

  /** A new code of 192 bits in hexadecimal digits. */
  static String hex() {
    return HexFormat.of().formatHex(random(HEX_BYTES));
  }

  /** What is kept of a code; null counts as empty. */
  public static byte[] hash(String code) {
    return Sha256.of(code == null ? "" : code);
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
