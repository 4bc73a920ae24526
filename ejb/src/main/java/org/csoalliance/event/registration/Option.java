package org.csoalliance.event.registration;

import java.time.Instant;
import org.csoalliance.event.Price;

/**
 * Something that is chosen at registration: a category, a way to take part, or a session.
 *
 * @param value as the form sends it: a number, or the name of a way to take part
 * @param detail speaker and room, may be empty
 * @param price of a category, else null
 * @param left seats left; null: no limit
 * @param members whether it is for members alone
 * @param startsAt of a session, else null
 */
public record Option(
    String value,
    String name,
    String detail,
    Price price,
    Integer left,
    boolean members,
    Instant startsAt,
    Instant endsAt) {
  /** Whether no seat is left. */
  public boolean full() {
    return left != null && left == 0;
  }
}
