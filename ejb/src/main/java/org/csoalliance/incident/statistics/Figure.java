package org.csoalliance.incident.statistics;

import org.csoalliance.platform.sharing.SmallCount;

/**
 * One line of a table of figures.
 *
 * @param key what is counted: the name of a constant, a day such as {@code 2026-11-01} for a month,
 *     or words; null is unknown, never zero
 * @param count as this reader may know it
 */
public record Figure(String key, SmallCount count) {}
