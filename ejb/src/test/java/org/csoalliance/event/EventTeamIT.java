package org.csoalliance.event;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventTeamIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;
  private Reader member;

  @BeforeEach
  void people() {
    database.sql("truncate account, company, event cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    member = MadeMembers.account(database, 3, 10L, Role.MEMBER);
    MadeMembers.account(database, 4, null, Role.APPLICANT);
    MadeEvents.open(database, 50, 1, 20);
    MadeEvents.open(database, 60, 2, 20);
  }

  private static <T> T as(Reader reader, Function<EventTeamService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new EventTeamService(
                    new EventDutyRepository(em),
                    MadeMembers.audit(em),
                    MadeMembers.caller(reader),
                    CLOCK)));
  }

  private static EventDesk require(Reader reader, String slug, EventDuty... any) {
    return database.inTransaction(
        em ->
            new EventAccess(new EventDutyRepository(em), MadeMembers.caller(reader))
                .require(slug, any));
  }

  private String give(String mail, EventDuty duty) {
    return as(organiser, s -> s.give("event-50", mail, duty));
  }

  private void take(long account, EventDuty duty) {
    as(
        organiser,
        s -> {
          s.take("event-50", account, duty);
          return null;
        });
  }

  private static long audited(String action) {
    return (Long)
        database.value("select count(*) from audit_entry where action = '" + action + "'");
  }

  @Test
  void aDutyHoldsForOneEventAndNoOther() {
    long given = audited("event.duty_given");
    long taken = audited("event.duty_taken");
    assertThrows(NotFoundException.class, () -> require(member, "event-50", EventDuty.CHECK_IN));
    assertEquals("Person 3", give(" P3@test.example ", EventDuty.CHECK_IN));
    EventDesk desk = require(member, "event-50", EventDuty.ORGANISER, EventDuty.CHECK_IN);
    assertEquals(Set.of(EventDuty.CHECK_IN), desk.duties());
    assertThrows(NotFoundException.class, () -> require(member, "event-50", EventDuty.ORGANISER));
    assertThrows(NotFoundException.class, () -> require(member, "event-60", EventDuty.values()));
    assertThrows(NotFoundException.class, () -> as(member, s -> s.team("event-50")));
    assertThrows(
        NotFoundException.class,
        () -> as(member, s -> s.give("event-50", "p3@test.example", EventDuty.ORGANISER)));
    assertEquals(1, audited("event.duty_given") - given);
    take(3, EventDuty.CHECK_IN);
    assertThrows(NotFoundException.class, () -> require(member, "event-50", EventDuty.CHECK_IN));
    assertEquals(1, audited("event.duty_taken") - taken);
  }

  @Test
  void anOrganiserOfOneEventFindsNoOther() {
    NotFoundException others =
        assertThrows(NotFoundException.class, () -> as(other, s -> s.team("event-50")));
    NotFoundException none =
        assertThrows(NotFoundException.class, () -> as(other, s -> s.team("no-such-thing")));
    assertEquals(none.getMessage(), others.getMessage());
    assertThrows(NotFoundException.class, () -> as(Reader.VISITOR, s -> s.desk("event-50")));
    assertThrows(NotFoundException.class, () -> as(organiser, s -> s.desk(null)));
  }

  @Test
  void whoLostEveryRoleHasNoDuty() {
    give("p3@test.example", EventDuty.ORGANISER);
    assertThrows(
        NotFoundException.class,
        () -> require(member.with(Set.of()), "event-50", EventDuty.ORGANISER));
    assertTrue(require(member, "event-50", EventDuty.ORGANISER).organises());
  }

  @Test
  void membersAloneGetADuty() {
    for (String mail : List.of("p4@test.example", "nobody@test.example", "", "p3")) {
      assertThrows(InvalidException.class, () -> give(mail, EventDuty.CHECK_IN), mail);
    }
    assertThrows(InvalidException.class, () -> give("p3@test.example", null));
    give("p3@test.example", EventDuty.FORMS);
    assertThrows(InvalidException.class, () -> give("p3@test.example", EventDuty.FORMS));
  }

  @Test
  void theLastOrganiserStays() {
    assertThrows(ConflictException.class, () -> take(1, EventDuty.ORGANISER));
    assertThrows(NotFoundException.class, () -> take(3, EventDuty.ORGANISER));
    give("p3@test.example", EventDuty.ORGANISER);
    take(1, EventDuty.ORGANISER);
    assertThrows(NotFoundException.class, () -> as(organiser, s -> s.team("event-50")));
    assertEquals(1, as(member, s -> s.team("event-50")).size());
  }

  @Test
  void dutiesAreInTheCopyOfOnesDataAndEndWithTheAccount() {
    give("p3@test.example", EventDuty.CATERING);
    database.inTransaction(
        em -> {
          EventDutyHeld held = new EventDutyHeld(new EventDutyRepository(em));
          DataAsked asked = new DataAsked(3);
          held.asked(asked);
          assertEquals(1, asked.sections().get("event-duties").size());
          held.erased(new AccountErased(3, "p3@test.example"));
          return null;
        });
    assertEquals(0L, database.value("select count(*) from event_duty where account_id = 3"));
  }
}
