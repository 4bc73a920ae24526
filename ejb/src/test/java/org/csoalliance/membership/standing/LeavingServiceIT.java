package org.csoalliance.membership.standing;

import static org.csoalliance.membership.Capacity.ALTERNATE;
import static org.csoalliance.membership.Capacity.PRIMARY;
import static org.csoalliance.membership.MadeMembers.CLOCK;
import static org.csoalliance.membership.MadeMembers.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeavingServiceIT {
  @RegisterExtension static final Database database = new Database();

  private Reader member;
  private Reader deputy;
  private Reader officer;

  static MembershipLeaving leaving(EntityManager em) {
    return new MembershipLeaving(
        new StandingRepository(em),
        new ServiceRepository(em),
        new Outbox(em, CLOCK),
        MadeMembers.settings(),
        CLOCK);
  }

  private static LeavingService service(EntityManager em, Reader reader) {
    return new LeavingService(
        new StandingRepository(em), leaving(em), MadeMembers.audit(em), MadeMembers.caller(reader));
  }

  @BeforeEach
  void people() {
    database.sql("truncate account, company, ship, outbox_mail cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    MadeMembers.company(database, 20, "Pelagia Cruises");
    member = MadeMembers.member(database, 1, 10, PRIMARY, "2026-05-01", "9900083", "9900095");
    deputy = MadeMembers.member(database, 2, 10, ALTERNATE, "2026-06-01", "9900083");
    MadeMembers.member(database, 3, 20, PRIMARY, "2026-06-01", "9900100");
    officer = MadeMembers.account(database, 9, null, Role.VETTING_OFFICER);
  }

  @Test
  void leavingEndsEveryRightAtOnceAndTellsThoseWhoStay() {
    assertTrue(MadeMembers.session(database, 1, 0).isPresent());
    assertTrue(MadeMembers.tokenLives(database, 1));

    database.doInTransaction(em -> service(em, member).leave(" I retire "));

    assertEquals(Optional.empty(), MadeMembers.session(database, 1, 0));
    assertFalse(MadeMembers.tokenLives(database, 1));
    Reader after = MadeMembers.session(database, 1, 1).orElseThrow();
    assertEquals(new Reader(1L, "Person 1", null, java.util.Set.of()), after);
    assertEquals(
        "2026-11-22 I retire",
        database.value(
            "select to_day || ' ' || end_reason from company_service where account_id = 1"));
    assertEquals(
        2L,
        database.value(
            "select count(*) from service_ship where service_id = 1 and to_day = '2026-11-22'"));
    assertEquals(
        2L, database.value("select count(*) from ship where company_id = 10"), "the fleet stays");
    assertEquals(
        "LEFT Kestrel Tankers. Reason: I retire Person 1",
        database.value(
            "select kind || ' ' || detail || ' ' || by_name from membership_event"
                + " where account_id = 1"));
    assertEquals(
        "p1@test.example, p2@test.example",
        database.value("select string_agg(recipient, ', ' order by id) from outbox_mail"));
    assertEquals(
        "membership.left Person 1 Kestrel Tankers",
        database.value(
            "select action || ' ' || object_ref || ' ' || detail from audit_entry"
                + " order by number desc limit 1"));
    assertTrue(MadeMembers.session(database, 2, 0).isPresent(), "the deputy stays");
    assertThrows(
        NotFoundException.class,
        () -> database.doInTransaction(em -> service(em, member).leave("again")));
  }

  @Test
  void groupsAreLeftToo() {
    database.sql(
        "delete from member_group",
        "insert into member_group (id, slug, name, purpose, kind, hidden, created_at) values"
            + " (5, 'g-secret', 'Circle', 'For a few', 'INVITED', true, now()),"
            + " (6, 'port', 'Port', 'For all', 'ON_REQUEST', false, now())",
        "insert into group_member (group_id, account_id, moderator, state, from_at) values"
            + " (5, 1, true, 'MEMBER', now()), (6, 1, false, 'REQUESTED', now()),"
            + " (5, 2, false, 'MEMBER', now())");
    database.doInTransaction(em -> service(em, member).leave("I retire"));
    assertEquals(
        0L,
        database.value(
            "select count(*) from group_member where account_id = 1"
                + " and (to_at is null or moderator)"));
    assertEquals(
        1L, database.value("select count(*) from group_member where to_at is null"), "the deputy");
  }

  @Test
  void anOfficerEndsTheMembershipOfAnotherCompanyAlone() {
    database.doInTransaction(em -> service(em, officer).end(3, "Told by the company"));
    assertEquals(Optional.empty(), MadeMembers.session(database, 3, 0));

    Reader both = new Reader(8L, "Both", 10L, java.util.Set.of(Role.MEMBER, Role.VETTING_OFFICER));
    assertThrows(
        RefusedException.class,
        () -> database.doInTransaction(em -> service(em, both).end(1, "My own company")));
    assertThrows(
        RefusedException.class,
        () ->
            database.doInTransaction(
                em ->
                    service(em, new Reader(1L, "P", null, officer.roles())).end(1, "Myself here")));
    assertThrows(
        NotFoundException.class,
        () -> database.doInTransaction(em -> service(em, officer).end(777, "Nobody")));
    assertThrows(
        NotFoundException.class,
        () -> database.doInTransaction(em -> service(em, officer).end(9 + 1, "Nobody")));
  }

  @Test
  void aReasonIsAsked() {
    for (String reason : new String[] {null, "", "  a ", "x".repeat(301)}) {
      InvalidException refused =
          assertThrows(
              InvalidException.class,
              () -> database.doInTransaction(em -> service(em, deputy).leave(reason)));
      assertEquals(java.util.Set.of("reason"), refused.fields().keySet());
    }
    assertTrue(MadeMembers.session(database, 2, 0).isPresent());
    assertEquals(NOW, CLOCK.instant());
  }
}
