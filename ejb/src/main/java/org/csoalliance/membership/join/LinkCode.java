package org.csoalliance.membership.join;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The code of a link in a mail: 256 random bits; the database keeps its SHA-256 alone. */
final class LinkCode {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private LinkCode() {}

  /** A new code, fit for an address. */
  static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a code; null counts as empty. */
  static byte[] hash(String code) {
    return sha256((code == null ? "" : code).getBytes(UTF_8));
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException(every); // every Java has it
    }
  }
}
