package org.csoalliance.library;

import java.time.Instant;

/**
 * That a ship is asked to confirm that it has read an item.
 *
 * @param by the officer who asked
 * @param confirmedAt null while it has not
 */
public record ShipAsk(
    long id,
    String imo,
    String ship,
    String mail,
    String by,
    Instant askedAt,
    Instant confirmedAt) {}
