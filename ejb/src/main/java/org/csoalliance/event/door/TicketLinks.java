package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Links to ticket pages. Such a link opens the page for whoever has it, without a sign-in, so it
 * goes to the person alone: by mail, or on a page of theirs. It ends with its ticket.
 */
@Dependent
public class TicketLinks {
  private static final String USE = "ticket";

  private TicketKeys keys;
  private TicketRepository tickets;

  /** For CDI. */
  protected TicketLinks() {}

  /** Signs with the given keys. */
  @Inject
  public TicketLinks(TicketKeys keys, TicketRepository tickets) {
    this.keys = keys;
    this.tickets = tickets;
  }

  /** What a link says. */
  record Read(long registrationId, int generation) {}

  /**
   * The address of the ticket of a registration, relative to the site, such as {@code /tickets/…};
   * the caller has looked whose it is, and is in a transaction.
   */
  public String path(long registrationId) {
    return "/tickets/" + of(keys, registrationId, tickets.generation(registrationId).orElse(0));
  }

  static String of(TicketKeys keys, long registrationId, int generation) {
    return keys.links().of(USE, registrationId + "-" + generation);
  }

  static Optional<Read> read(TicketKeys keys, String link) {
    return keys.links()
        .read(USE, link)
        .map(subject -> subject.split("-", 2))
        .map(parts -> new Read(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
  }
}
