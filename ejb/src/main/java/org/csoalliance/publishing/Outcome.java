package org.csoalliance.publishing;

import java.time.Instant;

/**
 * What an approval led to.
 *
 * @param slug of the address
 * @param at when it goes out, UTC; null: it is out
 */
public record Outcome(String slug, Instant at) {}
