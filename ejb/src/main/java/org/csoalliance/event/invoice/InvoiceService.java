package org.csoalliance.event.invoice;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.text.PlainText;

/**
 * Invoices for whoever pays them: by the signed link of a mail, which a guest has as well, or on
 * the page of a registration.
 */
@Stateless
@PermitAll
public class InvoiceService {
  private static final int MOST_ADDRESSES = 5;
  private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Inject private InvoiceRepository invoices;
  @Inject private InvoiceBookRepository book;
  @Inject private InvoiceWriter writer;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public InvoiceService() {}

  /** For tests. */
  InvoiceService(
      InvoiceRepository invoices,
      InvoiceBookRepository book,
      InvoiceWriter writer,
      CallerContext caller) {
    this.invoices = invoices;
    this.book = book;
    this.writer = writer;
    this.caller = caller;
  }

  /**
   * The invoice behind a signed link.
   *
   * @throws NotFoundException when we signed no such link
   */
  public Invoice linked(String link) {
    return writer
        .links()
        .read(InvoiceWriter.LINK, link)
        .filter(id -> id.matches("[0-9]{1,18}"))
        .flatMap(id -> writer.find(null, Long.parseLong(id)))
        .orElseThrow(() -> new NotFoundException("There is no such invoice."));
  }

  /**
   * The invoices of a registration for the page that shows it: of the caller's own, of one that the
   * caller made for another, or of the one with the ticket, whose number nobody else knows.
   *
   * @param ticket may be null
   * @return the newest first; none of somebody else's
   */
  public List<Invoice> of(long registrationId, String ticket) {
    Reader reader = caller.reader();
    UUID known = ticket != null && ticket.matches(UUID_SHAPE) ? UUID.fromString(ticket) : null;
    if (!reader.signedIn() && known == null) {
      return List.of();
    }
    SignedLink links = writer.links();
    return invoices.of(
        registrationId,
        reader.accountId(),
        known,
        writer.today(),
        id -> links.of(InvoiceWriter.LINK, String.valueOf(id)));
  }

  /**
   * Has an invoice that nobody paid issued anew to another payer: the old one is void.
   *
   * @param company at most 200 characters
   * @param address at most 600 characters in a few lines
   * @param reference at most 60 characters
   * @return the link of the new one
   * @throws NotFoundException when we signed no such link
   * @throws ConflictException when it was paid or ended, or was issued anew five times
   * @throws InvalidException with a sentence for each field that cannot be taken
   */
  public String readdress(String link, String company, String address, String reference) {
    Invoice seen = linked(link);
    InvoiceBookRepository.Payer payer = payer(company, address, reference);
    book.lock();
    Invoice invoice = linked(link);
    if (!invoice.readdressable()) {
      throw new ConflictException(
          "This invoice is "
              + invoice.status().words().toLowerCase(java.util.Locale.ROOT)
              + ", so it is not issued anew. Ask the organiser.");
    }
    if (book.readdressed(seen.registrationId()) >= MOST_ADDRESSES) {
      throw new ConflictException(
          "This invoice was issued anew five times. Ask the organiser for another one.");
    }
    long event = book.event(invoice.id());
    Reader by = caller.reader().signedIn() ? caller.reader() : Reader.SYSTEM;
    writer.end(invoice, event, Invoice.Why.ADDRESS, "It was issued to another address.", by, false);
    return writer.again(invoice, event, payer, by).link();
  }

  private static InvoiceBookRepository.Payer payer(
      String company, String address, String reference) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = PlainText.line(company, 2000);
    String lines =
        PlainText.column(address, 4000)
            .replaceAll("\\r\\n?", "\n")
            .replaceAll("[\\p{Cc}&&[^\\n]]", " ")
            .replaceAll("\\n{2,}", "\n")
            .strip();
    String order = PlainText.line(reference, 2000);
    if (longer(name, 200)) {
      wrong.put("company", "Shorten the company to 200 characters.");
    }
    if (longer(lines, 600) || lines.lines().count() > 8) {
      wrong.put("address", "Shorten the address to 8 lines and 600 characters.");
    }
    if (longer(order, 60)) {
      wrong.put("reference", "Shorten the reference to 60 characters.");
    }
    for (Map.Entry<String, String> field :
        Map.of("company", name, "address", lines, "reference", order).entrySet()) {
      if (Payment.card(field.getValue())) {
        wrong.put(field.getKey(), Payment.NO_CARD);
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new InvoiceBookRepository.Payer(name, lines, order);
  }

  private static boolean longer(String text, int most) {
    return text.codePointCount(0, text.length()) > most;
  }
}
