package org.csoalliance.incident;

import java.util.List;

/**
 * One page of an export.
 *
 * @param items in the order asked for
 * @param next the cursor of the page after, null at the end
 */
public record DetailedPage(List<DetailedIncident> items, String next) {}
