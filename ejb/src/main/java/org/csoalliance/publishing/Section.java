package org.csoalliance.publishing;

import java.io.Serializable;
import java.util.Set;

/**
 * A story of a bulletin.
 *
 * @param kicker a word above the title, such as {@code Cyber}; may be empty
 * @param title at most 150 characters
 * @param anchor its part of the address, unique within the bulletin; empty until it is kept
 * @param teaser Markdown: what stands before "read more"
 * @param text Markdown: the rest; may be empty
 * @param audience whom it is for
 * @param groups the numbers of the groups it is for; empty unless the audience is GROUPS
 */
public record Section(
    String kicker,
    String title,
    String anchor,
    String teaser,
    String text,
    Audience audience,
    Set<Long> groups)
    implements Serializable {
  /** Copies the groups. */
  public Section {
    groups = Set.copyOf(groups);
  }
}
