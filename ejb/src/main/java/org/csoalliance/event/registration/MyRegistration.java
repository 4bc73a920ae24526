package org.csoalliance.event.registration;

import java.time.Instant;

/**
 * A line of one's own events.
 *
 * @param offerUntil until when a held seat waits for a yes; null: no offer
 * @param name who comes, where the reader registered somebody else; else null
 */
public record MyRegistration(
    long id,
    String slug,
    String title,
    String city,
    Instant startsAt,
    Instant endsAt,
    String zone,
    RegistrationState state,
    Instant offerUntil,
    String name) {}
