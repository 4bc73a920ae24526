package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.Price;
import org.csoalliance.platform.error.ConflictException;

/** Tells what would become of a registration, before it is made. */
@Dependent
public class RegistrationPreviews {
  private SeatRepository seats;
  private OfferRepository offers;
  private Invitations invitations;
  private WaitingLine line;
  private SeatHolds holds;
  private RegistrationChecks checks;
  private Clock clock;

  /** For CDI. */
  protected RegistrationPreviews() {}

  /** Works with the given parts. */
  @Inject
  public RegistrationPreviews(
      SeatRepository seats,
      OfferRepository offers,
      CodeRepository codes,
      WaitingLine line,
      SeatHolds holds,
      RegistrationChecks checks,
      Clock clock) {
    this.seats = seats;
    this.offers = offers;
    this.invitations = new Invitations(codes);
    this.line = line;
    this.holds = holds;
    this.checks = checks;
    this.clock = clock;
  }

  /**
   * What would become of it at this moment, checked as it is at registration. Where the organiser
   * holds seats for open forms, those that were chosen are held from here on.
   */
  Preview preview(Room event, Party party) {
    if (!event.open(clock.instant())) {
      throw new ConflictException("Registration for this event is closed.");
    }
    List<EventQuota> quotas = seats.quotas(event.id());
    Offers offered = offers.of(event.id(), quotas);
    Choice choice = checks.checked(event, party, offered, checks.form(event));
    invitations.look(event, choice, party.wanted(), party.organiser());
    Person first = party.people().get(0);
    List<EventQuota> needed = Choices.needed(quotas, choice);
    HoldRepository.Held held =
        holds.choose(
            event,
            SeatHolds.holder(party.by(), first.mail()),
            first.companyId(),
            party.guest(),
            choice);
    boolean kept = held != null && held.quotas().containsAll(Seats.numbers(needed));
    int many = party.together() ? party.people().size() : 1;
    boolean free =
        (kept && many == 1) || line.freeFor(event, quotas, needed, first.companyId(), many);
    Optional<Offers.Category> category =
        offered.categories().stream()
            .filter(one -> choice.category() != null && one.id() == choice.category())
            .findFirst();
    return new Preview(
        party.people().stream().map(Person::name).toList(),
        category.map(Offers.Category::name).orElse(null),
        category.map(one -> new Price(one.price(), one.currency())).orElse(Price.FREE),
        choice.mode().words(),
        offered.sessions().stream()
            .filter(one -> choice.sessions().contains(one.id()))
            .map(Offers.Session::name)
            .toList(),
        outcome(event, RegistrationChecks.request(event, party), free),
        kept ? held.until() : null);
  }

  private static Preview.Outcome outcome(Room event, RegistrationState request, boolean free) {
    if (request != null) {
      return request == RegistrationState.VETTING
          ? Preview.Outcome.VETTING
          : Preview.Outcome.REQUEST;
    }
    if (event.rules().drawPending()) {
      return Preview.Outcome.DRAW;
    }
    return free ? Preview.Outcome.SEAT : Preview.Outcome.WAITING;
  }
}
