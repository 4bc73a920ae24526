package org.csoalliance.platform.search;

import java.util.List;

/**
 * What a feature found.
 *
 * @param more whether there is more than the hits
 * @param all where all of it is listed; null for nowhere
 */
public record SearchGroup(
    String kind, String heading, List<SearchHit> hits, boolean more, String all) {}
