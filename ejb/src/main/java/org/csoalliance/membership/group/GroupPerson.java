package org.csoalliance.membership.group;

import java.time.Instant;

/**
 * Somebody in a group or on the way into it.
 *
 * @param id of the row, for the acts of a moderator
 * @param accountId for the link to the person's page; null when that page is hidden
 * @param name of an invitation the address as typed, so that it does not tell who has an account
 * @param company as far as the person shows it, else empty
 * @param since joined, asked or invited at, UTC
 * @param sentence of who asked to join
 * @param self whether it is the reader
 */
public record GroupPerson(
    long id,
    Long accountId,
    String name,
    String company,
    GroupState state,
    boolean moderator,
    Instant since,
    String sentence,
    boolean self) {}
