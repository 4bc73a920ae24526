package org.csoalliance.event.after;

/**
 * Somebody with a seat, as the others see them.
 *
 * @param company empty where there is none
 */
public record Attendee(String name, String company) {}
