package org.csoalliance.incident.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A SHA-256, comparable.
 *
 * @param hex in small letters
 */
public record Hash(String hex) {
  /** Of bytes as they are. */
  public static Hash of(byte[] content) {
    try {
      return new Hash(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Of values in their order, so that no two lists of values give one text. */
  public static Hash of(List<String> values) {
    return of(String.join("\u001f", values).getBytes(StandardCharsets.UTF_8));
  }

  /** As bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
