package org.csoalliance.event.door;

import java.util.List;

/** The badges of an event and how they look. */
public record BadgeDesk(
    String slug, String title, List<Style> styles, List<Badge> badges, int unprinted) {
  /** Copies the lists. */
  public BadgeDesk {
    styles = List.copyOf(styles);
    badges = List.copyOf(badges);
  }

  /** The band of a category. */
  public record Style(long id, String category, String colour, String role) {}
}
