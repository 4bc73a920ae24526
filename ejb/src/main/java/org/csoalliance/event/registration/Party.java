package org.csoalliance.event.registration;

import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.security.Reader;

/**
 * Those who come by one form: all of them are let in, or it is refused for all.
 *
 * @param by who asks
 * @param organiser whether that is somebody of the event's desk, whose word is the approval
 * @param together whether they want seats all at once or wait together; else each for itself
 */
record Party(List<Person> people, Register wanted, Reader by, boolean organiser, boolean together) {
  /** The addresses by which an event knows them. */
  List<String> keys() {
    return people.stream().map(one -> RegistrationEngine.key(one.mail())).toList();
  }

  /** Whether it comes by a mail link. */
  boolean guest() {
    return !by.signedIn();
  }

  /** Answers are one's own: colleagues give theirs when the mail has reached them. */
  boolean answersFor(Person person) {
    return wanted.answers() != null && (guest() || by.accountId().equals(person.accountId()));
  }

  /** A number for a group of more than one. */
  static UUID group(boolean together, int many) {
    return together && many > 1 ? UUID.randomUUID() : null;
  }
}
