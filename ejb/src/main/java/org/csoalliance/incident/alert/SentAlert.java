package org.csoalliance.incident.alert;

import java.time.Instant;
import org.csoalliance.platform.sharing.Tlp;

/**
 * An alert as its recipient sees it.
 *
 * @param reference of the incident or the report; null for a test
 * @param title null for a test
 * @param tlp null for a test
 * @param state QUEUED, SENT, FAILED, STOPPED or ACKNOWLEDGED
 * @param queuedAt UTC
 * @param dueAt when it is mailed at the earliest, UTC
 * @param sentAt when it was handed over, UTC, null until then
 * @param acknowledgedAt UTC, null until then
 */
public record SentAlert(
    long id,
    AlertKind what,
    String reference,
    String address,
    String title,
    Tlp tlp,
    String state,
    Instant queuedAt,
    Instant dueAt,
    Instant sentAt,
    Instant acknowledgedAt) {}
