package org.csoalliance.event.invoice;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;

/**
 * Brings the invoices of registrations into line with them, without a person: a seat with a price
 * gets one, another price another one, and one that nobody paid ends with its registration. A
 * registration may get or lose its seat in many ways; none of them has to know of invoices. Two
 * nodes may do it at once: the book is locked first, and what is due is asked anew.
 */
@Stateless
@PermitAll
public class InvoiceRound {
  private static final int MOST = 500;

  @Inject private InvoiceBookRepository book;
  @Inject private InvoiceWriter writer;

  /** Made by the container. */
  public InvoiceRound() {}

  /** For tests. */
  InvoiceRound(InvoiceBookRepository book, InvoiceWriter writer) {
    this.book = book;
    this.writer = writer;
  }

  /** Registrations whose invoices are to be issued or ended, 500 at most. */
  public List<Long> due() {
    return book.due(writer.now().minus(InvoiceWriter.OVER), MOST);
  }

  /**
   * Does what is due for one registration.
   *
   * @return whether something was
   */
  public boolean settle(long registrationId) {
    book.lock();
    Optional<InvoiceBookRepository.Due> found =
        book.due(registrationId, writer.now().minus(InvoiceWriter.OVER));
    if (found.isEmpty()) {
      return false;
    }
    InvoiceBookRepository.Due due = found.get();
    InvoiceBookRepository.Payer payer = new InvoiceBookRepository.Payer(due.company(), "", "");
    if (due.open() != null) {
      Invoice open = writer.find(due.eventId(), due.open()).orElseThrow();
      payer = new InvoiceBookRepository.Payer(open.company(), open.address(), open.reference());
      if (due.seat()) {
        writer.end(
            open,
            due.eventId(),
            Invoice.Why.CHANGED,
            "Another category was chosen. It costs "
                + due.price().words().replace("Free", "nothing")
                + ".",
            Reader.SYSTEM,
            true);
      } else {
        writer.end(
            open,
            due.eventId(),
            Invoice.Why.CANCELLED,
            due.off() ? "The event does not take place." : "The registration was cancelled.",
            Reader.SYSTEM,
            true);
      }
    }
    if (due.seat() && !due.price().free()) {
      writer.issue(due, payer, Reader.SYSTEM);
    }
    return true;
  }
}
