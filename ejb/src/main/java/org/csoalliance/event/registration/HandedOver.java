package org.csoalliance.event.registration;

import java.time.Instant;

/**
 * What is left of a registration for whoever handed it over.
 *
 * @param to name of the person who comes instead; empty when that person was forgotten since
 */
public record HandedOver(EventHead head, String to, Instant at) {}
