package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * People register, take an offer or leave it, and give a seat back. Each change takes the quotas of
 * the event first, in the order of their numbers, so that seats are counted one after the other;
 * the database counts again and refuses one too many.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class RegistrationService {
  @Inject private RegistrationRepository registrations;
  @Inject private WaitingLine line;
  @Inject private RegistrationMails mails;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public RegistrationService() {}

  /** For tests. */
  public RegistrationService(
      RegistrationRepository registrations,
      RegistrationMails mails,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.registrations = registrations;
    this.mails = mails;
    this.line = new WaitingLine(registrations, mails, clock);
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Registers the caller, or another person for whom the caller is the organiser or a colleague: a
   * seat while there is one, else a place in the line. The same person, or the same form, again is
   * answered with the registration there is.
   *
   * @throws NotFoundException when there is no such event, or the caller may not see it
   * @throws ConflictException when it takes no registrations
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public Registered register(String slug, Register wanted) {
    Reader reader = signedIn();
    Instant now = clock.instant();
    RegistrationRepository.Room event = seen(slug, reader);
    if (wanted.submissionKey() != null) {
      Optional<RegistrationRepository.Row> before =
          registrations.bySubmission(wanted.submissionKey());
      if (before.isPresent()) {
        if (before.get().eventId() != event.id() || !mine(event, before.get(), reader)) {
          throw new ConflictException("This form was used before. Open a new one, then send it.");
        }
        return answer(before.get());
      }
    }
    RegistrationRepository.Person person = person(event, wanted, reader);
    Optional<RegistrationRepository.Row> known =
        registrations.counting(event.id(), key(person.mail()));
    if (known.isPresent()) {
      return answer(known.get());
    }
    open(event, now);
    AttendanceMode mode = mode(event, wanted);
    RegistrationState request =
        event.approval() && !organises(event, reader) ? RegistrationState.REQUESTED : null;
    List<EventQuota> quotas =
        request == null ? registrations.lockQuotas(event.id()) : registrations.quotas(event.id());
    check(quotas, wanted);
    List<EventQuota> needed = Seats.needed(quotas, wanted.category(), mode, wanted.sessions());
    boolean seat = request == null && seatFor(event, person, quotas, needed);
    RegistrationState state =
        request != null
            ? request
            : seat ? RegistrationState.ACCEPTED : RegistrationState.WAITLISTED;
    Optional<Long> id = registrations.add(event.id(), person, wanted, mode, reader, state, now);
    if (id.isEmpty()) {
      // the same person in another request, a moment ago
      return registrations
          .counting(event.id(), key(person.mail()))
          .or(
              () ->
                  Optional.ofNullable(wanted.submissionKey()).flatMap(registrations::bySubmission))
          .map(this::answer)
          .orElseThrow(() -> new ConflictException("Try again: somebody else was faster."));
    }
    if (seat) {
      registrations.take(id.get(), Seats.numbers(needed));
    }
    registrations.note(id.get(), state.name(), "", reader, now);
    RegistrationRepository.Row row = registrations.find(event.id(), id.get()).orElseThrow();
    mails.registered(event, row);
    audit.record(
        reader,
        "registration." + state.name().toLowerCase(Locale.ROOT),
        "event",
        slug,
        "" + row.id());
    return answer(row);
  }

  /**
   * Takes the seat that was offered.
   *
   * @throws NotFoundException when there is no such registration of the caller's
   * @throws ConflictException when there is no offer, or it has ended
   */
  public Registered accept(String slug, long id) {
    Reader reader = signedIn();
    RegistrationRepository.Room event = seen(slug, reader);
    registrations.lockQuotas(event.id());
    RegistrationRepository.Row row = own(event, id, reader);
    Instant now = clock.instant();
    if (!row.offered()) {
      throw new ConflictException(
          "No seat is held for you now. If an offer ended, the seat went to the next in the line.");
    }
    registrations.state(id, RegistrationState.ACCEPTED, now);
    registrations.note(id, "ACCEPTED", "", reader, now);
    RegistrationRepository.Row accepted = own(event, id, reader);
    mails.registered(event, accepted);
    audit.record(reader, "registration.accepted", "event", slug, "" + id);
    return answer(accepted);
  }

  /**
   * Gives a seat back, leaves an offer or the line. What comes free is offered to the next in the
   * line in the same transaction.
   *
   * @param reason at most 500 characters; an organiser who cancels for somebody else gives one
   * @throws NotFoundException when there is no such registration of the caller's, or of the
   *     caller's event
   * @throws ConflictException when it has ended before, or the last moment to cancel is over
   */
  public void cancel(String slug, long id, String reason) {
    Reader reader = signedIn();
    RegistrationRepository.Room event = seen(slug, reader);
    registrations.lockQuotas(event.id());
    RegistrationRepository.Row row = own(event, id, reader);
    Instant now = clock.instant();
    boolean organiser = organises(event, reader);
    if (!row.state().counts()) {
      throw new ConflictException("This registration has ended before.");
    }
    if (row.state() == RegistrationState.ATTENDED || row.state() == RegistrationState.NO_SHOW) {
      throw new ConflictException("The event is over, so nothing can be cancelled.");
    }
    Instant last = event.cancelUntil() == null ? event.startsAt() : event.cancelUntil();
    if (!organiser && row.state().seat() && !now.isBefore(last)) {
      throw new ConflictException(
          "The last moment to cancel here is over. Ask the organiser, who can still do it.");
    }
    String words = PlainText.line(reason, 500);
    if (organiser && !reader.accountId().equals(row.accountId()) && words.length() < 5) {
      throw new InvalidException("reason", "Say why, in 5 to 500 characters. The person reads it.");
    }
    registrations.giveBack(id);
    registrations.state(id, RegistrationState.CANCELLED, now);
    registrations.note(id, "CANCELLED", words, reader, now);
    mails.decided(event, row, RegistrationState.CANCELLED, words);
    line.offer(event);
    audit.record(reader, "registration.cancelled", "event", slug, "" + id);
  }

  /** The registrations of an event, for its organiser, in the order in which they came. */
  public List<Registered> all(String slug) {
    Reader reader = signedIn();
    RegistrationRepository.Room event = seen(slug, reader);
    if (!organises(event, reader)) {
      throw unknown();
    }
    return registrations.all(event.id()).stream().map(this::answer).toList();
  }

  private Reader signedIn() {
    Reader reader = caller.reader();
    if (!reader.signedIn()) {
      throw new RefusedException("Sign in to register.");
    }
    return reader;
  }

  private RegistrationRepository.Room seen(String slug, Reader reader) {
    return registrations
        .room(slug == null ? "" : slug)
        .filter(
            event ->
                organises(event, reader)
                    || (event.status() != EventStatus.DRAFT && event.audience().seenBy(reader)))
        .orElseThrow(() -> new NotFoundException("There is no such event."));
  }

  private static boolean organises(RegistrationRepository.Room event, Reader reader) {
    return EventAccess.organises(reader, event.organisers());
  }

  /** The caller's own, made by the caller for somebody else, or of an event of the caller's. */
  private static boolean mine(
      RegistrationRepository.Room event, RegistrationRepository.Row row, Reader reader) {
    return reader.accountId().equals(row.accountId())
        || reader.accountId().equals(row.byId())
        || organises(event, reader);
  }

  private RegistrationRepository.Row own(
      RegistrationRepository.Room event, long id, Reader reader) {
    return registrations
        .find(event.id(), id)
        .filter(row -> mine(event, row, reader))
        .orElseThrow(RegistrationService::unknown);
  }

  private static NotFoundException unknown() {
    return new NotFoundException("There is no such registration.");
  }

  private static void open(RegistrationRepository.Room event, Instant now) {
    Instant closes = event.closesAt() == null ? event.startsAt() : event.closesAt();
    if (!event.status().takesRegistrations() || !now.isBefore(closes)) {
      throw new ConflictException("Registration for this event is closed.");
    }
  }

  private RegistrationRepository.Person person(
      RegistrationRepository.Room event, Register wanted, Reader reader) {
    boolean other = wanted.mail() != null && !wanted.mail().isBlank();
    if (!other) {
      return registrations.person(reader.accountId()).orElseThrow();
    }
    String mail = wanted.mail().strip();
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = PlainText.line(wanted.name(), 300);
    if (name.length() < 2 || name.length() > 200) {
      wrong.put("name", "Enter the name of the person, at most 200 characters.");
    }
    if (!MailAddress.valid(mail)) {
      wrong.put("mail", "Enter the mail address of the person, such as name@company.example.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    Optional<RegistrationRepository.Person> known = registrations.byMail(key(mail));
    boolean colleague =
        known
            .map(RegistrationRepository.Person::companyId)
            .filter(Objects::nonNull)
            .filter(company -> company.equals(reader.companyId()))
            .isPresent();
    if (!organises(event, reader) && !colleague) {
      throw new InvalidException(
          "mail",
          "You can register colleagues who are members for your company. Ask others to do"
              + " it themselves.");
    }
    return known.orElseGet(
        () ->
            new RegistrationRepository.Person(
                null, null, name, mail, PlainText.line(wanted.company(), 200)));
  }

  private static AttendanceMode mode(RegistrationRepository.Room event, Register wanted) {
    AttendanceMode mode =
        wanted.mode() != null
            ? wanted.mode()
            : event.mode() == AttendanceMode.BOTH ? AttendanceMode.IN_PERSON : event.mode();
    if (!event.mode().offers(mode)) {
      throw new InvalidException("mode", "Choose one of the ways in which this event is held.");
    }
    return mode;
  }

  /** Category and sessions are the event's own; an event with categories wants one. */
  private static void check(List<EventQuota> quotas, Register wanted) {
    Map<String, String> wrong = new LinkedHashMap<>();
    boolean categories = quotas.stream().anyMatch(q -> q.kind() == EventQuota.Kind.CATEGORY);
    boolean fits =
        wanted.category() == null
            ? !categories
            : quotas.stream()
                .anyMatch(q -> q.kind() == EventQuota.Kind.CATEGORY && q.id() == wanted.category());
    if (!fits) {
      wrong.put("category", "Choose one of the categories of this event.");
    }
    for (Long session : wanted.sessions()) {
      if (quotas.stream()
          .noneMatch(q -> q.kind() == EventQuota.Kind.SESSION && q.id() == session)) {
        wrong.put("sessions", "Choose sessions of this event.");
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
  }

  /** A seat goes to a newcomer only where nobody waits for one, else to the line. */
  private boolean seatFor(
      RegistrationRepository.Room event,
      RegistrationRepository.Person person,
      List<EventQuota> quotas,
      List<EventQuota> needed) {
    return event.status() == EventStatus.OPEN
        && Seats.free(needed)
        && !line.capped(event, person.companyId())
        && registrations.waiting(event.id()).stream()
            .noneMatch(waiting -> line.fits(event, waiting, quotas));
  }

  private Registered answer(RegistrationRepository.Row row) {
    return new Registered(
        row.id(),
        row.state(),
        registrations.position(row),
        row.offerUntil(),
        row.state().seat() ? row.ticket().toString() : null,
        row.name(),
        row.mail(),
        row.company(),
        row.joinedAt());
  }

  private static String key(String mail) {
    return mail.toLowerCase(Locale.ROOT);
  }
}
