package org.csoalliance.publishing;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A page of the archive.
 *
 * @param year that is shown; 0: the newest of all years
 * @param month that is shown, 1 to 12; 0: all of the year
 * @param years how many by year, the newest first
 * @param months how many by month of the year that is shown, the newest first
 * @param page from 1
 * @param pages how many there are, at least 1
 */
public record Archive(
    int year,
    int month,
    List<ArticleLine> items,
    Map<Integer, Integer> years,
    Map<Integer, Integer> months,
    int page,
    int pages)
    implements Serializable {}
