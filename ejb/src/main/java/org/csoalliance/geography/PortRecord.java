package org.csoalliance.geography;

import org.csoalliance.platform.geo.Position;

/**
 * A row of one source, as it was read.
 *
 * @param key UN/LOCODE, or the number in the World Port Index
 * @param country ISO 3166, null when the source names none that we know
 * @param position null when unknown
 * @param doubtful whether the position was found by the name and may be far off
 * @param zone IANA time zone, null when unknown
 */
record PortRecord(
    PortSource source,
    String key,
    String name,
    String country,
    Position position,
    boolean doubtful,
    String zone,
    PortFacts facts) {}
