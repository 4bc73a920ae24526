package org.csoalliance.event.registration;

/**
 * A member of the caller's company.
 *
 * @param id of the account
 */
public record Colleague(long id, String name) {}
