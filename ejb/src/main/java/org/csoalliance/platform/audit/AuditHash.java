package org.csoalliance.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;

/**
 * The hash of an entry: SHA-256 over the hash of the entry before and all fields of this one. Each
 * field is written with its length in front, so that no two different entries give the same bytes.
 */
final class AuditHash {
  /** What stands before the first entry. */
  static final byte[] START = new byte[32];

  private static final byte VERSION = 1;
  private static final long NO_ACTOR = -1;

  private AuditHash() {}

  static byte[] of(byte[] previous, AuditEntry entry) {
    MessageDigest digest = sha256();
    digest.update(VERSION);
    field(digest, previous);
    number(digest, entry.number());
    number(digest, ChronoUnit.MICROS.between(java.time.Instant.EPOCH, entry.at()));
    number(digest, entry.actorId() == null ? NO_ACTOR : entry.actorId());
    text(digest, entry.actorName());
    text(digest, entry.actorRole());
    text(digest, entry.action());
    text(digest, entry.objectType());
    text(digest, entry.objectRef());
    text(digest, entry.detail());
    return digest.digest();
  }

  private static void number(MessageDigest digest, long number) {
    field(digest, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  private static void text(MessageDigest digest, String text) {
    field(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void field(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("Every Java platform has SHA-256", never);
    }
  }
}
