package org.csoalliance.incident;

import java.time.Instant;
import org.csoalliance.platform.geo.Position;

/**
 * A marker of the map: one incident, or a cluster of several.
 *
 * @param count how many incidents stand here
 * @param position of the incident, or the mean of the cluster
 * @param worst the gravest severity among them, null when none is rated
 * @param kind of the incident, or the most frequent of the cluster
 * @param reference of a single incident, else null
 * @param title of a single incident, else null
 * @param status of a single incident, else null
 * @param occurredAt of a single incident, else the newest
 */
public record MapCell(
    int count,
    Position position,
    Integer worst,
    IncidentKind kind,
    String reference,
    String title,
    IncidentStatus status,
    Instant occurredAt) {}
