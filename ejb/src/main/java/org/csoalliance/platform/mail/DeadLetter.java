package org.csoalliance.platform.mail;

import java.time.Instant;

/**
 * A mail that was given up, as an administrator may see it: neither subject nor body, since they
 * tell of incidents that an administrator does not read.
 *
 * @param about the reference of what it is about; may be empty
 * @param queuedAt UTC
 * @param lastError the mail server's words
 */
public record DeadLetter(
    long id,
    String messageId,
    String recipient,
    String category,
    String about,
    Instant queuedAt,
    int attempts,
    String lastError) {}
