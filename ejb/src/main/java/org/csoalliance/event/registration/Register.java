package org.csoalliance.event.registration;

import java.util.List;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.question.GivenAnswers;

/**
 * Somebody wants to come.
 *
 * @param submissionKey makes a form sent twice one registration; null: none
 * @param name of another person whom the caller registers; null or blank: the caller
 * @param mail of that person
 * @param company of that person, for a badge; may be empty
 * @param category the quota of a category; null where the event has none
 * @param mode how; null: as the event is held
 * @param sessions the quotas of sessions that are chosen, never null
 * @param code of an invitation; null or blank: none
 * @param consent whether the person agrees to what is kept; null: was not asked, as a program is
 *     not
 * @param answers to the questions of the event; null: were not asked
 */
public record Register(
    UUID submissionKey,
    String name,
    String mail,
    String company,
    Long category,
    AttendanceMode mode,
    List<Long> sessions,
    String code,
    Boolean consent,
    GivenAnswers answers) {
  /** Copies the sessions. */
  public Register {
    sessions = List.copyOf(sessions);
  }

  /** Without invitation, and without answers. */
  public Register(
      UUID submissionKey,
      String name,
      String mail,
      String company,
      Long category,
      AttendanceMode mode,
      List<Long> sessions) {
    this(submissionKey, name, mail, company, category, mode, sessions, null, null, null);
  }

  /** The caller, without any choice. */
  public static Register self(UUID submissionKey) {
    return new Register(submissionKey, null, null, null, null, null, List.of());
  }
}
