package org.csoalliance.membership.standing;

/**
 * Which members are listed.
 *
 * @param text a part of a name, an address or a company; empty for any
 * @param standing null for any
 * @param page from 1
 */
public record MemberQuery(String text, Standing standing, int page) {
  /** So many members stand on a page. */
  public static final int SIZE = 50;
}
