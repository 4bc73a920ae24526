package org.csoalliance.platform.due;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that waits for a person.
 *
 * @param kind what it is, such as {@code SURVEY}; the page has the words for it
 * @param title of the thing; may be empty
 * @param address where it is done, relative to the context
 * @param until UTC, when it ends; null: it does not end by itself
 * @param number how many of them, such as ships that have not confirmed; 1 for one thing
 */
public record Due(String kind, String title, String address, Instant until, int number)
    implements Serializable {}
