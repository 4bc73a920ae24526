package org.csoalliance.incident.indicator;

import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.IncidentSummary;

/**
 * A cyber incident with those of its indicators that the reader may see; at least one.
 *
 * @param summary as the reader may see it
 * @param reportedAt UTC; of an anonymous report the day
 * @param credibility 1 to 6 (Admiralty code), null when not judged
 */
public record CyberIncident(
    IncidentSummary summary, Instant reportedAt, Integer credibility, List<Indicator> indicators) {}
