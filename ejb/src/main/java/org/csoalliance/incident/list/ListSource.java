package org.csoalliance.incident.list;

/**
 * Whose list an incident comes from.
 *
 * @param name such as {@code ReCAAP ISC}; empty when it comes from none
 */
public record ListSource(String name) {}
