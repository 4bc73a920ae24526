package org.csoalliance.event.invoice;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.csoalliance.event.EventLintAsked;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventWarning;
import org.csoalliance.platform.settings.Settings;

/** What an organiser is warned of about money: one statement. */
@Dependent
public class InvoiceLint {
  private InvoiceRepository invoices;
  private Settings settings;

  /** For CDI. */
  protected InvoiceLint() {}

  /** Asks the given repository. */
  @Inject
  public InvoiceLint(InvoiceRepository invoices, Settings settings) {
    this.invoices = invoices;
    this.settings = settings;
  }

  /** Adds the warnings. */
  public void asked(@Observes EventLintAsked asked) {
    InvoiceRepository.Worries worries =
        invoices.worries(
            asked.event().summary().id(), LocalDate.ofInstant(asked.now(), ZoneOffset.UTC));
    if (worries.priced() > 0 && settings.text("alliance.invoice.payment").isEmpty()) {
      asked.add(
          new EventWarning(
              "NO_PAYMENT",
              "There are prices, but no invoice says how to pay. Ask an administrator to set"
                  + " alliance.invoice.payment.",
              "categories",
              ""));
    }
    if (worries.overdue() > 0) {
      asked.add(
          new EventWarning(
              "INVOICE_OVERDUE",
              worries.overdue() == 1
                  ? "An invoice is overdue."
                  : worries.overdue() + " invoices are overdue.",
              "invoices?status=overdue",
              ""));
    }
    if (worries.toEnd() > 0) {
      asked.add(
          new EventWarning(
              "PAID_CANCELLED",
              toEnd(worries.toEnd(), asked.event().summary().status() == EventStatus.CANCELLED),
              "invoices?status=paid",
              ""));
    }
    if (worries.toRefund() > 0) {
      asked.add(
          new EventWarning(
              "TO_REFUND",
              worries.toRefund() == 1
                  ? "The money of a credit note is to go back."
                  : "The money of " + worries.toRefund() + " credit notes is to go back.",
              "invoices?status=to-refund",
              ""));
    }
  }

  private static String toEnd(int many, boolean calledOff) {
    String who =
        calledOff
            ? (many == 1 ? "Somebody" : many + " people") + " paid, and the event was called off."
            : many == 1
                ? "Somebody paid and is no longer registered."
                : many + " people paid and are no longer registered.";
    return who
        + (many == 1 ? " Issue a credit note" : " Issue credit notes")
        + ", or keep the money.";
  }
}
