package org.csoalliance.event.door;

import java.util.Optional;

/**
 * Links to ticket pages. Such a link opens the page for whoever has it, without a sign-in, so it
 * goes to the person alone: by mail, or on a page of theirs. It ends with its ticket.
 */
final class TicketLinks {
  private static final String USE = "ticket";

  private TicketLinks() {}

  /** What a link says. */
  record Read(long registrationId, int generation) {}

  /** The signed part of the address. */
  static String of(TicketKeys keys, long registrationId, int generation) {
    return keys.links().of(USE, registrationId + "-" + generation);
  }

  /** What a link says; empty when we did not sign it. */
  static Optional<Read> read(TicketKeys keys, String link) {
    return keys.links()
        .read(USE, link)
        .map(subject -> subject.split("-", 2))
        .map(parts -> new Read(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
  }
}
