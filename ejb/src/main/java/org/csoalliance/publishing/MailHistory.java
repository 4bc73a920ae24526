package org.csoalliance.publishing;

import java.io.Serializable;
import java.time.Instant;

/**
 * A bulletin that was mailed to one address.
 *
 * @param state QUEUED, SENT or DEAD; FORGOTTEN where the mail is no longer kept
 */
public record MailHistory(
    String title, String slug, String address, Instant queuedAt, String state, Instant sentAt)
    implements Serializable {}
