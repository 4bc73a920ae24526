package org.csoalliance.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The part of a link that says what it does and cannot be made up: a subject and an HMAC-SHA-256
 * over the use and the subject, of which 128 bits are kept (RFC 2104, 5). A link of one use opens
 * nothing of another use. It holds no name and no address.
 */
public final class SignedLink {
  private static final int TAG_BYTES = 16;
  private static final int MOST = 200;

  private final byte[] secret;

  /**
   * Signs and checks with the secret.
   *
   * @param secret 32 random bytes
   */
  public SignedLink(byte[] secret) {
    this.secret = secret.clone();
  }

  /**
   * The token for an address, of letters, digits, hyphen, underscore and one point.
   *
   * @param use what the link does, a constant of the code
   * @param subject what it is about
   */
  public String of(String use, String subject) {
    byte[] plain = subject.getBytes(StandardCharsets.UTF_8);
    return text(plain) + "." + text(tag(use, plain));
  }

  /** The subject of a token of this use; empty when we did not sign it. Takes null. */
  public Optional<String> read(String use, String token) {
    int point = token == null || token.length() > MOST ? -1 : token.indexOf('.');
    if (point < 0) {
      return Optional.empty();
    }
    try {
      byte[] plain = Base64.getUrlDecoder().decode(token.substring(0, point));
      byte[] tag = Base64.getUrlDecoder().decode(token.substring(point + 1));
      return MessageDigest.isEqual(tag, tag(use, plain))
          ? Optional.of(new String(plain, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private byte[] tag(String use, byte[] plain) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(use.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(plain), TAG_BYTES);
    } catch (GeneralSecurityException every) {
      throw new IllegalStateException(every); // every Java has it
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
