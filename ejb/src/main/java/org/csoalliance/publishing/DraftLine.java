package org.csoalliance.publishing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of the editors' desk.
 *
 * @param publishAt when it goes out, null unless planned
 */
public record DraftLine(
    long id,
    String slug,
    Kind kind,
    Stage stage,
    String title,
    LocalDate day,
    int current,
    boolean begun,
    Instant savedAt,
    String savedBy,
    Instant publishAt) {}
