package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.question.AnswerDesk;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * What becomes of a registration: an offer is taken, a seat given back, handed to a colleague or
 * changed, a request decided. Whoever calls has settled that the person may; each method locks the
 * quotas of the event and reads the registration anew.
 */
@Dependent
public class RegistrationChanges {
  private SeatRepository seats;
  private OfferRepository offers;
  private RegistrationRepository rows;
  private HandOverRepository handOvers;
  private AnswerDesk answers;
  private WaitingLine line;
  private RegistrationMails mails;
  private AuditLog audit;
  private Clock clock;

  /** For CDI. */
  protected RegistrationChanges() {}

  /** Works with the given parts. */
  @Inject
  public RegistrationChanges(
      SeatRepository seats,
      OfferRepository offers,
      RegistrationRepository rows,
      HandOverRepository handOvers,
      AnswerDesk answers,
      WaitingLine line,
      RegistrationMails mails,
      AuditLog audit,
      Clock clock) {
    this.seats = seats;
    this.offers = offers;
    this.rows = rows;
    this.handOvers = handOvers;
    this.answers = answers;
    this.line = line;
    this.mails = mails;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes the seat that was offered. */
  Row accept(Room event, long id, Reader by) {
    Row row = locked(event, id);
    if (!row.offered()) {
      throw new ConflictException(
          "No seat is held for you now. If an offer ended, the seat went to the next in the line.");
    }
    return move(event, row, RegistrationState.ACCEPTED, "", by);
  }

  /**
   * Gives a seat back, or leaves an offer or the line; what comes free is offered on.
   *
   * @param desk whether somebody of the event's desk does it for the person, who then reads why
   */
  void cancel(Room event, long id, String reason, Reader by, boolean desk) {
    Row row = locked(event, id);
    if (!row.state().counts()) {
      throw new ConflictException("This registration has ended before.");
    }
    if (row.state() == RegistrationState.ATTENDED || row.state() == RegistrationState.NO_SHOW) {
      throw new ConflictException("The event is over, so nothing can be cancelled.");
    }
    if (!desk && row.state().seat()) {
      inTime(event, "cancel");
    }
    String words = PlainText.line(reason, 500);
    if (desk && words.length() < 5) {
      throw new InvalidException("reason", "Say why, in 5 to 500 characters. The person reads it.");
    }
    seats.giveBack(id);
    rows.state(id, RegistrationState.CANCELLED, clock.instant());
    rows.note(id, "CANCELLED", words, by, clock.instant());
    mails.decided(event, row, RegistrationState.CANCELLED, words, rows.paid(row));
    line.offer(event);
    record(event, row, by, "cancelled");
  }

  /**
   * Chooses category, way to take part and sessions anew, within the quotas: a seat that is not
   * there is refused, and the old one kept.
   */
  Row change(Room event, long id, Register wanted, Reader by, boolean desk) {
    List<EventQuota> quotas = seats.lockQuotas(event.id());
    Row row = rows.find(event.id(), id).orElseThrow();
    changeable(event, row, desk);
    Choice choice = Choices.check(event, wanted, offers.of(event.id(), quotas), row.guest());
    boolean held = seats.holds(id);
    List<EventQuota> before = Seats.needed(quotas, row);
    List<EventQuota> needed = Choices.needed(quotas, choice);
    if (held) {
      for (EventQuota quota : needed) {
        if (!before.contains(quota) && !quota.hasRoom()) {
          throw new InvalidException(
              field(quota),
              full(quota) + " is full. Your registration stands as it was. Choose another.");
        }
      }
      seats.giveBack(id);
      seats.take(id, Seats.numbers(needed));
    }
    rows.choose(id, choice, clock.instant());
    rows.note(id, "CHANGED", "", by, clock.instant());
    boolean again =
        !desk
            && event.rules().approveChanges()
            && (row.state() == RegistrationState.ACCEPTED
                || row.state() == RegistrationState.CONFIRMED);
    if (again) {
      // the seat stays held while somebody looks at the change
      rows.state(id, RegistrationState.REQUESTED, clock.instant());
      rows.note(
          id, RegistrationState.REQUESTED.name(), "Changed after approval.", by, clock.instant());
      mails.registered(event, rows.find(event.id(), id).orElseThrow(), by);
    }
    line.offer(event);
    record(event, row, by, "changed");
    return rows.find(event.id(), id).orElseThrow();
  }

  /**
   * Hands a seat, or a place in the line, to a colleague. The ticket of the one before dies at
   * once; where the organiser approves transfers, or guests are vetted, the seat is held until
   * somebody decides.
   *
   * @param told how the one before calls the person; an account's own name may be none of theirs
   * @param field that named the person
   */
  Row transfer(Room event, long id, Person to, String told, String field, Reader by, boolean desk) {
    Row row = locked(event, id);
    changeable(event, row, desk);
    if (rows.counting(event.id(), RegistrationEngine.key(to.mail())).isPresent()) {
      throw new InvalidException(
          field, told + " is registered for this event already. Choose somebody else.");
    }
    answers.forget(id); // they were the other person's
    rows.handOver(id, to, clock.instant());
    handOvers.keep(row, told, clock.instant());
    rows.note(id, "TRANSFERRED", "From " + row.name() + " to " + told + ".", by, clock.instant());
    if (!desk && to.accountId() == null && event.audience() == EventAudience.MEMBERS_AND_GUESTS) {
      rows.state(id, RegistrationState.VETTING, clock.instant());
    } else if (!desk && event.rules().approveTransfers() && row.state().seat()) {
      rows.state(id, RegistrationState.REQUESTED, clock.instant());
    }
    Row handed = rows.find(event.id(), id).orElseThrow();
    mails.handedOver(event, row, told);
    mails.takenOver(event, handed, by.signedIn() ? by.name() : row.name());
    record(event, row, by, "transferred");
    return handed;
  }

  /** Lets a request in: its held seat or a free one, else a place in the line. */
  Row approve(Room event, long id, String reason, Reader by) {
    List<EventQuota> quotas = seats.lockQuotas(event.id());
    Row row = rows.find(event.id(), id).orElseThrow();
    boolean held = seats.holds(id);
    List<EventQuota> needed = Seats.needed(quotas, row);
    boolean seat = held || line.freeFor(event, quotas, needed, row.companyId(), 1);
    if (!held && seat) {
      seats.take(id, Seats.numbers(needed));
    }
    return move(
        event, row, seat ? RegistrationState.ACCEPTED : RegistrationState.WAITLISTED, reason, by);
  }

  /** Does not let a request in; a seat that it held goes on. */
  Row decline(Room event, long id, String reason, Reader by) {
    Row row = locked(event, id);
    seats.giveBack(id);
    rows.state(id, RegistrationState.DECLINED, clock.instant());
    rows.note(id, RegistrationState.DECLINED.name(), reason, by, clock.instant());
    mails.decided(event, row, RegistrationState.DECLINED, reason, rows.paid(row));
    line.offer(event);
    record(event, row, by, "declined");
    return rows.find(event.id(), id).orElseThrow();
  }

  private Row move(Room event, Row row, RegistrationState to, String reason, Reader by) {
    Instant now = clock.instant();
    rows.state(row.id(), to, now);
    rows.note(row.id(), to.name(), reason, by, now);
    Row moved = rows.find(event.id(), row.id()).orElseThrow();
    mails.registered(event, moved, by);
    record(event, row, by, to.name().toLowerCase(Locale.ROOT));
    return moved;
  }

  private Row locked(Room event, long id) {
    seats.lockQuotas(event.id());
    return rows.find(event.id(), id).orElseThrow();
  }

  private void changeable(Room event, Row row, boolean desk) {
    if (!row.state().counts()
        || row.state() == RegistrationState.ATTENDED
        || row.state() == RegistrationState.NO_SHOW) {
      throw new ConflictException("This registration has ended, so nothing of it can be changed.");
    }
    if (!desk) {
      inTime(event, "change or hand over");
    }
  }

  private void inTime(Room event, String what) {
    if (!clock.instant().isBefore(event.lastChange())) {
      throw new ConflictException(
          "The last moment to " + what + " here is over. Ask the organiser, who can still do it.");
    }
  }

  private static String field(EventQuota quota) {
    return switch (quota.kind()) {
      case SESSION -> "sessions";
      case MODE -> "mode";
      default -> "category";
    };
  }

  private static String full(EventQuota quota) {
    return switch (quota.kind()) {
      case MODE -> org.csoalliance.event.AttendanceMode.valueOf(quota.name()).words();
      case EVENT -> "The event";
      default -> quota.name();
    };
  }

  private void record(Room event, Row row, Reader by, String what) {
    audit.record(by, "registration." + what, "event", event.slug(), "" + row.id());
  }
}
