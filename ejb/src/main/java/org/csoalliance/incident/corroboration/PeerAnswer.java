package org.csoalliance.incident.corroboration;

import java.time.Instant;

/**
 * An answer to be kept.
 *
 * @param stance never null in a valid answer
 * @param ship IMO number or name of a ship of the caller's own company; null or empty: none
 * @param distanceNm 0 to 500 nautical miles, null: not given
 * @param seenAt UTC, not in the future; null: not given
 * @param words at most 4,000 characters; at least 10 unless it was seen too
 * @param companyShown whether others read which company it is
 */
public record PeerAnswer(
    Stance stance,
    String ship,
    Double distanceNm,
    Instant seenAt,
    String words,
    boolean companyShown) {}
