package org.csoalliance.membership.directory;

import java.util.List;

/**
 * A page of the directory.
 *
 * @param total how many members the search finds
 * @param number of the page, from 1
 * @param pages how many pages there are, 1 at least
 */
public record MemberPage(List<MemberPerson> items, long total, int number, int pages) {}
