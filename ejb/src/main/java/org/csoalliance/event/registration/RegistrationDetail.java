package org.csoalliance.event.registration;

import java.time.Instant;
import java.util.List;
import org.csoalliance.event.Price;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.event.question.GivenAnswer;

/**
 * The page of one registration.
 *
 * @param category the number of its quota as text; empty: none
 * @param price what was agreed when it was made
 * @param sessions numbers of the chosen quotas as text
 * @param options what may be chosen in place of it
 * @param line how many wait in all
 * @param lastChange from when on the person can change nothing
 * @param answers what was answered; for the person and the desk, not for whoever registered them
 * @param missing forms with something to answer still
 * @param own whether it is the reader's own, else the reader made it or sits at the desk
 */
public record RegistrationDetail(
    EventHead head,
    Registered registered,
    boolean guest,
    String category,
    Price price,
    String mode,
    List<String> sessions,
    Options options,
    int line,
    Instant drawAt,
    Instant lastChange,
    May may,
    boolean own,
    String by,
    List<Colleague> colleagues,
    List<GivenAnswer> answers,
    List<FormKind> missing,
    List<Step> history) {

  /** What there is to choose. */
  public record Options(List<Option> categories, List<Option> modes, List<Option> sessions) {}

  /** What can be done now. */
  public record May(boolean accept, boolean cancel, boolean change, boolean transfer) {}

  /** Something that happened. */
  public record Step(Instant at, String what, String reason, String by) {}
}
