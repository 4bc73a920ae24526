package org.csoalliance.event.invoice;

import java.util.List;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.Price;

/**
 * A page of an event's invoices.
 *
 * @param sums how many and how much, by status and currency; statuses without any are left out
 * @param next cursor of the next page; null: this is the last
 */
public record InvoicePage(EventDesk event, List<Invoice> invoices, List<Sum> sums, Long next) {
  /** Copies the lists. */
  public InvoicePage {
    invoices = List.copyOf(invoices);
    sums = List.copyOf(sums);
  }

  /** How many and how much. An invoice that is overdue counts among those to pay as well. */
  public record Sum(InvoiceStatus status, int count, Price price) {}
}
