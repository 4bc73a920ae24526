package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.question.QuestionForm;
import org.csoalliance.platform.error.AllianceException;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.gather.Outcome;

/**
 * Lets people in: a seat while there is one, else a place in the line, or a request that somebody
 * decides. Members, colleagues, groups, guests and people whom an organiser registers all come
 * through here, several at once where they come at once: the quotas are locked once, each party is
 * settled after the one before, and all are written together.
 */
@Dependent
public class RegistrationEngine {
  private SeatRepository seats;
  private OfferRepository offers;
  private Invitations invitations;
  private RegistrationRepository rows;
  private WaitingRepository waiting;
  private WaitingLine line;
  private SeatHolds holds;
  private RegistrationChecks checks;
  private Arrivals arrivals;
  private Clock clock;

  /** For CDI. */
  protected RegistrationEngine() {}

  /** Works with the given parts. */
  @Inject
  public RegistrationEngine(
      SeatRepository seats,
      OfferRepository offers,
      CodeRepository codes,
      RegistrationRepository rows,
      WaitingRepository waiting,
      WaitingLine line,
      SeatHolds holds,
      RegistrationChecks checks,
      Arrivals arrivals,
      Clock clock) {
    this.seats = seats;
    this.offers = offers;
    this.invitations = new Invitations(codes);
    this.rows = rows;
    this.waiting = waiting;
    this.line = line;
    this.holds = holds;
    this.checks = checks;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /** What the parties that are let in together share. */
  private record Door(
      Room event,
      boolean open,
      Tally tally,
      Map<String, Row> known,
      Offers offered,
      Supplier<QuestionForm> form) {
    boolean here(Person person) {
      return known.containsKey(key(person.mail())) || tally.has(key(person.mail()));
    }
  }

  /**
   * Lets one party in, or says where the registrations stand that there are.
   *
   * @return one for each of its people, in their order
   */
  List<Registered> admit(Room event, Party party) {
    return admit(event, List.of(party)).get(0).get();
  }

  /**
   * Lets parties in, one after the other as they are given. One that is refused changes nothing and
   * stops nobody else.
   *
   * @return an outcome for each
   */
  List<Outcome<List<Registered>>> admit(Room event, List<Party> parties) {
    boolean open = event.open(clock.instant());
    boolean counts =
        open && parties.stream().anyMatch(one -> RegistrationChecks.counts(event, one));
    List<EventQuota> quotas = counts ? seats.lockQuotas(event.id()) : seats.quotas(event.id());
    // behind the lock: whoever came before is seen, and times follow the order of the line
    Instant now = clock.instant();
    List<String> keys = parties.stream().flatMap(one -> one.keys().stream()).toList();
    Door door =
        new Door(
            event,
            open,
            line.tally(event, quotas),
            rows.counting(event.id(), keys),
            offers.of(event.id(), quotas),
            checks.form(event));
    List<AllianceException> refused = new ArrayList<>();
    parties.forEach(party -> refused.add(settle(door, party)));
    List<Newcomer> newcomers = door.tally().newcomers();
    Map<String, Row> all = new HashMap<>(door.known());
    Map<String, Row> written = arrivals.write(event, newcomers, door.form(), now);
    all.putAll(written);
    newcomers.stream()
        .filter(one -> !written.containsKey(one.key()))
        .forEach(one -> invitations.giveBack(one.choice()));
    List<String> faster = new ArrayList<>();
    for (int i = 0; i < parties.size(); i++) {
      if (refused.get(i) == null) {
        parties.get(i).keys().stream().filter(key -> !all.containsKey(key)).forEach(faster::add);
      }
    }
    if (!faster.isEmpty()) {
      all.putAll(rows.counting(event.id(), faster));
    }
    Map<Long, Integer> places = waiting.positions(List.copyOf(all.values()));
    List<Outcome<List<Registered>>> outcomes = new ArrayList<>();
    for (int i = 0; i < parties.size(); i++) {
      outcomes.add(
          refused.get(i) != null
              ? Outcome.refused(refused.get(i))
              : answers(parties.get(i), all, places));
    }
    return outcomes;
  }

  private static Outcome<List<Registered>> answers(
      Party party, Map<String, Row> all, Map<Long, Integer> places) {
    List<Row> found = party.keys().stream().filter(all::containsKey).map(all::get).toList();
    return found.size() < party.people().size()
        ? Outcome.refused(new ConflictException("Try again: somebody else was faster."))
        : Outcome.of(found.stream().map(row -> answer(row, places.get(row.id()))).toList());
  }

  /** Adds the people of the party to the tally; why not, where that is refused. */
  private AllianceException settle(Door door, Party party) {
    int before = door.tally().size();
    // what a party writes before all are written together: a code it uses, a hold it ends
    boolean writes =
        door.event().rules().formMinutes() != null || Invitations.given(party.wanted());
    if (writes) {
      seats.mark();
    }
    try {
      let(door, party);
      return null;
    } catch (AllianceException refused) {
      door.tally().back(before);
      if (writes) {
        seats.undo();
        door.tally().recount(seats.quotas(door.event().id()));
      }
      return refused;
    }
  }

  private void let(Door door, Party party) {
    Room event = door.event();
    Tally tally = door.tally();
    List<Person> fresh = party.people().stream().filter(one -> !door.here(one)).toList();
    if (fresh.isEmpty()) {
      return;
    }
    if (!door.open()) {
      throw new ConflictException("Registration for this event is closed.");
    }
    boolean counts = RegistrationChecks.counts(event, party);
    Choice choice = checks.checked(event, party, door.offered(), door.form());
    Person first = fresh.get(0);
    boolean held = counts && holds.use(event, SeatHolds.holder(party.by(), first.mail()));
    if (held) {
      tally.recount(seats.quotas(event.id()));
    }
    UUID group = Party.group(party.together(), fresh.size());
    boolean all =
        group == null
            || (counts
                && tally.freeFor(
                    Choices.needed(tally.quotas(), choice), first.companyId(), fresh.size()));
    for (Person person : fresh) {
      Chance chance =
          !counts || !all
              ? Chance.NONE
              : held && person == first && group == null ? Chance.HELD : Chance.LINE;
      if (!door.here(person)) {
        UUID key = person == first ? choice.submissionKey() : null;
        newcomer(door, party, person, choice.of(key, group), chance).ifPresent(tally::add);
      }
    }
  }

  /** How somebody may come to a seat. */
  private enum Chance {
    /** Not at all: there are not enough for the group, or the request is decided first. */
    NONE,
    /** One was held for them since the form opened, before others came to wait. */
    HELD,
    /** Where nobody waits whom it would fit. */
    LINE
  }

  /** What becomes of one; empty when the same person was faster in another request. */
  private Optional<Newcomer> newcomer(
      Door door, Party party, Person person, Choice chosen, Chance chance) {
    Room event = door.event();
    Tally tally = door.tally();
    Optional<Choice> invited =
        invitations.use(
            event,
            chosen,
            party.wanted(),
            party.organiser(),
            () -> rows.counting(event.id(), key(person.mail())).isPresent());
    if (invited.isEmpty()) {
      return Optional.empty(); // used the code there, a moment ago
    }
    Choice choice = invited.get();
    checks.invited(party, person, choice, door.form());
    List<EventQuota> needed = Choices.needed(tally.quotas(), choice);
    boolean seat =
        switch (chance) {
          case NONE -> false;
          case HELD -> tally.free(needed, person.companyId(), 1);
          case LINE -> tally.freeFor(needed, person.companyId(), 1);
        };
    RegistrationState request = RegistrationChecks.request(event, party);
    if (request == null && !seat) {
      line(event);
    }
    return Optional.of(
        new Newcomer(
            person,
            choice,
            party.by(),
            request != null
                ? request
                : seat ? RegistrationState.ACCEPTED : RegistrationState.WAITLISTED,
            seat ? Seats.numbers(needed) : List.of(),
            party.answersFor(person) ? party.wanted().answers() : null));
  }

  /** There is a line to stand in, and a seed for those who are drawn. */
  private void line(Room event) {
    if (event.rules().drawPending()) {
      if (event.rules().drawSeed() == null) {
        waiting.seed(event.id(), Draw.seed());
      }
    } else if (!event.rules().waitingList()) {
      throw new ConflictException("This event is full, and keeps no waiting list.");
    }
  }

  /** Where a registration stands. */
  Registered answer(Row row) {
    return answer(row, waiting.positions(List.of(row)).get(row.id()));
  }

  private static Registered answer(Row row, Integer place) {
    return new Registered(
        row.id(),
        row.state(),
        place,
        row.offerUntil(),
        row.state().seat() ? row.ticket().toString() : null,
        row.name(),
        row.mail(),
        row.company(),
        row.joinedAt());
  }

  static String key(String mail) {
    return mail.toLowerCase(Locale.ROOT);
  }
}
