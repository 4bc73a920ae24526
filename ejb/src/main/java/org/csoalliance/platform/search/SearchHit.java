package org.csoalliance.platform.search;

/**
 * Something that was found.
 *
 * @param address relative to the context
 * @param text in which the words may stand; may be empty
 * @param detail such as a date or a state; may be empty
 */
public record SearchHit(String title, String address, String text, String detail) {}
