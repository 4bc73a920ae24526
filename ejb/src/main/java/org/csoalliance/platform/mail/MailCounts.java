package org.csoalliance.platform.mail;

import java.time.Instant;

/**
 * How the outbox stands.
 *
 * @param waiting to be sent now or later
 * @param failedBefore of those, how many the server has not taken at least once
 * @param waitingSince when the oldest waiting mail was queued, UTC; null when none waits
 * @param sent handed to the mail server
 * @param dead given up after too many attempts
 */
public record MailCounts(
    long waiting, long failedBefore, Instant waitingSince, long sent, long dead) {}
