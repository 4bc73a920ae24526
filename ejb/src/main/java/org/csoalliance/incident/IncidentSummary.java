package org.csoalliance.incident;

import java.time.Instant;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/**
 * A row of the list, as this reader may see it: what may not be seen is null.
 *
 * @param severity 1 (gravest) to 4, null when not rated
 * @param occurredAt UTC; of an anonymous report the day alone
 * @param utcOffsetMinutes local time minus UTC at the place, null when unknown
 * @param position null when only an area is known; moved by chance within {@code blurNm}
 * @param shipName null when unknown or not shown to this reader
 * @param sourceReference the source's own number, empty for reports of the alliance
 * @param blurNm how far the position may be from the true one, in nautical miles; 0: it is exact
 */
public record IncidentSummary(
    long id,
    String reference,
    IncidentKind kind,
    IncidentStatus status,
    Integer severity,
    Instant occurredAt,
    OccurredPrecision precision,
    Integer utcOffsetMinutes,
    Position position,
    String area,
    Tlp tlp,
    String title,
    String text,
    String shipName,
    String shipImo,
    String shipType,
    String shipFlag,
    IncidentSource source,
    String sourceReference,
    String sourceWords,
    Instant updatedAt,
    double blurNm) {}
