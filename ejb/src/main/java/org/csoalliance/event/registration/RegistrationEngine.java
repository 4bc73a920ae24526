package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.Price;
import org.csoalliance.event.question.AnswerDesk;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.Reader;

/**
 * Lets people in: a seat while there is one, else a place in the line, or a request that somebody
 * decides. Members, colleagues, groups, guests and people whom an organiser registers all come
 * through here.
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
  private AnswerDesk answers;
  private RegistrationMails mails;
  private AuditLog audit;
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
      AnswerDesk answers,
      RegistrationMails mails,
      AuditLog audit,
      Clock clock) {
    this.seats = seats;
    this.offers = offers;
    this.invitations = new Invitations(codes);
    this.rows = rows;
    this.waiting = waiting;
    this.line = line;
    this.holds = holds;
    this.answers = answers;
    this.mails = mails;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lets one person in, or says where the registration stands that there is.
   *
   * @param by who asks
   * @param organiser whether that is somebody of the event's desk, whose word is the approval
   */
  Registered admit(Room event, Person person, Register wanted, Reader by, boolean organiser) {
    return admit(event, List.of(person), wanted, by, organiser, false).get(0);
  }

  /**
   * Lets several in.
   *
   * @param together whether they want seats all at once or wait together; else each for itself
   */
  List<Registered> admit(
      Room event,
      List<Person> people,
      Register wanted,
      Reader by,
      boolean organiser,
      boolean together) {
    List<Person> fresh = fresh(event, people);
    if (fresh.isEmpty()) {
      return people.stream().map(one -> answer(known(event, one).orElseThrow())).toList();
    }
    Instant now = clock.instant();
    if (!event.open(now)) {
      throw new ConflictException("Registration for this event is closed.");
    }
    boolean guest = !by.signedIn();
    RegistrationState request = request(event, guest, organiser, wanted);
    boolean counts = request == null || event.rules().hold();
    List<EventQuota> quotas = counts ? seats.lockQuotas(event.id()) : seats.quotas(event.id());
    // whoever waited for the lock behind another request of the same person sees it now
    fresh = fresh(event, fresh);
    Choice choice = checked(event, fresh, wanted, offers.of(event.id(), quotas), by);
    boolean held =
        counts && !fresh.isEmpty() && holds.use(event, SeatHolds.holder(by, fresh.get(0).mail()));
    quotas = held ? seats.quotas(event.id()) : quotas;
    UUID group = together && fresh.size() > 1 ? UUID.randomUUID() : null;
    boolean all =
        group == null
            || (counts
                && line.freeFor(
                    event,
                    quotas,
                    Choices.needed(quotas, choice),
                    fresh.get(0).companyId(),
                    fresh.size()));
    Map<String, Row> made = new LinkedHashMap<>();
    for (int i = 0; i < fresh.size(); i++) {
      UUID key = i == 0 || choice.submissionKey() == null ? choice.submissionKey() : null;
      Chance chance =
          !all ? Chance.NONE : held && i == 0 && group == null ? Chance.HELD : Chance.LINE;
      List<EventQuota> left = i == 0 ? quotas : seats.quotas(event.id());
      Person person = fresh.get(i);
      Choice own = choice.of(key, group);
      one(event, left, person, own, wanted, by, organiser, request, chance, now)
          .ifPresent(row -> made.put(key(person.mail()), row));
    }
    return people.stream()
        .map(one -> Optional.ofNullable(made.get(key(one.mail()))).or(() -> known(event, one)))
        .map(row -> answer(row.orElseThrow(this::faster)))
        .toList();
  }

  /**
   * What would become of it at this moment, checked as it is at registration. Where the organiser
   * holds seats for open forms, those that were chosen are held from here on.
   */
  Preview preview(
      Room event,
      List<Person> people,
      Register wanted,
      Reader by,
      boolean organiser,
      boolean together) {
    if (!event.open(clock.instant())) {
      throw new ConflictException("Registration for this event is closed.");
    }
    List<EventQuota> quotas = seats.quotas(event.id());
    Offers offered = offers.of(event.id(), quotas);
    Choice choice = checked(event, people, wanted, offered, by);
    invitations.look(event, choice, wanted, organiser);
    RegistrationState request = request(event, !by.signedIn(), organiser, wanted);
    Person first = people.get(0);
    List<EventQuota> needed = Choices.needed(quotas, choice);
    HoldRepository.Held held =
        holds.choose(
            event, SeatHolds.holder(by, first.mail()), first.companyId(), !by.signedIn(), choice);
    boolean kept = held != null && held.quotas().containsAll(Seats.numbers(needed));
    int many = together ? people.size() : 1;
    boolean free =
        (kept && many == 1) || line.freeFor(event, quotas, needed, first.companyId(), many);
    Optional<Offers.Category> category =
        offered.categories().stream()
            .filter(one -> choice.category() != null && one.id() == choice.category())
            .findFirst();
    return new Preview(
        people.stream().map(Person::name).toList(),
        category.map(Offers.Category::name).orElse(null),
        category.map(one -> new Price(one.price(), one.currency())).orElse(Price.FREE),
        choice.mode().words(),
        offered.sessions().stream()
            .filter(one -> choice.sessions().contains(one.id()))
            .map(Offers.Session::name)
            .toList(),
        outcome(event, request, free),
        kept ? held.until() : null);
  }

  /** Holds choice and answers against the event, and tells of all that is wrong at once. */
  private Choice checked(
      Room event, List<Person> people, Register wanted, Offers offered, Reader by) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Choice choice = null;
    try {
      choice = Choices.check(event, wanted, offered, !by.signedIn());
    } catch (InvalidException refused) {
      wrong.putAll(refused.fields());
    }
    if (wanted.answers() != null && people.stream().anyMatch(one -> answersFor(one, by))) {
      try {
        answers.check(
            answers.form(event.id(), FormKind.REGISTRATION), wanted.category(), wanted.answers());
      } catch (InvalidException refused) {
        wrong.putAll(refused.fields());
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return choice;
  }

  /** Answers are one's own: colleagues give theirs when the mail has reached them. */
  private static boolean answersFor(Person person, Reader by) {
    return !by.signedIn() || by.accountId().equals(person.accountId());
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

  /** Registers one; empty when the same person was faster in another request. */
  private Optional<Row> one(
      Room event,
      List<EventQuota> quotas,
      Person person,
      Choice chosen,
      Register wanted,
      Reader by,
      boolean organiser,
      RegistrationState request,
      Chance chance,
      Instant now) {
    Optional<Choice> invited =
        invitations.use(event, chosen, wanted, organiser, () -> known(event, person).isPresent());
    if (invited.isEmpty()) {
      return Optional.empty(); // used the code there, a moment ago
    }
    Choice choice = invited.get();
    List<EventQuota> needed = Choices.needed(quotas, choice);
    boolean counts = request == null || event.rules().hold();
    boolean seat =
        counts
            && switch (chance) {
              case NONE -> false;
              case HELD -> line.free(event, needed, person.companyId(), 1);
              case LINE -> line.freeFor(event, quotas, needed, person.companyId(), 1);
            };
    RegistrationState state =
        request != null
            ? request
            : seat ? RegistrationState.ACCEPTED : RegistrationState.WAITLISTED;
    if (state == RegistrationState.WAITLISTED) {
      line(event);
    }
    Optional<Long> id = rows.add(event.id(), person, choice, by, state, now);
    if (id.isEmpty()) {
      invitations.giveBack(choice);
      return Optional.empty();
    }
    if (seat) {
      seats.take(id.get(), Seats.numbers(needed));
    }
    if (wanted.answers() != null && answersFor(person, by)) {
      answers.keepFirst(
          id.get(),
          answers.form(event.id(), FormKind.REGISTRATION),
          choice.category(),
          wanted.answers());
    }
    rows.note(id.get(), state.name(), "", by, now);
    Row row = rows.find(event.id(), id.get()).orElseThrow();
    mails.registered(event, row, by);
    audit.record(
        by,
        "registration." + state.name().toLowerCase(Locale.ROOT),
        "event",
        event.slug(),
        "" + row.id());
    return Optional.of(row);
  }

  /** How somebody may come to a seat. */
  private enum Chance {
    /** Not at all: there are not enough for the group. */
    NONE,
    /** One was held for them since the form opened, before others came to wait. */
    HELD,
    /** Where nobody waits whom it would fit. */
    LINE
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

  /**
   * An organiser's word or an invitation stands for the approval; guests are vetted all the same.
   */
  private static RegistrationState request(
      Room event, boolean guest, boolean organiser, Register wanted) {
    if (organiser) {
      return null;
    }
    if (guest && event.audience() == EventAudience.MEMBERS_AND_GUESTS) {
      return RegistrationState.VETTING;
    }
    boolean invited = wanted.code() != null && !wanted.code().isBlank();
    return event.approval() && !invited ? RegistrationState.REQUESTED : null;
  }

  private List<Person> fresh(Room event, List<Person> people) {
    List<Person> fresh = new ArrayList<>();
    for (Person person : people) {
      if (known(event, person).isEmpty()) {
        fresh.add(person);
      }
    }
    return fresh;
  }

  private Optional<Row> known(Room event, Person person) {
    return rows.counting(event.id(), key(person.mail()));
  }

  private ConflictException faster() {
    return new ConflictException("Try again: somebody else was faster.");
  }

  /** Where a registration stands. */
  Registered answer(Row row) {
    return new Registered(
        row.id(),
        row.state(),
        waiting.position(row),
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
