package org.csoalliance.event.question;

import java.time.Instant;

/**
 * An answer with the words of the version that was answered.
 *
 * @param answer of several choices, one a line; of a file, its name
 * @param file whether there is a file to open
 */
public record GivenAnswer(
    String key,
    String label,
    QuestionType type,
    Special special,
    String answer,
    boolean file,
    FormKind kind,
    int version,
    Instant answeredAt) {}
