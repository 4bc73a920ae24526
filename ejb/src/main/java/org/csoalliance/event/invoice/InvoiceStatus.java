package org.csoalliance.event.invoice;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an invoice stands, and what an organiser filters the list by. */
public enum InvoiceStatus {
  /** Is to be paid. */
  OPEN("To pay", "i.kind = 'INVOICE' and i.ended_at is null and i.paid_on is null"),
  /** Should have been paid; the day is a value of the condition. */
  OVERDUE(
      "Overdue",
      "i.kind = 'INVOICE' and i.ended_at is null and i.paid_on is null and i.due_on < ?"),
  /** Was paid. */
  PAID("Paid", "i.kind = 'INVOICE' and i.ended_at is null and i.paid_on is not null"),
  /** Ended before it was paid. */
  VOID("Void", "i.kind = 'INVOICE' and i.ended_at is not null and i.paid_on is null"),
  /** Was paid and taken back by a credit note. */
  CREDITED("Credited", "i.kind = 'INVOICE' and i.ended_at is not null and i.paid_on is not null"),
  /** A credit note whose money is to go back. */
  TO_REFUND("To give back", "i.kind = 'CREDIT' and i.paid_on is null"),
  /** A credit note whose money went back. */
  REFUNDED("Given back", "i.kind = 'CREDIT' and i.paid_on is not null");

  private final String words;
  private final String condition;

  InvoiceStatus(String words, String condition) {
    this.words = words;
    this.condition = condition;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** As it stands in an address. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The status that an address means; empty when it means none. */
  public static Optional<InvoiceStatus> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
  }

  /** The condition on an {@code event_invoice i}. */
  String condition() {
    return condition;
  }

  static InvoiceStatus of(
      Invoice.Kind kind, Invoice.Paid paid, Invoice.Ended ended, LocalDate dueOn, LocalDate today) {
    if (kind == Invoice.Kind.CREDIT) {
      return paid == null ? TO_REFUND : REFUNDED;
    }
    if (ended != null) {
      return paid == null ? VOID : CREDITED;
    }
    if (paid != null) {
      return PAID;
    }
    return dueOn.isBefore(today) ? OVERDUE : OPEN;
  }
}
