package org.csoalliance.membership.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupIT {
  @RegisterExtension static final Database database = new Database();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T20:00:00Z"), ZoneOffset.UTC);
  private static final Reader ADA = reader(1, Role.MEMBER);
  private static final Reader BEN = reader(2, Role.MEMBER);
  private static final Reader CRUISE = reader(3, Role.MEMBER);
  private static final Reader EDITOR = reader(4, Role.EDITOR);

  private static Reader reader(long id, Role role) {
    return new Reader(id, "Person " + id, id == 3 ? 2L : 1L, Set.of(role));
  }

  @BeforeEach
  void people() {
    database.sql(
        "truncate member_group, group_member, account, company, ship, outbox_mail, account_role"
            + " cascade",
        "insert into company (id, name, sector) values (1, 'Tank', 'TANKER'),"
            + " (2, 'Cruise', 'CRUISE')",
        "insert into ship (imo, name, type, company_id) values ('9900083', 'Tern', 'OIL_TANKER',"
            + " 1), ('9900095', 'Star', 'CRUISE', 2)",
        "insert into account (id, email, email_key, name, company_id, created_at) select n,"
            + " 'p' || n || '@a.example', 'p' || n || '@a.example', 'Person ' || n,"
            + " case when n = 3 then 2 else 1 end, now() from generate_series(1, 6) n",
        "insert into account_role select n, case when n = 4 then 'EDITOR' else 'MEMBER' end"
            + " from generate_series(1, 6) n");
  }

  private static <T> T as(Reader reader, Function<Services, T> work) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return database.inTransaction(em -> work.apply(new Services(em, caller)));
  }

  private record Services(EntityManager em, CallerContext caller) {
    GroupService read() {
      return new GroupService(new GroupRepository(em), caller, CLOCK);
    }

    GroupMembershipService own() {
      return new GroupMembershipService(
          new GroupChangeRepository(em), mails(), new AuditLog(em), caller, CLOCK);
    }

    GroupModerationService moderation() {
      return new GroupModerationService(
          new GroupChangeRepository(em), mails(), new AuditLog(em), caller, CLOCK);
    }

    GroupCreationService creation() {
      return new GroupCreationService(
          new GroupChangeRepository(em), new AuditLog(em), caller, CLOCK);
    }

    private GroupMails mails() {
      return new GroupMails(new Outbox(em), new Settings());
    }
  }

  private interface Act {
    void on(Services services);
  }

  private static void run(Reader reader, Act act) {
    as(
        reader,
        services -> {
          act.on(services);
          return null;
        });
  }

  private static String make(String name, GroupKind kind, boolean hidden, GroupRule rule, int mod) {
    return as(
        EDITOR,
        s ->
            s.creation()
                .create(
                    new NewGroup(
                        name,
                        "What it is for, in a sentence.",
                        kind,
                        hidden,
                        rule,
                        kind == GroupKind.WORKING ? java.time.LocalDate.of(2027, 6, 30) : null,
                        "P" + mod + "@a.example ")));
  }

  private static GroupDetail detail(Reader reader, String slug) {
    return as(reader, s -> s.read().detail(slug));
  }

  private static List<String> names(Reader reader) {
    return as(reader, s -> s.read().list().stream().map(GroupSummary::name).toList());
  }

  private static long count(String sql) {
    return ((Number) database.value("select count(*) from " + sql)).longValue();
  }

  private static long row(int account) {
    return ((Number)
            database.value(
                "select id from group_member where to_at is null and account_id = " + account))
        .longValue();
  }

  @Test
  void anOpenGroupIsJoinedAndLeft() {
    String slug = make("Stowaways & more", GroupKind.OPEN, false, null, 1);
    assertEquals("stowaways-more", slug);
    assertEquals("stowaways-more-2", make("Stowaways more", GroupKind.OPEN, false, null, 1));
    assertEquals(List.of(), detail(BEN, slug).members());
    run(BEN, s -> s.own().join(slug));
    run(BEN, s -> s.own().join(slug));
    assertEquals(2, detail(BEN, slug).members().size());
    run(BEN, s -> s.own().leave(slug));
    assertEquals(List.of(), detail(BEN, slug).members());
    assertEquals(1, detail(BEN, slug).summary().members());
    assertThrows(RefusedException.class, () -> run(EDITOR, s -> s.own().join(slug)));
    Reader lapsed =
        new Reader(5L, "Person 5", 1L, Set.of(Role.MEMBER), true, Set.of(), Agreement.NONE);
    assertThrows(RefusedException.class, () -> run(lapsed, s -> s.own().join(slug)));
  }

  @Test
  void aRequestIsAnsweredByAModeratorAlone() {
    String slug = make("Port crime", GroupKind.WORKING, false, null, 1);
    assertThrows(InvalidException.class, () -> run(BEN, s -> s.own().request(slug, " short ")));
    run(BEN, s -> s.own().request(slug, "We lost three anchors and a paint locker."));
    assertThrows(
        ConflictException.class,
        () -> run(BEN, s -> s.own().request(slug, "We lost three anchors again.")));
    assertEquals(1, count("outbox_mail where recipient = 'p1@a.example' and object_ref = ''"));
    assertEquals(1, detail(ADA, slug).requests().size());
    assertEquals(List.of(), detail(BEN, slug).requests());
    long request = row(2);
    assertThrows(RefusedException.class, () -> run(BEN, s -> s.moderation().accept(slug, request)));
    run(ADA, s -> s.moderation().accept(slug, request));
    assertThrows(
        ConflictException.class,
        () -> run(ADA, s -> s.moderation().decline(slug, request, "Late")));
    assertEquals(2, detail(BEN, slug).members().size());
    long ben = row(2);
    run(ADA, s -> s.moderation().remove(slug, ben, "Quoted the group outside."));
    assertEquals(List.of(), detail(BEN, slug).members());
    assertEquals(1, count("group_member where state = 'REMOVED' and reason <> ''"));
  }

  @Test
  void aHiddenGroupIsKnownToItsMembersAndThoseInvitedAlone() {
    String slug = make("Ransom", GroupKind.INVITED, true, null, 1);
    assertTrue(slug.matches("g-[a-z0-9]{20}"), slug);
    // whoever made it, and everyone else, finds nothing; a name that is taken tells nothing either
    assertEquals("ransom", make("Ransom", GroupKind.OPEN, false, null, 5));
    assertEquals(List.of("Ransom", "Ransom"), names(ADA));
    for (Reader outside : List.of(BEN, EDITOR)) {
      assertEquals(List.of("Ransom"), names(outside));
      Act[] acts = {
        s -> s.read().detail(slug),
        s -> s.own().join(slug),
        s -> s.own().request(slug, "A sentence that is long enough."),
        s -> s.own().accept(slug),
        s -> s.own().decline(slug),
        s -> s.own().leave(slug),
        s -> s.own().takeOver(slug),
        s -> s.moderation().invite(slug, "p5@a.example"),
        s -> s.moderation().accept(slug, 1),
        s -> s.moderation().remove(slug, 1, "A reason"),
        s -> s.moderation().describe(slug, "Another purpose", null, "")
      };
      for (Act act : acts) {
        String there = assertThrows(NotFoundException.class, () -> run(outside, act)).getMessage();
        assertEquals(GroupService.NO_SUCH, there);
      }
      List<String> hidden = statements(outside, slug);
      assertEquals(statements(outside, "g-nothing"), hidden);
      assertEquals(1, hidden.size());
    }
    run(ADA, s -> s.moderation().invite(slug, "P2@A.example"));
    assertEquals(2, names(BEN).size());
    assertEquals(1, count("outbox_mail where recipient = 'p2@a.example'"));
    assertEquals(0, count("outbox_mail where object_ref <> '' or category like '%Ransom%'"));
    assertEquals(0, count("audit_entry where object_ref || detail like '%Ransom%'"));
    assertEquals(List.of(), detail(BEN, slug).members(), "not in it yet");
    run(BEN, s -> s.own().decline(slug));
    assertEquals(1, names(BEN).size());
    assertThrows(NotFoundException.class, () -> run(BEN, s -> s.own().accept(slug)));
  }

  private static List<String> statements(Reader reader, String slug) {
    return database.statements(
        () -> assertThrows(NotFoundException.class, () -> run(reader, s -> s.read().detail(slug))));
  }

  @Test
  void anInvitationTellsNotWhoIsAMember() {
    String slug = make("Cruise", GroupKind.INVITED, false, GroupRule.PASSENGER_SHIPS, 3);
    for (String mail : List.of("p1@a.example", "nobody@a.example", "p4@a.example")) {
      run(CRUISE, s -> s.moderation().invite(slug, mail));
    }
    run(CRUISE, s -> s.moderation().invite(slug, "P1@a.example"));
    assertEquals(0, count("outbox_mail"));
    List<GroupPerson> waiting = detail(CRUISE, slug).invitations();
    assertEquals(
        List.of("p4@a.example", "nobody@a.example", "p1@a.example"),
        waiting.stream().map(GroupPerson::name).toList());
    assertTrue(waiting.stream().allMatch(p -> p.accountId() == null && p.company().isEmpty()));
    assertThrows(
        InvalidException.class, () -> run(CRUISE, s -> s.moderation().invite(slug, "no address")));
    assertThrows(RefusedException.class, () -> run(ADA, s -> s.own().accept(slug)));
  }

  @Test
  void theLastCruiseShipEndsTheMembership() {
    String slug = make("Cruise", GroupKind.INVITED, false, GroupRule.PASSENGER_SHIPS, 3);
    GroupAccess[] access = new GroupAccess[1];
    assertEquals(1, detail(CRUISE, slug).members().size());
    database.sql("update ship set type = 'FERRY' where imo = '9900095'");
    assertEquals(List.of(), detail(CRUISE, slug).members());
    assertEquals(0, detail(CRUISE, slug).summary().members());
    assertFalse(detail(CRUISE, slug).fits());
    database.doInTransaction(
        em -> {
          access[0] = new GroupAccess(new GroupRepository(em));
          assertEquals(Set.of(), access[0].groupsOf(CRUISE));
        });
    database.sql("update ship set type = 'CRUISE' where imo = '9900095'");
    assertTrue(detail(CRUISE, slug).summary().moderating());
    database.sql("delete from account_role where account_id = 3");
    assertEquals(0, detail(ADA, slug).summary().members());
    assertEquals(List.of(), detail(ADA, slug).moderators());
  }

  @Test
  void otherFeaturesAskForTheGroupsOfAReader() {
    make("One", GroupKind.INVITED, true, null, 1);
    make("Two", GroupKind.OPEN, false, null, 2);
    database.doInTransaction(
        em -> {
          GroupAccess access = new GroupAccess(new GroupRepository(em));
          assertEquals(1, access.groupsOf(ADA).size());
          assertEquals(Set.of(), access.groupsOf(Reader.VISITOR));
          var condition = access.inGroup(ADA, "g.id");
          Object found =
              em.createNativeQuery("select g.name from member_group g where " + condition.sql())
                  .setParameter(1, condition.parameters().get(0))
                  .getSingleResult();
          assertEquals("One", found);
        });
  }

  @Test
  void aGroupIsNeverWithoutAModeratorByTheirOwnActs() throws Exception {
    String slug = make("Two of them", GroupKind.OPEN, false, null, 1);
    assertThrows(RefusedException.class, () -> run(ADA, s -> s.own().leave(slug)));
    for (int round = 0; round < 10; round++) {
      run(BEN, s -> s.own().join(slug));
      run(ADA, s -> s.own().join(slug));
      database.sql("update group_member set moderator = true where to_at is null");
      long ada = row(1);
      long ben = row(2);
      // each takes the other's office, and each leaves: one of two must stay
      List<Callable<Object>> acts = new ArrayList<>();
      boolean leave = round % 2 == 0;
      acts.add(() -> as(ADA, s -> act(s, leave, slug, ben)));
      acts.add(() -> as(BEN, s -> act(s, leave, slug, ada)));
      ExecutorService pool = Executors.newFixedThreadPool(2);
      int refused = 0;
      for (Future<Object> done : pool.invokeAll(acts)) {
        try {
          done.get();
        } catch (java.util.concurrent.ExecutionException thrown) {
          assertTrue(thrown.getCause() instanceof RefusedException, thrown.toString());
          refused++;
        }
      }
      pool.shutdown();
      assertEquals(1, refused);
      assertEquals(1, count("group_member where moderator and to_at is null"));
    }
  }

  private static Object act(Services services, boolean leave, String slug, long other) {
    if (leave) {
      services.own().leave(slug);
    } else {
      services.moderation().unmakeModerator(slug, other);
    }
    return null;
  }

  @Test
  void aGroupWithoutModeratorIsTakenOverByAMember() {
    String slug = make("Orphan", GroupKind.OPEN, false, null, 1);
    run(BEN, s -> s.own().join(slug));
    assertThrows(ConflictException.class, () -> run(BEN, s -> s.own().takeOver(slug)));
    database.sql("delete from account_role where account_id = 1");
    run(BEN, s -> s.own().takeOver(slug));
    assertTrue(detail(BEN, slug).summary().moderating());
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    InvalidException wrong =
        assertThrows(
            InvalidException.class,
            () ->
                run(
                    EDITOR,
                    s ->
                        s.creation()
                            .create(
                                new NewGroup(
                                    "x",
                                    "short",
                                    GroupKind.OPEN,
                                    true,
                                    GroupRule.PASSENGER_SHIPS,
                                    null,
                                    "p1@a.example"))));
    assertEquals(
        List.of("name", "purpose", "kind", "moderatorMail"), List.copyOf(wrong.fields().keySet()));
  }
}
