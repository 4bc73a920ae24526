package org.csoalliance.event.mailing;

import java.time.Instant;

/**
 * A mail to many people, or a reminder that went out by its rule.
 *
 * @param audience whom it went to, in words
 * @param people to how many
 * @param queued how many wait to be sent
 * @param sent how many the mail server has taken
 * @param bounced how many it refused for good
 */
public record Mailing(
    long id,
    String subject,
    String text,
    String audience,
    String by,
    Instant at,
    int people,
    int queued,
    int sent,
    int bounced) {}
