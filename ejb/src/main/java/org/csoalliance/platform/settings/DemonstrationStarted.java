package org.csoalliance.platform.settings;

import java.time.Instant;

/**
 * The demonstration's accounts, companies and ships were made. Fired once for a database, inside
 * the transaction that made them: what an observer adds stands or falls with it.
 *
 * @param at when, to which made-up things may be dated back
 */
public record DemonstrationStarted(Instant at) {}
