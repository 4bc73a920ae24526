package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * People register themselves and colleagues. Each change takes the quotas of the event first, in
 * the order of their numbers, so that seats are counted one after the other; the database counts
 * again and refuses one too many.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class RegistrationService {
  private static final int MOST_AT_ONCE = 20;

  @Inject private RoomRepository rooms;
  @Inject private RegistrationRepository rows;
  @Inject private RegistrationEngine engine;
  @Inject private RegistrationAccess access;

  /** Made by the container. */
  public RegistrationService() {}

  /** For tests. */
  RegistrationService(
      RoomRepository rooms,
      RegistrationRepository rows,
      RegistrationEngine engine,
      RegistrationAccess access) {
    this.rooms = rooms;
    this.rows = rows;
    this.engine = engine;
    this.access = access;
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
    Reader reader = access.signedIn();
    Room event = access.seen(slug);
    Optional<Row> before = before(event, wanted);
    if (before.isPresent()) {
      return engine.answer(before.get());
    }
    return engine.admit(event, person(event, wanted, reader), wanted, reader, access.desk(event));
  }

  /**
   * Registers several of the caller's company at once.
   *
   * @param colleagues numbers of accounts, at most 20
   * @param self whether the caller comes too
   * @param together whether they want seats all at once, else wait together; false: each for itself
   * @throws InvalidException also when one of them is no colleague
   */
  public List<Registered> registerAll(
      String slug, Register wanted, List<Long> colleagues, boolean self, boolean together) {
    Reader reader = access.signedIn();
    Room event = access.seen(slug);
    List<Person> people = people(colleagues, self, reader);
    Optional<Row> before = before(event, wanted);
    if (before.isPresent() && people.size() == 1) {
      return List.of(engine.answer(before.get()));
    }
    return engine.admit(event, people, wanted, reader, access.desk(event), together);
  }

  /**
   * What would become of it at this moment; changes nothing.
   *
   * @throws InvalidException as for registering
   */
  public Preview preview(
      String slug, Register wanted, List<Long> colleagues, boolean self, boolean together) {
    Reader reader = access.signedIn();
    Room event = access.seen(slug);
    return engine.preview(
        event, people(colleagues, self, reader), wanted, reader, access.desk(event), together);
  }

  private List<Person> people(List<Long> colleagues, boolean self, Reader reader) {
    if (colleagues.size() > MOST_AT_ONCE) {
      throw new InvalidException("colleagues", "Choose at most 20 colleagues at once.");
    }
    List<Person> people = new ArrayList<>();
    if (self) {
      people.add(rooms.person(reader.accountId()).orElseThrow());
    }
    List<Long> known =
        rooms.colleagues(reader.companyId(), reader.accountId()).stream()
            .map(Colleague::id)
            .toList();
    for (Long one : colleagues.stream().distinct().toList()) {
      if (!known.contains(one)) {
        throw new InvalidException("colleagues", "Choose colleagues who are members.");
      }
      people.add(rooms.person(one).orElseThrow());
    }
    if (people.isEmpty()) {
      throw new InvalidException("colleagues", "Choose who comes: you, a colleague, or both.");
    }
    return people;
  }

  /** The registrations of an event, for its organiser, in the order in which they came. */
  public List<Registered> all(String slug) {
    Room event = access.seen(slug);
    if (!access.desk(event)) {
      throw new NotFoundException("There is no such registration.");
    }
    return rows.all(event.id()).stream().map(engine::answer).toList();
  }

  /** What the same form became before. */
  private Optional<Row> before(Room event, Register wanted) {
    if (wanted.submissionKey() == null) {
      return Optional.empty();
    }
    Optional<Row> before = rows.bySubmission(wanted.submissionKey());
    before.ifPresent(
        row -> {
          if (row.eventId() != event.id() || !(access.mine(row) || access.desk(event))) {
            throw new ConflictException("This form was used before. Open a new one, then send it.");
          }
        });
    return before;
  }

  private Person person(Room event, Register wanted, Reader reader) {
    boolean other = wanted.mail() != null && !wanted.mail().isBlank();
    if (!other) {
      return rooms.person(reader.accountId()).orElseThrow();
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
    Optional<Person> known = rooms.byMail(RegistrationEngine.key(mail));
    boolean colleague =
        known
            .map(Person::companyId)
            .filter(Objects::nonNull)
            .filter(company -> company.equals(reader.companyId()))
            .isPresent();
    if (!access.desk(event) && !colleague) {
      throw new InvalidException(
          "mail",
          "You can register colleagues who are members for your company. Ask others to do"
              + " it themselves.");
    }
    return known.orElseGet(
        () -> new Person(null, null, name, mail, PlainText.line(wanted.company(), 200)));
  }
}
