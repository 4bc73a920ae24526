package org.csoalliance.web.taxii;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Identifiers that are the same at every reading: version 5 UUIDs (RFC 4122, 4.3) in a name space
 * of our own, as STIX 2.1 (2.9) allows for domain objects.
 */
final class StixId {
  /** Drawn once for this platform; not the name space of STIX, which is for observables alone. */
  private static final UUID SPACE = UUID.fromString("2f65ca53-ebc6-4883-9d59-d8020b112057");

  private StixId() {}

  /** The identifier of an object: its type and a UUID made of the name. */
  static String of(String type, String... name) {
    return type + "--" + uuid(SPACE, type + "\n" + String.join("\n", name));
  }

  /** A version 5 UUID. */
  static UUID uuid(UUID space, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(space.getMostSignificantBits())
              .putLong(space.getLeastSignificantBits())
              .array());
      byte[] hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
      hash[6] = (byte) (hash[6] & 0x0f | 0x50);
      hash[8] = (byte) (hash[8] & 0x3f | 0x80);
      ByteBuffer bytes = ByteBuffer.wrap(hash);
      return new UUID(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException(every); // every Java has it
    }
  }
}
