package org.csoalliance.incident.list;

import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;

/**
 * How a file would be read.
 *
 * @param rows the first 20
 * @param total how many there are
 * @param refused how many of them all could not be taken
 * @param note what is to be known of the file as a whole; may be empty
 */
public record ListPreview(List<Row> rows, int total, int refused, String note) {
  /**
   * A row: an event, or why it cannot be taken.
   *
   * @param refusal null when it can be taken; the rest is null when it cannot
   */
  public record Row(
      int line,
      String reference,
      Instant at,
      OccurredPrecision precision,
      Position position,
      String area,
      IncidentKind kind,
      String title,
      String refusal) {}
}
