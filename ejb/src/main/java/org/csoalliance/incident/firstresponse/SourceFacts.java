package org.csoalliance.incident.firstresponse;

import java.time.Instant;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;

/**
 * An incident behind a report, whole: what an editor may know, and what must not slip out.
 *
 * @param position as every list and map shows it, blurred where the reporter wants it so
 * @param exact the position that the reporter keeps back; null where the shown one is exact
 * @param shipShown whether readers of the incident may know its ship
 * @param reporter empty: none
 * @param company empty: none
 */
record SourceFacts(
    long id,
    Source source,
    IncidentKind kind,
    Integer severity,
    Instant occurredAt,
    OccurredPrecision precision,
    Position position,
    Position exact,
    String area,
    String text,
    String shipName,
    String shipImo,
    boolean shipShown,
    String reporter,
    String company) {}
