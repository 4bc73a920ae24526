package org.csoalliance.incident.indicator;

import org.csoalliance.platform.sharing.Tlp;

/**
 * What others can look for in their systems.
 *
 * @param value as it works, not defanged
 * @param note may be empty
 * @param tlp the narrower of its own label and the incident's
 */
public record Indicator(IndicatorType type, String value, String note, Tlp tlp) {}
