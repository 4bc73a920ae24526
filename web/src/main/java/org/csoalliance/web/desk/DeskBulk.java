package org.csoalliance.web.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.csoalliance.event.desk.DeskService;
import org.csoalliance.event.invoice.InvoiceDeskService;
import org.csoalliance.event.registration.ApprovalService;
import org.csoalliance.event.registration.Decided;
import org.csoalliance.event.registration.WaitingOfferService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.web.shared.Plural;

/** What an organiser does to one registration or to many, by the name of the button. */
@Dependent
public class DeskBulk {
  /** The buttons. */
  public enum Act {
    APPROVE(false),
    DECLINE(true),
    CANCEL(true),
    RESEND(false),
    /** Puts those who wait first, and offers what is free. */
    OFFER(true),
    /** Records that their invoices were paid. */
    PAY(false),
    /** For one alone. */
    FIRST(true);

    private final boolean reason;

    Act(boolean reason) {
      this.reason = reason;
    }

    /** Whether the people read why. */
    public boolean isReason() {
      return reason;
    }

    /** Whether day and way of a payment are asked for. */
    public boolean isPayment() {
      return this == PAY;
    }

    /** The word on the button. */
    public String getWords() {
      return DeskWords.fill("act." + name());
    }

    /** What becomes of it, before it is confirmed. */
    public String getMeaning() {
      return DeskWords.fill("act." + name() + ".meaning");
    }

    /** Whether it takes something away. */
    public boolean isGrave() {
      return this == CANCEL || this == DECLINE;
    }

    static Act of(String name) {
      return Arrays.stream(values())
          .filter(act -> act.name().equals(name))
          .findFirst()
          .orElse(null);
    }
  }

  @Inject private DeskService desk;
  @Inject private ApprovalService approvals;
  @Inject private WaitingOfferService offers;
  @Inject private InvoiceDeskService invoices;

  /** Does it and tells what came of it. */
  String run(String slug, String name, List<Long> ids, String reason) {
    Act act = Act.of(name);
    if (act == null) {
      throw new ConflictException("Choose what is to be done.");
    }
    return switch (act) {
      case APPROVE -> decided(approvals.approve(slug, ids, reason == null ? "" : reason));
      case DECLINE -> decided(approvals.decline(slug, ids, reason));
      case CANCEL ->
          Plural.of(desk.cancel(slug, ids, reason), "registration is", "registrations are")
              + " cancelled. The reason is on its way by mail.";
      case RESEND ->
          Plural.of(desk.resend(slug, ids), "mail is", "mails are") + " on the way again.";
      case OFFER -> offered(offers.offer(slug, ids, reason));
      case PAY -> DeskInvoicesBean.paid(invoices.payFor(slug, ids, DeskInvoicesBean.payment()));
      case FIRST -> throw new ConflictException("One person at a time is put first.");
    };
  }

  private static String offered(WaitingOfferService.Offered offered) {
    StringJoiner words = new StringJoiner(", ", "", ".");
    words.add(Plural.of(offered.offered(), "seat is", "seats are") + " offered");
    add(words, offered.first(), "first in the line, since no more is free now");
    add(words, offered.skipped(), "passed over, since they do not wait");
    return words.toString();
  }

  private static String decided(Decided decided) {
    StringJoiner words = new StringJoiner(", ", "", ".");
    add(words, decided.accepted(), "accepted");
    add(words, decided.waiting(), "on the waiting list");
    add(words, decided.declined(), "declined");
    add(words, decided.skipped(), "passed over, since there was nothing to decide");
    return words.toString();
  }

  private static void add(StringJoiner words, int count, String what) {
    if (count > 0) {
      words.add(count + " " + what);
    }
  }
}
