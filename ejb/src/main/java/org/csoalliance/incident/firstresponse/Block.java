package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.time.Instant;

/**
 * A part of a report with an audience of its own.
 *
 * @param at of an update, UTC; null for every other part
 * @param text 1 to 5,000 characters, with line breaks
 */
public record Block(Part part, Instant at, Audience audience, String text)
    implements Serializable {}
