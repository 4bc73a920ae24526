package org.csoalliance.membership;

import java.time.Instant;
import java.util.UUID;

/**
 * An open session as its owner sees it.
 *
 * @param id what "End" names
 * @param startedAt when the person signed in
 * @param lastSeenAt the last request, five minutes less exact than it looks
 * @param source where from, an address or a network
 * @param device such as {@code Firefox on Windows}; empty when the browser did not say
 * @param strong whether a second factor was given
 * @param current whether it is the session of this request
 */
public record SessionSummary(
    UUID id,
    Instant startedAt,
    Instant lastSeenAt,
    String source,
    String device,
    boolean strong,
    boolean current) {}
