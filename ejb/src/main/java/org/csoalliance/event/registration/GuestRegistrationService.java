package org.csoalliance.event.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.question.AnswerDesk;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.event.question.GivenAnswers;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.text.PlainText;

/**
 * People without an account register by a link in a mail, and look after the registration by
 * another. Anybody may call it: the signed link says who it is. Nothing is registered and no seat
 * held before the first link is opened and its form is sent.
 */
@Stateless
@PermitAll
public class GuestRegistrationService {
  private static final Duration LINK = Duration.ofHours(48);
  private static final int MOST_AN_HOUR = 3;

  @Inject private RoomRepository rooms;
  @Inject private RegistrationRepository rows;
  @Inject private GuestRepository guests;
  @Inject private RegistrationEngine engine;
  @Inject private RegistrationPreviews previews;
  @Inject private RegistrationChanges changes;
  @Inject private RegistrationPages pages;
  @Inject private AnswerDesk answers;
  @Inject private AnswerSheet sheet;
  @Inject private RegistrationMails mails;
  @Inject private MailListRepository lists;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public GuestRegistrationService() {}

  /** For tests. */
  GuestRegistrationService(
      RoomRepository rooms,
      RegistrationRepository rows,
      GuestRepository guests,
      RegistrationEngine engine,
      RegistrationPreviews previews,
      RegistrationChanges changes,
      RegistrationPages pages,
      AnswerDesk answers,
      AnswerSheet sheet,
      RegistrationMails mails,
      MailListRepository lists,
      Settings settings,
      Clock clock) {
    this.rooms = rooms;
    this.rows = rows;
    this.guests = guests;
    this.engine = engine;
    this.previews = previews;
    this.changes = changes;
    this.pages = pages;
    this.answers = answers;
    this.sheet = sheet;
    this.mails = mails;
    this.lists = lists;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Mails a link that opens the form. Whether an account or a registration has the address is told
   * in the mail alone: the caller gets the same answer for every address. More than three links an
   * hour for one address are not sent.
   *
   * @throws NotFoundException when there is no such event for guests
   * @throws ConflictException when it takes no registrations
   * @throws InvalidException with a sentence for each field that cannot be taken
   */
  public void ask(String slug, String name, String mail) {
    Room event = forGuests(slug);
    if (!event.open(clock.instant())) {
      throw new ConflictException("Registration for this event is closed.");
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    String clean = PlainText.line(name, 300);
    if (clean.length() < 2 || clean.length() > 200) {
      wrong.put("name", "Enter your name, at most 200 characters.");
    }
    String address = mail == null ? "" : mail.strip();
    if (!MailAddress.valid(address)) {
      wrong.put("mail", "Enter your mail address, such as name@company.example.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    Instant now = clock.instant();
    String key = RegistrationEngine.key(address);
    boolean enough = guests.since(key, now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR;
    Optional<Person> account = rooms.byMail(key);
    Optional<Row> known = rows.counting(event.id(), key).filter(row -> row.accountId() == null);
    UUID link = guests.add(event.id(), clean, address, account.isPresent(), now, now.plus(LINK));
    if (enough) {
      return;
    }
    if (known.isPresent()) {
      mails.registered(event, known.get(), guest());
      return;
    }
    String form = settings.baseUrl() + "/events/" + event.slug() + "/register";
    mails.link(
        event,
        address,
        account.map(Person::accountId).orElse(null),
        account.isPresent() ? form : form + "?t=" + GuestLinks.form(lists.links(), link));
  }

  /**
   * The form behind a link.
   *
   * @throws NotFoundException when the link opens nothing, or no more
   */
  public GuestForm form(String slug, String token) {
    Room event = forGuests(slug);
    GuestRepository.Asker asker = asker(event, token);
    Registered mine =
        rows.counting(event.id(), RegistrationEngine.key(asker.mail()))
            .map(engine::answer)
            .orElse(null);
    return new GuestForm(pages.form(event, Reader.VISITOR, mine, true), asker.name(), asker.mail());
  }

  /** What would become of it at this moment; changes nothing. */
  public Preview preview(String slug, String token, Register wanted) {
    Room event = forGuests(slug);
    return previews.preview(event, party(event, token, wanted));
  }

  /**
   * Registers the guest of the link.
   *
   * @return the token of the page of the registration
   * @throws NotFoundException when the link opens nothing, or no more
   */
  public String register(String slug, String token, Register wanted) {
    Room event = forGuests(slug);
    Registered made = engine.admit(event, party(event, token, wanted)).get(0);
    Row row = rows.find(event.id(), made.id()).orElseThrow();
    return row.id() + "?t=" + GuestLinks.manage(lists.links(), row);
  }

  /**
   * The page of a guest's registration.
   *
   * @throws NotFoundException when the link opens nothing
   */
  public RegistrationDetail detail(String slug, long id, String token) {
    Room event = room(slug);
    return pages.detail(event, opened(event, id, token), true, false);
  }

  /** Takes the seat that was offered. */
  public void accept(String slug, long id, String token) {
    Room event = room(slug);
    opened(event, id, token);
    changes.accept(event, id, guest());
  }

  /** Gives the seat back, or leaves the line. */
  public void cancel(String slug, long id, String token, String reason) {
    Room event = room(slug);
    opened(event, id, token);
    changes.cancel(event, id, reason, guest(), false);
  }

  /** Chooses anew. */
  public void change(String slug, long id, String token, Register wanted) {
    Room event = room(slug);
    opened(event, id, token);
    changes.change(event, id, wanted, guest(), false);
  }

  /** What the guest is asked, and has answered. */
  public AnswerForm answers(String slug, long id, String token, FormKind kind) {
    Room event = room(slug);
    return sheet.form(event, opened(event, id, token), kind);
  }

  /** Answers what is asked, as {@link OwnRegistrationService#answer} does for members. */
  public void answer(String slug, long id, String token, FormKind kind, GivenAnswers given) {
    Room event = room(slug);
    opened(event, id, token);
    sheet.keep(event, id, kind, given, guest());
  }

  /**
   * Forgets the guest: a seat goes on, answers and files are deleted, and the row that figures
   * count keeps no name. An invoice, which the law keeps, stays.
   */
  public void erase(String slug, long id, String token) {
    Room event = room(slug);
    Row row = opened(event, id, token);
    boolean open =
        row.state().counts()
            && row.state() != RegistrationState.ATTENDED
            && row.state() != RegistrationState.NO_SHOW;
    if (open && clock.instant().isBefore(event.startsAt())) {
      changes.cancel(event, id, "Asked to be forgotten.", guest(), true);
    }
    answers.forget(id);
    guests.forget(id, AccountErased.NAME);
  }

  private Room forGuests(String slug) {
    return rooms
        .room(slug == null ? "" : slug)
        .filter(event -> event.status() != org.csoalliance.event.EventStatus.DRAFT)
        .filter(event -> event.audience() != EventAudience.MEMBERS)
        .orElseThrow(() -> new NotFoundException("There is no such event."));
  }

  private Room room(String slug) {
    return rooms
        .room(slug == null ? "" : slug)
        .orElseThrow(() -> new NotFoundException("There is no such registration."));
  }

  private Row opened(Room event, long id, String token) {
    return rows.find(event.id(), id)
        .filter(row -> row.accountId() == null && GuestLinks.opens(lists.links(), token, row))
        .orElseThrow(() -> new NotFoundException("There is no such registration."));
  }

  private GuestRepository.Asker asker(Room event, String token) {
    return GuestLinks.form(lists.links(), token)
        .flatMap(link -> guests.asker(event.id(), link, clock.instant()))
        .orElseThrow(() -> new NotFoundException("This link opens nothing any more."));
  }

  private Party party(Room event, String token, Register wanted) {
    GuestRepository.Asker asker = asker(event, token);
    Person person =
        new Person(null, null, asker.name(), asker.mail(), PlainText.line(wanted.company(), 200));
    return new Party(List.of(person), wanted, guest(), false, false);
  }

  /** The name stays out of history and audit log, which outlive the guest's data. */
  private static Reader guest() {
    return new Reader(null, "Guest", null, Set.of());
  }
}
