package org.csoalliance.event.registration;

import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.security.SignedLink;

/**
 * The links that stand for a guest's sign-in. One opens the form once; the other opens a
 * registration for as long as its ticket lives, so that it dies when the seat is handed over.
 */
final class GuestLinks {
  private static final String FORM = "event-guest-form";
  private static final String MANAGE = "event-registration";
  private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private GuestLinks() {}

  static String form(SignedLink links, UUID link) {
    return links.of(FORM, link.toString());
  }

  static Optional<UUID> form(SignedLink links, String token) {
    return links.read(FORM, token).filter(id -> id.matches(UUID_SHAPE)).map(UUID::fromString);
  }

  static String manage(SignedLink links, Row row) {
    return links.of(MANAGE, row.id() + " " + row.ticket());
  }

  /** The ticket that the link of this registration was signed with, whether it lives or not. */
  static Optional<UUID> ticket(SignedLink links, String token, long id) {
    String start = id + " ";
    return links
        .read(MANAGE, token)
        .filter(subject -> subject.startsWith(start))
        .map(subject -> subject.substring(start.length()))
        .filter(ticket -> ticket.matches(UUID_SHAPE))
        .map(UUID::fromString);
  }

  /** Whether the link opens this registration. */
  static boolean opens(SignedLink links, String token, Row row) {
    return links
        .read(MANAGE, token)
        .filter(subject -> subject.equals(row.id() + " " + row.ticket()))
        .isPresent();
  }
}
