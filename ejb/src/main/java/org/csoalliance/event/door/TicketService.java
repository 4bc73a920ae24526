package org.csoalliance.event.door;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * Tickets for whoever holds them: by the signed link of a mail, which a guest has as well, or for
 * the person who is signed in.
 */
@Stateless
@PermitAll
public class TicketService {
  @Inject private TicketRepository tickets;
  @Inject private TicketKeys keys;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public TicketService() {}

  /** For tests. */
  public TicketService(TicketRepository tickets, TicketKeys keys, CallerContext caller) {
    this.tickets = tickets;
    this.keys = keys;
    this.caller = caller;
  }

  /**
   * The ticket behind a signed link.
   *
   * @throws NotFoundException when we signed no such link, or the ticket was replaced since
   */
  public TicketPage linked(String link) {
    return TicketLinks.read(keys, link)
        .flatMap(one -> tickets.of(one.registrationId(), one.generation()))
        .map(this::page)
        .orElseThrow(() -> new NotFoundException("There is no such ticket."));
  }

  /**
   * The caller's own ticket of an event.
   *
   * @throws NotFoundException when the caller has no registration there that counts
   */
  public TicketPage own(String slug) {
    Reader reader = caller.reader();
    if (!reader.signedIn()) {
      throw new NotFoundException("There is no such ticket.");
    }
    return tickets
        .own(slug == null ? "" : slug, reader.accountId())
        .map(this::page)
        .orElseThrow(() -> new NotFoundException("There is no such ticket."));
  }

  /**
   * The signed part of the address of a ticket's page, for pages that show a person their own
   * registration.
   *
   * @param number as the registration names its ticket; nobody else knows it
   * @throws NotFoundException when there is no such ticket
   */
  public String link(String number) {
    return tickets
        .ofNumber(UUID.fromString(number))
        .map(row -> TicketLinks.of(keys, row.registrationId(), row.generation()))
        .orElseThrow(() -> new NotFoundException("There is no such ticket."));
  }

  /**
   * What stands in the pictures of tickets.
   *
   * @param numbers of tickets, as registrations name them; null and what is none is left out
   * @return the text by the number
   */
  public Map<String, String> tokens(List<String> numbers) {
    List<String> known = new ArrayList<>();
    List<TicketToken> unsigned = new ArrayList<>();
    for (String number : numbers) {
      Optional<UUID> ticket = Optional.ofNullable(number).map(UUID::fromString);
      ticket
          .flatMap(tickets::generation)
          .ifPresent(
              generation -> {
                known.add(number);
                unsigned.add(new TicketToken(0, ticket.get(), generation));
              });
    }
    List<String> signed = keys.sign(unsigned);
    Map<String, String> tokens = new HashMap<>();
    for (int i = 0; i < known.size(); i++) {
      tokens.put(known.get(i), signed.get(i));
    }
    return tokens;
  }

  private TicketPage page(TicketRepository.Row row) {
    return row.page()
        .apply(
            TicketLinks.of(keys, row.registrationId(), row.generation()),
            row.seat() ? keys.sign(row.ticket(), row.generation()) : null);
  }
}
