package org.csoalliance.publishing;

import java.io.Serializable;
import java.time.Instant;

/**
 * How a bulletin is to go out.
 *
 * @param address the last part of its address, as typed; empty: made from the title
 * @param publishAt UTC; null: as soon as it is approved
 * @param mail whether subscribers are mailed
 * @param note of a correction: what was wrong, for every reader
 */
public record Plan(String address, Instant publishAt, boolean mail, String note)
    implements Serializable {}
