package org.csoalliance.incident.asam;

import java.time.LocalDate;
import org.csoalliance.platform.geo.Position;

/**
 * An incident of this source that stands there already, as far as twins are found by it.
 *
 * @param sourceReference as NGA gives it
 * @param day UTC
 * @param text its words as they stand now
 */
record KnownIncident(
    long id,
    String sourceReference,
    LocalDate day,
    Position position,
    String text,
    AsamAccount account) {

  static KnownIncident of(long id, AsamEvent event) {
    return new KnownIncident(
        id, event.reference(), event.day(), event.position(), event.text(), event.account());
  }

  /** The same incident with the words and the place of its update. */
  KnownIncident updatedBy(AsamEvent event) {
    return new KnownIncident(
        id, sourceReference, event.day(), event.position(), event.text(), event.account());
  }
}
