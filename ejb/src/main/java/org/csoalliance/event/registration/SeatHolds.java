package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventQuota;
import org.csoalliance.platform.security.Reader;

/**
 * Holds a seat for some minutes while somebody fills in the form, where the organiser wants that:
 * one of the event from when the form opens, and those of category, way and sessions from when they
 * are chosen. A hold never passes somebody who waits, is one for each person, and is not made
 * longer by opening the form again. It ends with the registration, by giving it back, or by the
 * clock of the database.
 */
@Dependent
public class SeatHolds {
  private SeatRepository seats;
  private HoldRepository holds;
  private WaitingLine line;
  private Clock clock;

  /** For CDI. */
  protected SeatHolds() {}

  /** Holds in the given repository. */
  @Inject
  public SeatHolds(SeatRepository seats, HoldRepository holds, WaitingLine line, Clock clock) {
    this.seats = seats;
    this.holds = holds;
    this.line = line;
    this.clock = clock;
  }

  /** Who holds: an account by its number, a guest by the address. */
  static String holder(Reader by, String mail) {
    return by.signedIn() ? "" + by.accountId() : RegistrationEngine.key(mail);
  }

  /**
   * Holds a seat of the event for somebody who opens the form.
   *
   * @return until when; null where none is held
   */
  Instant open(Room event, String holder, Long companyId, boolean guest) {
    if (event.rules().byCode() || !wanted(event, guest)) {
      return null;
    }
    Optional<HoldRepository.Held> before = holds.of(event.id(), holder);
    if (before.isPresent()) {
      return before.get().until();
    }
    List<EventQuota> quotas = seats.lockQuotas(event.id());
    List<EventQuota> whole =
        quotas.stream().filter(quota -> quota.kind() == EventQuota.Kind.EVENT).toList();
    return line.freeFor(event, quotas, whole, companyId, 1)
        ? hold(event, holder, Set.copyOf(Seats.numbers(whole)))
        : null;
  }

  /**
   * Holds what was chosen, in place of what was held. A seat of the event that is held stays held
   * even where the choice is full.
   *
   * @return what is held now; null where nothing is
   */
  HoldRepository.Held choose(
      Room event, String holder, Long companyId, boolean guest, Choice choice) {
    if (!wanted(event, guest)) {
      return null;
    }
    List<EventQuota> quotas = seats.lockQuotas(event.id());
    List<EventQuota> needed = Choices.needed(quotas, choice);
    Set<Long> before =
        holds.of(event.id(), holder).map(HoldRepository.Held::quotas).orElse(Set.of());
    List<EventQuota> more = needed.stream().filter(q -> !before.contains(q.id())).toList();
    boolean free =
        before.isEmpty()
            ? line.freeFor(event, quotas, needed, companyId, 1)
            : more.stream().allMatch(EventQuota::hasRoom);
    if (free) {
      Set<Long> all = new TreeSet<>(Seats.numbers(needed));
      hold(event, holder, all);
      holds.keepOnly(event.id(), holder, all);
    }
    return holds.of(event.id(), holder).orElse(null);
  }

  /** Ends a hold, and offers what came free. The caller holds no quotas. */
  void release(Room event, String holder) {
    seats.lockQuotas(event.id());
    if (holds.end(event.id(), holder) > 0) {
      line.offer(event);
    }
  }

  /**
   * Ends a hold, whose seats are for this registration. The caller holds the quotas, so that what
   * has ended is gone.
   *
   * @return whether there was one
   */
  boolean use(Room event, String holder) {
    return event.rules().formMinutes() != null && holds.end(event.id(), holder) > 0;
  }

  private Instant hold(Room event, String holder, Set<Long> quotas) {
    holds.add(event.id(), holder, quotas, event.rules().formMinutes());
    return holds.of(event.id(), holder).map(HoldRepository.Held::until).orElse(null);
  }

  /** A request that somebody decides takes no seat, unless the organiser wants it to. */
  private boolean wanted(Room event, boolean guest) {
    boolean decided =
        event.approval() || (guest && event.audience() == EventAudience.MEMBERS_AND_GUESTS);
    return event.rules().formMinutes() != null
        && event.open(clock.instant())
        && (!decided || event.rules().hold());
  }
}
