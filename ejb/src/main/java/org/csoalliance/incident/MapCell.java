package org.csoalliance.incident;

import java.time.Instant;
import org.csoalliance.platform.geo.Position;

/**
 * A marker of the map: one incident, or a cluster of several.
 *
 * @param count how many incidents stand here, without the few of {@code few}
 * @param position of the incident, or the mean of the cluster
 * @param worst the gravest severity among them, null when none is rated
 * @param kind of the incident, or the most frequent of the cluster
 * @param reference of a single incident, else null
 * @param title of a single incident, else null
 * @param status of a single incident, else null
 * @param occurredAt of a single incident, else the newest
 * @param few whether one to four reports of members stand here besides, whose number this reader is
 *     not told
 */
public record MapCell(
    int count,
    Position position,
    Integer worst,
    IncidentKind kind,
    String reference,
    String title,
    IncidentStatus status,
    Instant occurredAt,
    boolean few) {}
