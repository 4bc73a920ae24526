package org.csoalliance.incident.statistics;

import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * Counts of a selection, as this reader may know them. Each list but those of areas, of types of
 * ship and of what was taken adds up to the total, as long as nothing in it is "few".
 *
 * @param from the start of the period, null when it is open
 * @param to its end, exclusive, null when it is open
 * @param months each month from the first to the last that counts anything, also the empty ones
 * @param years likewise, for running totals
 * @param kinds the most frequent first, as the other lists
 * @param severities from 1 to 4, then what is not rated
 * @param shipTypes at most 25; null: unknown
 * @param outcomes SUCCESSFUL, ATTEMPTED; null: unknown
 * @param taken what was taken, each thing counted where it was among others; empty while no report
 *     tells
 * @param areas the words of the place up to their first comma, at most 25; null: no words
 * @param moreAreas how many further areas there are
 */
public record Statistics(
    Instant from,
    Instant to,
    SmallCount total,
    List<Figure> months,
    List<Figure> years,
    List<Figure> kinds,
    List<Figure> severities,
    List<Figure> shipTypes,
    List<Figure> outcomes,
    List<Figure> statuses,
    List<Figure> taken,
    List<Figure> areas,
    int moreAreas) {}
