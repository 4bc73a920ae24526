package org.csoalliance.incident.twin;

import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/**
 * The other accounts of an incident, as this reader may see them: one whose label closes it to the
 * reader is not here, and nothing tells that there is one.
 *
 * @param survivor the incident that this one is an account of; null when it is none, or the reader
 *     may not see that incident
 */
public record Accounts(String survivor, List<Account> others) {
  /** Copies the list. */
  public Accounts {
    others = List.copyOf(others);
  }

  /**
   * What another one tells of the event.
   *
   * @param position null when none is known
   * @param ship name and number as far as this reader may see them, else empty
   * @param mergedAt since when it is an account of this incident
   * @param reason why it is taken for the same event; null for the public
   * @param mergedBy who decided; null for the public
   */
  public record Account(
      String reference,
      String title,
      String text,
      IncidentKind kind,
      IncidentStatus status,
      Integer severity,
      Instant occurredAt,
      OccurredPrecision precision,
      Position position,
      String area,
      Tlp tlp,
      String ship,
      IncidentSource source,
      String sourceReference,
      Instant mergedAt,
      String reason,
      String mergedBy) {}
}
