package org.csoalliance.incident.firstresponse;

import java.io.Serializable;

/**
 * Something that an editor has to look at before a report is published.
 *
 * @param key stable for the same thing in the same place; what is confirmed is named by it
 * @param where the block or field that holds it
 * @param text what was found, or why it is asked
 */
public record Finding(String key, String where, String text) implements Serializable {}
