package org.csoalliance.incident.twin;

import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.OccurredPrecision;

/**
 * Two incidents that may be one event.
 *
 * @param score 0 to 100
 * @param reasons why, a sentence each
 * @param total how many pairs are proposed in all
 */
public record TwinProposal(
    Side one, Side other, int score, List<String> reasons, Instant foundAt, long total) {

  /** One of the two, as the list shows it; editors read everything. */
  public record Side(
      String reference,
      String title,
      IncidentKind kind,
      Instant occurredAt,
      OccurredPrecision precision,
      IncidentSource source) {}
}
