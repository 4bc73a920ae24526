package org.csoalliance.incident.firstresponse;

import java.io.Serializable;
import java.time.Instant;

/**
 * A version in the history of a report.
 *
 * @param note why there is this version; empty for the first
 * @param at when it was published, UTC
 * @param editor who published it; "An editor" to readers who are no members
 * @param open whether this reader may open it
 */
public record VersionLine(
    int number, Step step, String note, Instant at, String editor, boolean open)
    implements Serializable {}
