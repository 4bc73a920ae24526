package org.csoalliance.event.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which a device keeps the list of a door. It follows from a secret of the server,
 * the account and the event: whoever signs in again with that account gets it again, so that scans
 * kept on a device whose browser was closed can be read and sent then; a device that was stolen
 * does not hold it.
 */
final class DeviceKey {
  private DeviceKey() {}

  /** 32 bytes. */
  static byte[] of(byte[] secret, long accountId, long eventId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(("device " + accountId + " " + eventId).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException every) {
      throw new IllegalStateException(every); // every Java has it
    }
  }
}
