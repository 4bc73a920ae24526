package org.csoalliance.incident.asam;

import java.time.LocalDate;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.importing.Hash;
import org.csoalliance.platform.geo.Position;

/**
 * A row that can be taken.
 *
 * @param line where it starts in the file
 * @param hash of the whole row: the same row again is known by it
 * @param reference as NGA gives it, such as {@code 2021-207}; not unique
 * @param updateOf the reference that the row says it updates, null when it says none
 * @param saysUpdate whether the row calls itself an update
 * @param sourceWords the row's own hostility
 */
record AsamEvent(
    int line,
    Hash hash,
    String reference,
    String updateOf,
    boolean saysUpdate,
    LocalDate day,
    AsamTime time,
    Position position,
    IncidentKind kind,
    String sourceWords,
    String area,
    String title,
    String text,
    String shipType,
    AsamAccount account) {}
