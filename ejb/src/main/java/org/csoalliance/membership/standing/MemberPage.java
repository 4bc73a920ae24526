package org.csoalliance.membership.standing;

import java.util.List;

/**
 * A page of members.
 *
 * @param total how many there are in all
 */
public record MemberPage(List<Row> items, long total, int page) {
  /** A member and how the membership stands. */
  public record Row(Person person, Standing standing) {}

  /** Whether another page follows. */
  public boolean more() {
    return (long) page * MemberQuery.SIZE < total;
  }
}
