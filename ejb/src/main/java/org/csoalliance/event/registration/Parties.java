package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/** Who comes by a form that somebody signed in sends. */
@Dependent
public class Parties {
  private static final int MOST_AT_ONCE = 20;

  private RoomRepository rooms;

  /** For CDI. */
  protected Parties() {}

  /** Looks people up in the given repository. */
  @Inject
  public Parties(RoomRepository rooms) {
    this.rooms = rooms;
  }

  /** Those among the callers who come themselves, by number. */
  Map<Long, Person> callers(List<Attempt> attempts) {
    return rooms.people(
        attempts.stream().filter(Attempt::caller).map(one -> one.by().accountId()).toList());
  }

  /**
   * The people of one form.
   *
   * @param callers as {@link #callers} found them
   * @throws InvalidException when somebody among them may not be registered by the caller
   */
  Party of(Room event, Attempt attempt, Map<Long, Person> callers) {
    boolean organiser = RegistrationAccess.desk(event, attempt.by());
    List<Person> people =
        attempt.colleagues() != null
            ? several(attempt, callers)
            : List.of(
                attempt.caller()
                    ? callers.get(attempt.by().accountId())
                    : other(attempt.wanted(), attempt.by(), organiser));
    return new Party(people, attempt.wanted(), attempt.by(), organiser, attempt.together());
  }

  private List<Person> several(Attempt attempt, Map<Long, Person> callers) {
    List<Long> colleagues = attempt.colleagues();
    Reader by = attempt.by();
    if (colleagues.size() > MOST_AT_ONCE) {
      throw new InvalidException("colleagues", "Choose at most 20 colleagues at once.");
    }
    List<Person> people = new ArrayList<>();
    if (attempt.self()) {
      people.add(callers.get(by.accountId()));
    }
    if (!colleagues.isEmpty()) {
      List<Long> known =
          rooms.colleagues(by.companyId(), by.accountId()).stream().map(Colleague::id).toList();
      if (!known.containsAll(colleagues)) {
        throw new InvalidException("colleagues", "Choose colleagues who are members.");
      }
      Map<Long, Person> found = rooms.people(colleagues);
      colleagues.stream().distinct().forEach(one -> people.add(found.get(one)));
    }
    if (people.isEmpty()) {
      throw new InvalidException("colleagues", "Choose who comes: you, a colleague, or both.");
    }
    return people;
  }

  private Person other(Register wanted, Reader by, boolean organiser) {
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
            .filter(company -> company.equals(by.companyId()))
            .isPresent();
    if (!organiser && !colleague) {
      throw new InvalidException(
          "mail",
          "You can register colleagues who are members for your company. Ask others to do"
              + " it themselves.");
    }
    return known.orElseGet(
        () -> new Person(null, null, name, mail, PlainText.line(wanted.company(), 200)));
  }

  /**
   * Whether the form became this registration, which its sender may see.
   *
   * @throws ConflictException when it became another one
   */
  static boolean same(Room event, Row before, Reader by) {
    if (before == null) {
      return false;
    }
    if (before.eventId() != event.id()
        || !(RegistrationAccess.mine(before, by) || RegistrationAccess.desk(event, by))) {
      throw new ConflictException("This form was used before. Open a new one, then send it.");
    }
    return true;
  }
}
