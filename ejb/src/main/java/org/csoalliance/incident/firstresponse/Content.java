package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/**
 * What a version of a report says, as the editor hands it over and as it is kept.
 *
 * @param title 5 to 200 characters
 * @param kind never null in a valid report; with the position it decides whose watches match
 * @param severity 1 (gravest) to 4; null: not rated
 * @param occurredAt UTC; null: not known
 * @param position null: no chart, and nobody's watch matches
 * @param area in words, at most 200 characters
 * @param audience who sees that there is a report, its title and these facts
 * @param tlp the label of what members read: AMBER, or GREEN for partners too
 * @param blocks in the order of the page
 */
public record Content(
    String title,
    IncidentKind kind,
    Integer severity,
    Instant occurredAt,
    OccurredPrecision precision,
    Position position,
    String area,
    Audience audience,
    Tlp tlp,
    List<Block> blocks)
    implements Serializable {

  /** Copies the blocks. */
  public Content {
    blocks = List.copyOf(blocks);
  }

  /** The label of title and facts: who may not read this one does not learn of the report. */
  public Tlp label() {
    return audience == Audience.PUBLIC ? Tlp.CLEAR : tlp;
  }

  /** The label of a block. */
  public Tlp label(Block block) {
    return block.audience() == Audience.PUBLIC ? label() : tlp;
  }

  /** The narrowest label of anything in it: what stands on the whole of it. */
  public Tlp narrowest() {
    return blocks.stream().allMatch(block -> label(block) == Tlp.CLEAR) ? label() : tlp;
  }

  /** The same with other blocks. */
  public Content with(List<Block> others) {
    return new Content(
        title, kind, severity, occurredAt, precision, position, area, audience, tlp, others);
  }
}
