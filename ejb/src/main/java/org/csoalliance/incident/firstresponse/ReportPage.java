package org.csoalliance.incident.firstresponse;

import java.util.List;
import java.util.Map;

/**
 * A page of the list.
 *
 * @param year the year that is shown; 0 when there is no report at all
 * @param years how many reports this reader may see by year, the newest year first
 * @param page from 1
 * @param pages how many pages the year has, at least 1
 */
public record ReportPage(
    int year, Map<Integer, Integer> years, int page, int pages, List<ReportLine> items) {}
