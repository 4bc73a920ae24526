package org.csoalliance.membership.vetting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/** The code in an activation link: 256 bits of chance, of which the database knows the hash. */
final class ActivationCode {
  /** How long a link works. */
  static final Duration LIVES = Duration.ofDays(7);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private ActivationCode() {}

  /** A new code, for the address of a link. */
  static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What the database keeps of it; null is hashed as nothing. */
  static byte[] hash(String code) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((code == null ? "" : code).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
