package org.csoalliance.membership.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.csoalliance.membership.AccountNotice;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.membership.identity.IdentitySettings;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleIT {
  private static final String WHY = "Needed for the autumn";
  private static final String ISSUER = "https://sso.example/fleet";
  private static final Settings OIDC =
      new Settings(Map.of("alliance.oidc.issuer", ISSUER)::get, name -> null);
  private static final long ANN = 900_001;
  private static final long BEN = 900_002;
  private static final long AUDREY = 900_003;
  private static final long SOMEBODY = 900_004;

  @RegisterExtension static final Database database = new Database();

  private boolean fresh = true;

  @BeforeEach
  void people() {
    database.sql("truncate role_grant, outbox_mail, account, company cascade");
    account(ANN, "Ann", "ADMINISTRATOR");
    account(BEN, "Ben", "ADMINISTRATOR");
    account(AUDREY, "Audrey", "AUDITOR");
    account(SOMEBODY, "Somebody", "MEMBER");
  }

  @Test
  void aStaffRoleCountsWhenAnotherConfirmsIt() {
    as(ANN, Role.ADMINISTRATOR, grants -> grants.ask(SOMEBODY, Role.EDITOR, WHY));
    assertEquals("MEMBER", roles(SOMEBODY));
    long id = waiting();
    assertThrows(
        RefusedException.class, () -> as(ANN, Role.ADMINISTRATOR, g -> g.decide(id, true)));
    assertThrows(
        RefusedException.class, () -> as(AUDREY, Role.AUDITOR, grants -> grants.decide(id, true)));
    as(BEN, Role.ADMINISTRATOR, grants -> grants.decide(id, true));
    assertEquals("EDITOR MEMBER", roles(SOMEBODY));
    assertEquals("900004@people.example", database.value("select recipient from outbox_mail"));
    assertThrows(
        NotFoundException.class, () -> as(BEN, Role.ADMINISTRATOR, g -> g.decide(id, true)));
    assertEquals(
        "role.granted",
        database.value("select action from audit_entry order by number desc limit 1"));
  }

  @Test
  void nobodyDecidesAboutThemselves() {
    assertThrows(
        RefusedException.class,
        () -> as(ANN, Role.ADMINISTRATOR, grants -> grants.ask(ANN, Role.EDITOR, WHY)));
    as(ANN, Role.ADMINISTRATOR, grants -> grants.ask(BEN, Role.EDITOR, WHY));
    assertThrows(
        RefusedException.class, () -> as(BEN, Role.ADMINISTRATOR, g -> g.decide(waiting(), true)));
    assertThrows(
        RefusedException.class,
        () -> as(ANN, Role.ADMINISTRATOR, grants -> grants.remove(ANN, Role.ADMINISTRATOR, WHY)));
  }

  @Test
  void withOneAdministratorAnAuditorIsTheSecond() {
    database.sql("delete from account_role where account_id = " + BEN);
    as(ANN, Role.ADMINISTRATOR, grants -> grants.ask(BEN, Role.ADMINISTRATOR, WHY));
    as(AUDREY, Role.AUDITOR, grants -> grants.decide(waiting(), true));
    assertEquals("ADMINISTRATOR", roles(BEN));
  }

  @Test
  void aMembersRoleIsNeverGivenHere() {
    for (Role role : List.of(Role.MEMBER, Role.APPLICANT)) {
      assertThrows(
          InvalidException.class,
          () -> as(ANN, Role.ADMINISTRATOR, grants -> grants.ask(AUDREY, role, WHY)));
      assertThrows(
          InvalidException.class,
          () -> as(ANN, Role.ADMINISTRATOR, grants -> grants.remove(SOMEBODY, role, WHY)));
    }
    assertThrows(
        InvalidException.class,
        () -> as(ANN, Role.ADMINISTRATOR, grants -> grants.ask(AUDREY, Role.EDITOR, " no ")));
  }

  @Test
  void whatWaitsWaitsOnceAndCanBeTakenBackByWhoAsked() {
    as(ANN, Role.ADMINISTRATOR, grants -> grants.ask(SOMEBODY, Role.EDITOR, WHY));
    assertThrows(
        ConflictException.class,
        () -> as(BEN, Role.ADMINISTRATOR, grants -> grants.ask(SOMEBODY, Role.EDITOR, WHY)));
    assertThrows(
        NotFoundException.class, () -> as(BEN, Role.ADMINISTRATOR, g -> g.withdraw(waiting())));
    as(ANN, Role.ADMINISTRATOR, grants -> grants.withdraw(waiting()));
    assertEquals("WITHDRAWN", database.value("select state from role_grant"));
  }

  @Test
  void nothingHappensWithoutAFreshProof() {
    fresh = false;
    assertThrows(
        StepUpRequiredException.class,
        () -> as(ANN, Role.ADMINISTRATOR, grants -> grants.ask(SOMEBODY, Role.EDITOR, WHY)));
    assertThrows(
        StepUpRequiredException.class, () -> people(ANN, service -> service.end(SOMEBODY, WHY)));
  }

  @Test
  void twoAdministratorsWhoRemoveEachOtherLeaveOne() throws Exception {
    for (int round = 0; round < 5; round++) {
      people();
      ExecutorService pool = Executors.newFixedThreadPool(2);
      List<Callable<Boolean>> both = List.of(() -> removes(ANN, BEN), () -> removes(BEN, ANN));
      int done = 0;
      for (Future<Boolean> each : pool.invokeAll(both)) {
        done += each.get() ? 1 : 0;
      }
      pool.shutdown();
      assertEquals(1, done);
      assertEquals(
          1L, database.value("select count(*) from account_role where role = 'ADMINISTRATOR'"));
    }
  }

  private boolean removes(long who, long whom) {
    try {
      as(who, Role.ADMINISTRATOR, grants -> grants.remove(whom, Role.ADMINISTRATOR, WHY));
      return true;
    } catch (RefusedException | ConflictException late) {
      return false;
    }
  }

  @Test
  void anEndedAccountIsOverAtOnceAndNotTwice() {
    people(ANN, service -> service.end(SOMEBODY, WHY));
    assertEquals("ENDED", database.value("select state from account where id = " + SOMEBODY));
    assertThrows(ConflictException.class, () -> people(ANN, service -> service.end(SOMEBODY, WHY)));
    assertThrows(RefusedException.class, () -> people(ANN, service -> service.end(ANN, WHY)));
    assertThrows(NotFoundException.class, () -> people(ANN, service -> service.end(999, WHY)));
  }

  @Test
  void anInvitedPersonHasNoRoleUntilAnotherConfirms() {
    people(ANN, service -> service.invite("New Editor", "new@staff.example", Role.EDITOR, WHY));
    assertEquals(
        0L,
        database.value(
            "select count(*) from account_role r join account a on a.id = r.account_id"
                + " where a.email_key = 'new@staff.example'"));
    assertEquals(0L, database.value("select count(*) from outbox_mail"));
    as(BEN, Role.ADMINISTRATOR, grants -> grants.decide(waiting(), true));
    assertEquals("new@staff.example", database.value("select recipient from outbox_mail"));
    assertThrows(
        InvalidException.class,
        () -> people(ANN, s -> s.invite("Again", "NEW@staff.example", Role.EDITOR, WHY)));
  }

  @Test
  void aSubjectIsLinkedWhenAnotherConfirmsIt() {
    links(ANN, service -> service.ask(SOMEBODY, ISSUER, " f3c1 ", WHY));
    assertEquals(0L, database.value("select count(*) from account_identity"));
    assertEquals(0L, database.value("select count(*) from outbox_mail"));
    assertThrows(
        RefusedException.class, () -> as(ANN, Role.ADMINISTRATOR, g -> g.decide(waiting(), true)));
    as(BEN, Role.ADMINISTRATOR, grants -> grants.decide(waiting(), true));
    assertEquals(
        ISSUER + " f3c1 hand",
        database.value(
            "select issuer || ' ' || subject || ' ' || linked_by from account_identity"
                + " where account_id = "
                + SOMEBODY));
    assertEquals("900004@people.example", database.value("select recipient from outbox_mail"));
    assertEquals("identity.linked", lastAudit());
    people(
        ANN,
        service -> {
          PersonDetail person = service.person(SOMEBODY);
          assertEquals("f3c1", person.identities().get(0).subject());
          assertEquals("Link with f3c1 at " + ISSUER, person.grants().get(0).what());
        });
  }

  @Test
  void aSubjectOfSomebodyElseIsRefusedWithTheirName() {
    linked(BEN, "f3c1");
    InvalidException taken =
        assertThrows(
            InvalidException.class,
            () -> links(ANN, service -> service.ask(SOMEBODY, ISSUER, "f3c1", WHY)));
    assertTrue(taken.fields().get("subject").contains("the account of Ben"));
    assertThrows(
        ConflictException.class,
        () -> links(ANN, service -> service.ask(BEN, ISSUER, "another", WHY)));
    // taken while it waited: the second person is told, and nothing changes
    links(ANN, service -> service.ask(SOMEBODY, ISSUER, "late", WHY));
    linked(AUDREY, "late");
    assertThrows(
        ConflictException.class, () -> as(BEN, Role.ADMINISTRATOR, g -> g.decide(waiting(), true)));
    assertEquals("ASKED", database.value("select state from role_grant"));
  }

  @Test
  void aLinkIsAskedOnceForOthersWithEveryFieldRight() {
    InvalidException wrong =
        assertThrows(
            InvalidException.class,
            () -> links(ANN, service -> service.ask(SOMEBODY, "https://else", "a\nb", "no")));
    assertEquals(Set.of("issuer", "subject", "reason"), wrong.fields().keySet());
    assertThrows(
        RefusedException.class, () -> links(ANN, service -> service.ask(ANN, ISSUER, "mine", WHY)));
    links(ANN, service -> service.ask(SOMEBODY, ISSUER, "one", WHY));
    assertThrows(
        ConflictException.class,
        () -> links(BEN, service -> service.ask(SOMEBODY, ISSUER, "two", WHY)));
    fresh = false;
    assertThrows(
        StepUpRequiredException.class,
        () -> links(ANN, service -> service.unlink(SOMEBODY, ISSUER, WHY)));
  }

  @Test
  void aLinkTakenAwayEndsTheSessionsAndTellsThePerson() {
    linked(SOMEBODY, "f3c1");
    links(ANN, service -> service.unlink(SOMEBODY, ISSUER, WHY));
    assertEquals(0L, database.value("select count(*) from account_identity"));
    assertEquals(1, database.value("select session_stamp from account where id = " + SOMEBODY));
    assertEquals("900004@people.example", database.value("select recipient from outbox_mail"));
    assertEquals("identity.unlinked", lastAudit());
    assertThrows(
        ConflictException.class,
        () -> links(ANN, service -> service.unlink(SOMEBODY, ISSUER, WHY)));
  }

  private static void linked(long account, String subject) {
    database.sql(
        "insert into account_identity values ('"
            + ISSUER
            + "', '"
            + subject
            + "', "
            + account
            + ", now(), 'address')");
  }

  private static Object lastAudit() {
    return database.value("select action from audit_entry order by number desc limit 1");
  }

  @Test
  void twoThousandPeopleTakeFourStatementsAtMost() {
    database.sql(
        "insert into account (id, email, email_key, name, state, created_at) select 1000 + n,"
            + " 'p' || n || '@many.example', 'p' || n || '@many.example', 'Person ' || n, 'ACTIVE',"
            + " now() from generate_series(1, 2000) n",
        "insert into account_role select id, 'MEMBER' from account where id between 1001 and 3000");
    List<String> list =
        database.statements(
            () ->
                people(
                    ANN,
                    service -> {
                      PeoplePage page =
                          service.page(new PeopleFilter("many", Role.MEMBER, null), 40);
                      assertEquals(2000, page.total());
                      assertEquals(50, page.items().size());
                      assertFalse(page.more());
                    }));
    assertTrue(list.size() <= 4, list.toString());
    List<String> one = database.statements(() -> people(ANN, service -> service.person(1001)));
    assertTrue(one.size() <= 4, one.toString());
  }

  private void as(long who, Role role, Consumer<RoleGrantService> work) {
    database.doInTransaction(
        em ->
            work.accept(
                new RoleGrantService(
                    new PeopleRepository(em),
                    new RoleGrantRepository(em),
                    new AccountRepository(em),
                    new ServiceRepository(em),
                    effects(em),
                    new AuditLog(em),
                    caller(who, role),
                    new StepUp(caller(who, role), Clock.systemUTC()),
                    Clock.systemUTC())));
  }

  private void people(long who, Consumer<PeopleService> work) {
    database.doInTransaction(em -> work.accept(service(em, who)));
  }

  private PeopleService service(EntityManager em, long who) {
    return new PeopleService(
        new PeopleRepository(em),
        new RoleGrantRepository(em),
        new IdentityLinkRepository(em),
        new AccountRepository(em),
        new AuditLog(em),
        caller(who, Role.ADMINISTRATOR),
        new StepUp(caller(who, Role.ADMINISTRATOR), Clock.systemUTC()),
        Clock.systemUTC());
  }

  private static GrantEffects effects(EntityManager em) {
    return new GrantEffects(
        new PeopleRepository(em),
        new IdentityLinkRepository(em),
        new ServiceRepository(em),
        notice(em),
        new Outbox(em),
        new Settings(),
        Clock.systemUTC());
  }

  private static AccountNotice notice(EntityManager em) {
    return new AccountNotice(
        new AccountRepository(em), new Outbox(em), new Settings(), Clock.systemUTC());
  }

  private void links(long who, Consumer<IdentityLinkService> work) {
    database.doInTransaction(
        em ->
            work.accept(
                new IdentityLinkService(
                    new PeopleRepository(em),
                    new RoleGrantRepository(em),
                    new IdentityLinkRepository(em),
                    new IdentitySettings(OIDC),
                    new AccountRepository(em),
                    notice(em),
                    new AuditLog(em),
                    caller(who, Role.ADMINISTRATOR),
                    new StepUp(caller(who, Role.ADMINISTRATOR), Clock.systemUTC()),
                    Clock.systemUTC())));
  }

  private CallerContext caller(long who, Role role) {
    CallerContext caller = new CallerContext();
    Instant proved = fresh ? Instant.now() : Instant.EPOCH;
    caller.set(
        new Reader(who, "Caller " + who, null, Set.of(role)),
        new CallerContext.Proof(UUID.randomUUID(), proved, true, false),
        false);
    return caller;
  }

  private static long waiting() {
    return (Long) database.value("select id from role_grant order by id desc limit 1");
  }

  private static String roles(long account) {
    return (String)
        database.value(
            "select string_agg(role, ' ' order by role) from account_role where account_id = "
                + account);
  }

  private static void account(long id, String name, String role) {
    database.sql(
        "insert into account (id, email, email_key, name, state, created_at) values ("
            + id
            + ", '"
            + id
            + "@people.example', '"
            + id
            + "@people.example', '"
            + name
            + "', 'ACTIVE', now())",
        "insert into account_role values (" + id + ", '" + role + "')");
  }
}
