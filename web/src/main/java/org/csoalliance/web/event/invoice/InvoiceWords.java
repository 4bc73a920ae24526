package org.csoalliance.web.event.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.event.invoice.Invoice;
import org.csoalliance.event.invoice.InvoiceStatus;
import org.csoalliance.web.shared.Bundles;

/** The words of invoices: {@code #{invoiceText['title']}}. */
@Named("invoiceWords")
@ApplicationScoped
public class InvoiceWords {
  private static final Map<String, String> TEXTS = Bundles.read("invoice");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  @Inject private Clock clock;

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("invoiceText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text with its places filled in; numbers with commas. */
  static String fill(String key, Object... values) {
    return new MessageFormat(TEXTS.getOrDefault(key, key), Locale.ENGLISH).format(values);
  }

  /** A text with one place filled in. */
  public String of(String key, Object value) {
    return fill(key, value);
  }

  /** Today, UTC, as a field of a day takes it. */
  public String getToday() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
  }

  /** Such as {@code 28 Nov 2026}. */
  public String day(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** The day of a moment, UTC. */
  public String dayOf(Instant at) {
    return at == null ? "" : DAY.format(at.atOffset(ZoneOffset.UTC));
  }

  /** The class of the badge of a status. */
  public String badge(InvoiceStatus status) {
    return switch (status) {
      case PAID, REFUNDED -> "badge ok";
      case OVERDUE -> "badge bad";
      case OPEN, TO_REFUND -> "badge warn";
      case VOID, CREDITED -> "badge";
    };
  }

  /** Lines of a text that was typed or set in lines. */
  public List<String> lines(String text) {
    return text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).toList();
  }

  /** What happened to it last, in a sentence; empty for one that waits. */
  public String sentence(Invoice invoice) {
    if (invoice.credit()) {
      return invoice.paid() == null
          ? fill("said.credit", invoice.credits())
          : fill(
              "said.refunded", invoice.credits(), day(invoice.paid().on()), invoice.paid().how());
    }
    if (invoice.ended() != null) {
      return fill(
          invoice.paid() == null ? "said.void" : "said.credited",
          dayOf(invoice.ended().at()),
          invoice.ended().reason());
    }
    return invoice.paid() == null
        ? ""
        : fill("said.paid", day(invoice.paid().on()), invoice.paid().how());
  }
}
