package org.csoalliance.membership;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A slow, salted hash of a password, with its parameters beside it so that they can be raised:
 * {@code pbkdf2-sha512$210000$salt$hash}, salt and hash in Base64. PBKDF2 with HMAC-SHA-512 and
 * 210,000 iterations is what OWASP's password storage sheet asks for.
 */
public final class PasswordHash {
  /** Iterations unless the setting {@code alliance.password.iterations} says otherwise. */
  public static final int ITERATIONS = 210_000;

  /** No setting goes below this. */
  public static final int LEAST_ITERATIONS = 100_000;

  private static final String SCHEME = "pbkdf2-sha512";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MOST_ITERATIONS = 10_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int iterations, byte[] salt, byte[] hash) {
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /** Hashes a password with a fresh salt. */
  public static PasswordHash of(String password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new PasswordHash(iterations, salt, derive(password, salt, iterations));
  }

  /**
   * Reads a stored hash.
   *
   * @throws IllegalArgumentException when it is none of ours
   */
  public static PasswordHash parse(String stored) {
    String[] parts = stored.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      throw new IllegalArgumentException("Not a password hash of a known kind");
    }
    int iterations = Integer.parseInt(parts[1]);
    byte[] hash = Base64.getDecoder().decode(parts[3]);
    if (iterations < 1 || iterations > MOST_ITERATIONS || hash.length != HASH_BYTES) {
      throw new IllegalArgumentException("A password hash with parameters out of range");
    }
    return new PasswordHash(iterations, Base64.getDecoder().decode(parts[2]), hash);
  }

  /** Whether this is the password; takes as long for a right one as for a wrong one. */
  public boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, salt, iterations));
  }

  /** Whether it was made with weaker parameters than are wanted now. */
  public boolean weakerThan(int wantedIterations) {
    return iterations < wantedIterations;
  }

  /** As it is stored. */
  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.join(
        "$",
        SCHEME,
        Integer.toString(iterations),
        base64.encodeToString(salt),
        base64.encodeToString(hash));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    // the same password typed on another keyboard may come in another normal form
    String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
    PBEKeySpec spec =
        new PBEKeySpec(normal.toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA512", missing);
    } finally {
      spec.clearPassword();
    }
  }
}
