package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.csoalliance.platform.error.InvalidException;

/** Reads the header Idempotency-Key: a request sent twice with one key is one report. */
final class IdempotencyKey {
  private static final int MOST_CHARACTERS = 200;

  private IdempotencyKey() {}

  /**
   * The key for the service.
   *
   * @param header a UUID, or any text; null when there is none
   * @param accountId whose key it is: the same text of somebody else is another key
   * @return null when there is none
   * @throws InvalidException when it is too long
   */
  static UUID of(String header, Long accountId) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String key = header.strip();
    if (key.length() > MOST_CHARACTERS) {
      throw new InvalidException(
          "Idempotency-Key", "A key may have " + MOST_CHARACTERS + " characters at most.");
    }
    return UUID.nameUUIDFromBytes((accountId + " " + key).getBytes(UTF_8));
  }
}
