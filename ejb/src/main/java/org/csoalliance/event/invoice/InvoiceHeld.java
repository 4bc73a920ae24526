package org.csoalliance.event.invoice;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What invoices hold on a person, and how long. */
@Dependent
public class InvoiceHeld {
  // a little over the ten years of the law, since the database refuses earlier
  private static final Period KEPT = Period.of(10, 0, 2);

  private InvoiceRepository invoices;

  /** For CDI. */
  protected InvoiceHeld() {}

  /** Reads the given repository. */
  @Inject
  public InvoiceHeld(InvoiceRepository invoices) {
    this.invoices = invoices;
  }

  /** Adds the invoices of the person's registrations. */
  public void asked(@Observes DataAsked asked) {
    asked.add("event-invoices", invoices.held(asked.accountId()));
  }

  /** Adds the rule. */
  public void retention(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "event-invoices",
            "Invoices and credit notes of events, and how they were paid",
            "10 years",
            "Tax law wants them, and a number that is missing would be asked for.",
            RetentionRule.JOB,
            this::forget));
  }

  int forget(Instant now) {
    return invoices.forget(now.atOffset(ZoneOffset.UTC).minus(KEPT).toInstant());
  }
}
