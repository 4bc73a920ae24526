package org.csoalliance.event.door;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody at the door: by a code, by name, or without a registration. One of the three is given.
 *
 * @param clientId drawn by the device, so that a scan sent twice is one; null: the server draws it
 * @param code what the camera read, or what was typed; null: none
 * @param registrationId of somebody whom the list names; null: none
 * @param walkIn somebody without a registration; null: none
 * @param session the session whose door it is; null: the door of the event
 * @param at when, by the device; null: now
 * @param offline whether it was kept on the device for lack of a network
 * @param place how the device calls itself, such as "Main door"; may be empty or null
 * @param shown whom the device named, for a conflict; may be empty or null
 */
public record Scan(
    UUID clientId,
    String code,
    Long registrationId,
    WalkIn walkIn,
    Long session,
    Instant at,
    boolean offline,
    String place,
    String shown) {
  /** Somebody who came without a registration. */
  public record WalkIn(String name, String mail, String company) {}

  /** A code at the door of the event, now. */
  public static Scan of(String code) {
    return new Scan(null, code, null, null, null, null, false, "", "");
  }
}
