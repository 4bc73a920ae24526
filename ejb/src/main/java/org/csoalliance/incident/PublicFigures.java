package org.csoalliance.incident;

import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * What anybody may know, at one moment: confirmed and disputed incidents labelled TLP:CLEAR, with
 * the fields that a visitor sees.
 *
 * @param at when it was read
 * @param since the start of the last 30 days
 * @param inMonth how many incidents in the last 30 days
 * @param inYear how many in the last 365 days
 * @param total how many on record
 * @param oldest when the oldest happened, null when there is none
 * @param latest the newest twenty
 * @param cells the last 30 days on a map of the world
 */
public record PublicFigures(
    Instant at,
    Instant since,
    SmallCount inMonth,
    SmallCount inYear,
    SmallCount total,
    Instant oldest,
    List<IncidentSummary> latest,
    List<MapCell> cells) {}
