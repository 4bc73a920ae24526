package org.csoalliance.event.mailing;

import java.time.Instant;

/**
 * What became of a mail to one person.
 *
 * @param state QUEUED, SENT, or DEAD, which is read as bounced
 * @param times how often it was queued, 1 or more
 * @param error what the mail server said; empty when it was sent
 */
public record MailedPerson(
    long registration,
    String name,
    String mail,
    String state,
    int times,
    Instant at,
    String error) {}
