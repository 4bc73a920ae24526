package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.question.AnswerDesk;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.event.question.QuestionForm;
import org.csoalliance.platform.error.InvalidException;

/** Holds what somebody sent against the event, at registration and before it. */
@Dependent
public class RegistrationChecks {
  private AnswerDesk answers;

  /** For CDI. */
  protected RegistrationChecks() {}

  /** Asks the given desk for the questions. */
  @Inject
  public RegistrationChecks(AnswerDesk answers) {
    this.answers = answers;
  }

  /** The questions of the event, read when they are asked for, and once. */
  Supplier<QuestionForm> form(Room event) {
    QuestionForm[] read = new QuestionForm[1];
    return () -> {
      if (read[0] == null) {
        read[0] = answers.form(event.id(), FormKind.REGISTRATION);
      }
      return read[0];
    };
  }

  /**
   * Holds choice and answers against the event, and tells of all that is wrong at once.
   *
   * @throws InvalidException with a sentence for each thing that cannot be taken
   */
  Choice checked(Room event, Party party, Offers offered, Supplier<QuestionForm> form) {
    Register wanted = party.wanted();
    Map<String, String> wrong = new LinkedHashMap<>();
    Choice choice = null;
    try {
      choice = Choices.check(event, wanted, offered, party.guest());
    } catch (InvalidException refused) {
      wrong.putAll(refused.fields());
    }
    if (party.people().stream().anyMatch(party::answersFor)) {
      try {
        answers.check(form.get(), wanted.category(), wanted.answers());
      } catch (InvalidException refused) {
        wrong.putAll(refused.fields());
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return choice;
  }

  /** Holds the answers against the questions of the category that an invitation gave. */
  void invited(Party party, Person person, Choice choice, Supplier<QuestionForm> form) {
    boolean same = choice.category() == null || choice.category().equals(party.wanted().category());
    if (!same && party.answersFor(person)) {
      answers.check(form.get(), choice.category(), party.wanted().answers());
    }
  }

  /**
   * Whether somebody decides first; null: nobody does. An organiser's word or an invitation stands
   * for the approval; guests are vetted all the same.
   */
  static RegistrationState request(Room event, Party party) {
    if (party.organiser()) {
      return null;
    }
    if (party.guest() && event.audience() == EventAudience.MEMBERS_AND_GUESTS) {
      return RegistrationState.VETTING;
    }
    String code = party.wanted().code();
    boolean invited = code != null && !code.isBlank();
    return event.approval() && !invited ? RegistrationState.REQUESTED : null;
  }

  /** Whether seats are taken by it, or it waits for them. */
  static boolean counts(Room event, Party party) {
    return request(event, party) == null || event.rules().hold();
  }
}
