package org.csoalliance.event;

/**
 * An event was changed, called off or given more seats; observed in the same transaction.
 *
 * @param eventId of the event
 */
public record EventChanged(long eventId) {}
