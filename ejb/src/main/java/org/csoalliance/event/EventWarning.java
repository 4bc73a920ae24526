package org.csoalliance.event;

/**
 * Something of an event that will go wrong, or surprise people.
 *
 * @param code such as {@code NO_CAPACITY}, for tests and programs
 * @param words one sentence, what is wrong and how to mend it
 * @param part where it is mended: {@code edit}, {@code agenda}, {@code papers} or another part of
 *     the address behind the event's
 * @param field the id of the field there; may be empty
 */
public record EventWarning(String code, String words, String part, String field) {}
