package org.csoalliance.event.registration;

import java.util.List;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.question.GivenAnswers;
import org.csoalliance.platform.security.Reader;

/**
 * Somebody of whom is settled what becomes of them, and who is not yet written down.
 *
 * @param by who registers them
 * @param seats the quotas in which they have a seat; none for who waits
 * @param answers to the questions of the event; null: none are given by this person now
 */
record Newcomer(
    Person person,
    Choice choice,
    Reader by,
    RegistrationState state,
    List<Long> seats,
    GivenAnswers answers)
    implements Wish {

  /** By what an event knows somebody. */
  String key() {
    return RegistrationEngine.key(person.mail());
  }

  @Override
  public Long companyId() {
    return person.companyId();
  }

  @Override
  public Long category() {
    return choice.category();
  }

  @Override
  public AttendanceMode mode() {
    return choice.mode();
  }

  @Override
  public List<Long> sessions() {
    return choice.sessions();
  }

  @Override
  public UUID together() {
    return choice.together();
  }
}
