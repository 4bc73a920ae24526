package org.csoalliance.event.invoice;

import java.time.Instant;
import java.time.LocalDate;
import org.csoalliance.event.Price;

/**
 * An invoice, or a credit note that takes one back. What it says was frozen when it was issued.
 *
 * @param slug the part of the address of its event
 * @param link the signed part of its own address
 * @param number without gaps within a kind and a year, such as {@code INV-2026-000012}
 * @param dueOn the day by which it is to be paid
 * @param name the person whose registration it is
 * @param address lines of whoever pays; may be empty
 * @param reference what the payer wants to read on it, such as an order; may be empty
 * @param subject what it is for
 * @param issuer lines of whoever issues it
 * @param payment lines that say how to pay; may be empty
 * @param credits the number of the invoice that this credit note takes back; null: no credit note
 * @param paid null: no payment is recorded; of a credit note: no money went back
 * @param ended null: it stands
 * @param status as of the day that was asked for
 * @param registered whether the registration still counts
 */
public record Invoice(
    long id,
    String slug,
    String title,
    long registrationId,
    Kind kind,
    String link,
    String number,
    Instant issuedAt,
    LocalDate dueOn,
    String name,
    String company,
    String address,
    String reference,
    String subject,
    String issuer,
    String payment,
    Price price,
    String credits,
    Paid paid,
    Ended ended,
    InvoiceStatus status,
    boolean registered) {

  /** An invoice, or what takes one back. */
  public enum Kind {
    INVOICE("INV"),
    CREDIT("CRN");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    String number(int year, int count) {
      return String.format(java.util.Locale.ROOT, "%s-%d-%06d", prefix, year, count);
    }
  }

  /**
   * A payment, as somebody recorded it.
   *
   * @param how such as {@code Bank transfer}
   * @param note may be empty
   * @param by who recorded it
   */
  public record Paid(LocalDate on, String how, String note, String by) {}

  /**
   * The end of an invoice.
   *
   * @param reason in a sentence
   */
  public record Ended(Instant at, Why why, String reason, String by) {}

  /** Why an invoice ends. */
  public enum Why {
    /** The registration was cancelled or declined. */
    CANCELLED,
    /** The price is another one, since another category was chosen. */
    CHANGED,
    /** It was issued anew to another address. */
    ADDRESS,
    /** Somebody of the desk ended it; none is issued in its place. */
    WAIVED
  }

  /** Whether it is a credit note. */
  public boolean credit() {
    return kind == Kind.CREDIT;
  }

  /** Whether it stands and waits for money, or for money to go back. */
  public boolean waits() {
    return ended == null && paid == null;
  }

  /** Whether whoever pays may have it issued anew to another address. */
  public boolean readdressable() {
    return !credit() && waits() && registered;
  }
}
