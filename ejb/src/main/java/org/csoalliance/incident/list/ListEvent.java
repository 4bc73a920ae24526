package org.csoalliance.incident.list;

import java.time.Instant;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;

/**
 * A row that can be taken.
 *
 * @param line where it stands in the file
 * @param hash of whose list, what stands in the row and how it was read, in hex
 * @param reference the source's own number; where it has none, one made of the row
 * @param at UTC; the start of the day when only the day is known
 * @param position null when only the area is known
 * @param words the source's word for the kind
 */
public record ListEvent(
    int line,
    String hash,
    String reference,
    Instant at,
    OccurredPrecision precision,
    Position position,
    String area,
    IncidentKind kind,
    String words,
    String title,
    String text,
    String shipName,
    String shipImo,
    String shipType) {}
