package org.csoalliance.event.registration;

import java.time.Instant;

/**
 * What became of a registration.
 *
 * @param position place in the waiting list, from 1; null: not waiting
 * @param offerUntil until when a held seat waits for a yes; null: no offer
 * @param ticket what stands in the ticket's code once there is a seat; null before
 */
public record Registered(
    long id,
    RegistrationState state,
    Integer position,
    Instant offerUntil,
    String ticket,
    String name,
    String mail,
    String company,
    Instant joinedAt) {}
