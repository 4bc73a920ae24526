package org.csoalliance.membership.vetting;

import static org.csoalliance.membership.vetting.CheckItem.CALL_BACK;
import static org.csoalliance.membership.vetting.CheckItem.CSR;
import static org.csoalliance.membership.vetting.CheckItem.DOC;
import static org.csoalliance.membership.vetting.CheckItem.FLAG;
import static org.csoalliance.membership.vetting.CheckItem.LETTER;
import static org.csoalliance.membership.vetting.CheckItem.MAIL_DOMAIN;
import static org.csoalliance.membership.vetting.CheckItem.SANCTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.join.ApplicationState;
import org.junit.jupiter.api.Test;

class VettingRulesTest {
  private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

  private static int missing(Capacity capacity, CheckItem... items) {
    Map<CheckItem, CheckOutcome> done = new EnumMap<>(CheckItem.class);
    List.of(items).forEach(item -> done.put(item, CheckOutcome.DONE));
    return VettingRules.missing(capacity, done).size();
  }

  @Test
  void aPrimaryOfficerNeedsOneOfEachPairAndTheCompanyItself() {
    assertEquals(5, missing(Capacity.PRIMARY));
    assertEquals(0, missing(Capacity.PRIMARY, LETTER, DOC, MAIL_DOMAIN, CALL_BACK, SANCTIONS));
    assertEquals(0, missing(Capacity.PRIMARY, FLAG, CSR, MAIL_DOMAIN, CALL_BACK, SANCTIONS));
    assertEquals(1, missing(Capacity.PRIMARY, LETTER, FLAG, MAIL_DOMAIN, CALL_BACK, SANCTIONS));
    assertEquals(1, missing(Capacity.PRIMARY, DOC, CSR, MAIL_DOMAIN, CALL_BACK, SANCTIONS));
    assertEquals(1, missing(Capacity.PRIMARY, LETTER, DOC, MAIL_DOMAIN, SANCTIONS));
    assertEquals(1, missing(Capacity.PRIMARY, LETTER, DOC, MAIL_DOMAIN, CALL_BACK));
  }

  @Test
  void anAlternateNeedsTheLetterAndTheCompanyItself() {
    assertEquals(0, missing(Capacity.ALTERNATE, LETTER, MAIL_DOMAIN, CALL_BACK, SANCTIONS));
    assertEquals(1, missing(Capacity.ALTERNATE, FLAG, MAIL_DOMAIN, CALL_BACK, SANCTIONS));
  }

  @Test
  void whatIsNotInOrderOrNotNeededIsNotDone() {
    Map<CheckItem, CheckOutcome> all = new EnumMap<>(CheckItem.class);
    List.of(CheckItem.values()).forEach(item -> all.put(item, CheckOutcome.NOT_NEEDED));
    assertEquals(4, VettingRules.missing(Capacity.PRIMARY, all).size(), "sanctions may be waived");
    all.put(SANCTIONS, CheckOutcome.NOT_OK);
    assertEquals(5, VettingRules.missing(Capacity.PRIMARY, all).size());
  }

  @Test
  void theSameTelephoneIsKnownHoweverItIsWritten() {
    String given = "+44 (0)20 7946-0102";
    for (String same :
        List.of("+442079460102", "0044 20 7946 0102", "020 7946 0102", "２０７９４６０１０２")) {
      assertTrue(VettingRules.sameNumber(same, given), same);
    }
    for (String other : List.of("+44 20 7946 0103", "+44 20 7946 010", "0102", "")) {
      assertFalse(VettingRules.sameNumber(other, given), other);
    }
  }

  @Test
  void anEntrySaysWhatItMustSay() {
    Set<String> given = Set.of("+351 21 555 0199");
    assertEquals(Set.of(), wrong(LETTER, CheckOutcome.DONE, "", null, null, given));
    assertEquals(Set.of("note-LETTER"), wrong(LETTER, CheckOutcome.NOT_OK, " ", null, null, given));
    assertEquals(
        Set.of("note-CSR"), wrong(CSR, CheckOutcome.NOT_NEEDED, "\u202e", null, null, given));
    assertEquals(
        Set.of("note-SANCTIONS"), wrong(SANCTIONS, CheckOutcome.DONE, "", null, null, given));
    assertEquals(
        Set.of("note-DOC"), wrong(DOC, CheckOutcome.DONE, "x".repeat(1001), null, null, given));
    assertEquals(
        Set.of("number", "source"), wrong(CALL_BACK, CheckOutcome.DONE, "", "", " ", given));
    assertEquals(
        Set.of("number"),
        wrong(CALL_BACK, CheckOutcome.DONE, "", "00351215550199", "Register", given));
    assertEquals(
        Set.of(), wrong(CALL_BACK, CheckOutcome.DONE, "", "+351 21 555 0100", "Register", given));
  }

  private static Set<String> wrong(
      CheckItem item,
      CheckOutcome outcome,
      String note,
      String number,
      String source,
      Set<String> given) {
    return VettingRules.objections(new CheckEntry(item, outcome, note, number, source), given)
        .keySet();
  }

  @Test
  void fiveWorkingDaysSkipTheWeekend() {
    assertEquals(LocalDate.of(2026, 11, 27), PromisedDay.after(AT)); // Friday to Friday
    assertEquals(
        LocalDate.of(2026, 11, 27), PromisedDay.after(Instant.parse("2026-11-21T23:59:00Z")));
    assertEquals(0, PromisedDay.age(AT, AT));
    assertEquals(1, PromisedDay.age(AT, Instant.parse("2026-11-23T00:01:00Z")));
    Instant saturday = Instant.parse("2026-11-28T00:00:00Z");
    assertTrue(AT.isBefore(PromisedDay.overdueBefore(saturday)));
    assertFalse(AT.isBefore(PromisedDay.overdueBefore(Instant.parse("2026-11-27T23:59:00Z"))));
  }

  private static VettingStanding standing(
      ApplicationState state, long officer, boolean third, List<VettingStep> steps) {
    List<Check> checks = new ArrayList<>();
    for (CheckItem item : CheckItem.values()) {
      checks.add(new Check(item, CheckOutcome.DONE, "", null, null, 1, "One", AT));
    }
    return VettingStanding.of(state, Capacity.PRIMARY, officer, checks, steps, third);
  }

  @Test
  void whoCheckedDoesNotDecide() {
    assertTrue(standing(ApplicationState.SUBMITTED, 1, true, List.of()).mayComplete());
    assertFalse(standing(ApplicationState.SUBMITTED, 2, true, List.of()).mayComplete());
    assertFalse(standing(ApplicationState.SUBMITTED, 2, true, List.of()).mayApprove());
    assertFalse(standing(ApplicationState.CHECKED, 1, true, List.of()).mayDecide());
    assertTrue(standing(ApplicationState.CHECKED, 2, true, List.of()).mayApprove());
    assertTrue(standing(ApplicationState.CHECKED, 2, true, List.of()).mayRefuse());
    for (ApplicationState ended :
        List.of(ApplicationState.APPROVED, ApplicationState.REFUSED, ApplicationState.WITHDRAWN)) {
      assertFalse(standing(ended, 2, true, List.of()).mayDecide(), ended::name);
    }
  }

  @Test
  void whoRefusedDoesNotDecideTheAppealAndAThirdComesFirst() {
    List<VettingStep> refused =
        List.of(
            new VettingStep(
                VettingStep.Kind.DECIDED, VettingStep.Outcome.REFUSED, "", 2L, "Two", AT));
    assertFalse(standing(ApplicationState.APPEALED, 2, false, refused).mayDecide());
    assertFalse(standing(ApplicationState.APPEALED, 1, true, refused).mayDecide());
    assertTrue(standing(ApplicationState.APPEALED, 1, false, refused).mayApprove());
    assertTrue(standing(ApplicationState.APPEALED, 3, true, refused).mayApprove());
  }
}
