package org.csoalliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Passwords, addresses and sessions of an account, and the links that are mailed for them. */
class AccountIT {
  @RegisterExtension static final Database database = new Database();

  private static final String GOOD = "mooring kettle northern lamp";
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final Settings settings =
      new Settings(name -> name.endsWith("iterations") ? "100000" : null, name -> null);
  private final PasswordHashing passwords = new PasswordHashing(settings);
  private Instant now = START;
  private long me;
  private CallerContext caller;
  private UUID here;
  private UUID elsewhere;

  @BeforeEach
  void anAccount() {
    database.sql("truncate sign_in_failure, account, company, outbox_mail cascade");
    me =
        database.inTransaction(
            em -> {
              Account account =
                  new Account("o@kestrel.example", "O. Officer", null, Set.of(Role.MEMBER), START);
              new AccountRepository(em).add(account);
              Account other =
                  new Account("p@kestrel.example", "P. Person", null, Set.of(Role.MEMBER), START);
              new AccountRepository(em).add(other);
              return account.id();
            });
    here = session();
    elsewhere = session();
    proved(START);
  }

  private UUID session() {
    UUID id = UUID.randomUUID();
    database.doInTransaction(
        em -> new AccountSessionRepository(em).add(id, me, now, "192.0.2.1", "Firefox", false));
    return id;
  }

  private void proved(Instant at) {
    caller = new CallerContext();
    caller.set(
        new Reader(me, "O. Officer", null, Set.of(Role.MEMBER)),
        new CallerContext.Proof(here, at, false, false),
        false);
  }

  @Test
  void aSessionThatWasEndedCountsNoMoreAndItsOwnersOthersDo() {
    assertTrue(open(here).isPresent());
    List<String> statements = database.statements(() -> assertTrue(open(elsewhere).isPresent()));
    assertEquals(1, statements.size(), statements.toString());
    assertEquals(
        2,
        database
            .<List<SessionSummary>>inTransaction(
                em ->
                    new AccountSessionRepository(em)
                        .open(me, here, now.minusSeconds(60), now.minusSeconds(60)))
            .size());

    assertFalse(end(elsewhere, me + 1), "somebody else's");
    assertTrue(open(elsewhere).isPresent());
    assertTrue(end(elsewhere, me));
    assertFalse(end(elsewhere, me));

    assertTrue(open(elsewhere).isEmpty());
    assertTrue(open(here).isPresent());
  }

  @Test
  void aLinkSetsThePasswordOnceAndEndsEverySession() {
    forgot("O@Kestrel.example ");
    String code = code("/sign-in/reset\\?code=([0-9a-f]+)");
    assertThrows(InvalidException.class, () -> password(s -> s.reset(code, "short")));
    assertThrows(NotFoundException.class, () -> password(s -> s.reset("0".repeat(48), GOOD)));

    password(s -> s.reset(code, GOOD));

    assertTrue(PasswordHash.parse(hash()).matches(GOOD));
    assertTrue(open(here).isEmpty());
    assertTrue(open(elsewhere).isEmpty());
    assertEquals(
        1,
        ((Number) database.value("select session_stamp from account where id=" + me)).intValue());
    assertThrows(NotFoundException.class, () -> password(s -> s.reset(code, GOOD + " 2")));
    assertEquals(
        "account.password_reset",
        database.value("select action from audit_entry order by number desc limit 1"));
    assertEquals(
        1L, database.value("select count(*) from outbox_mail where subject like '%was changed'"));
  }

  @Test
  void ofTwoWhoUseOneLinkAtOnceOneDoes() throws Exception {
    forgot("o@kestrel.example");
    String code = code("/sign-in/reset\\?code=([0-9a-f]+)");
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String mine = GOOD + " number " + i;
      calls.add(
          () -> {
            try {
              password(s -> s.reset(code, mine));
              return true;
            } catch (RuntimeException gone) {
              return false;
            }
          });
    }
    int done = 0;
    for (var each : pool.invokeAll(calls)) {
      done += each.get() ? 1 : 0;
    }
    pool.shutdown();
    assertEquals(1, done);
  }

  @Test
  void aLinkLastsThirtyMinutesAndThreeAreSentInAnHour() {
    for (int i = 0; i < 5; i++) {
      forgot("o@kestrel.example");
      forgot("nobody@kestrel.example");
    }
    assertEquals(3L, database.value("select count(*) from outbox_mail"));
    String code = code("/sign-in/reset\\?code=([0-9a-f]+)");
    now = now.plus(Duration.ofMinutes(30));
    assertThrows(NotFoundException.class, () -> password(s -> s.reset(code, GOOD)));
    now = now.plus(Duration.ofMinutes(31));
    forgot("o@kestrel.example");
    assertEquals(4L, database.value("select count(*) from outbox_mail"));
  }

  @Test
  void aSourceThatAsksForManyIsSlowedDownSilently() {
    for (int i = 0; i < 60; i++) {
      forgot("nobody" + i + "@kestrel.example");
    }
    forgot("o@kestrel.example");
    assertEquals(0L, database.value("select count(*) from outbox_mail"));
  }

  @Test
  void aChangeOfPasswordWantsAFreshProofAndKeepsThisSession() {
    proved(START.minusSeconds(600));
    assertThrows(StepUpRequiredException.class, () -> password(s -> s.change(GOOD)));
    proved(START);
    assertThrows(InvalidException.class, () -> password(s -> s.change("o.officer o.officer")));
    password(s -> s.change(GOOD));
    assertTrue(open(here).isPresent());
    assertTrue(open(elsewhere).isEmpty());
  }

  @Test
  void anAddressMovesOnceItIsConfirmedAndTheOldOneCanTakeItBack() {
    email(s -> s.ask("new@kestrel.example"));
    assertEquals("o@kestrel.example", address());
    String code = code("/email/confirm\\?code=([0-9a-f]+)");
    assertThrows(NotFoundException.class, () -> email(s -> s.confirm("0".repeat(48))));
    email(s -> s.confirm(code));
    assertEquals("new@kestrel.example", address());
    assertThrows(NotFoundException.class, () -> email(s -> s.confirm(code)), "twice");

    assertEquals(
        "o@kestrel.example",
        database.value("select recipient from outbox_mail where body like '%/sign-in/undo%'"));
    String undo = code("/sign-in/undo\\?code=([0-9a-f]+)");
    now = now.plus(Duration.ofDays(6));
    email(s -> s.undo(undo));
    assertEquals("o@kestrel.example", address());
    assertTrue(open(here).isEmpty());
    assertThrows(NotFoundException.class, () -> email(s -> s.undo(undo)));
  }

  @Test
  void aLinkToTakeBackEndsAfterSevenDays() {
    email(s -> s.ask("new@kestrel.example"));
    String code = code("/email/confirm\\?code=([0-9a-f]+)");
    email(s -> s.confirm(code));
    String undo = code("/sign-in/undo\\?code=([0-9a-f]+)");
    now = now.plus(Duration.ofDays(7));
    assertThrows(NotFoundException.class, () -> email(s -> s.undo(undo)));
    assertEquals("new@kestrel.example", address());
  }

  @Test
  void anAddressThatIsTakenGetsTheSameAnswerAndNoLink() {
    email(s -> s.ask("P@kestrel.example"));
    assertEquals(
        0L, database.value("select count(*) from outbox_mail where body like '%confirm?code%'"));
    assertEquals(
        1L,
        database.value(
            "select count(*) from outbox_mail where subject = 'This address has an account'"));
    assertThrows(InvalidException.class, () -> email(s -> s.ask("o@kestrel.example")));
    assertThrows(InvalidException.class, () -> email(s -> s.ask("no address")));
  }

  private Optional<OpenSession> open(UUID session) {
    return database.inTransaction(
        em -> {
          int stamp = 0;
          return new AccountRepository(em).ofSession(me, stamp, session);
        });
  }

  private boolean end(UUID session, long owner) {
    return database.inTransaction(em -> new AccountSessionRepository(em).end(session, owner, now));
  }

  private void forgot(String typed) {
    database.doInTransaction(
        em ->
            new PasswordResetMail(
                    new AccountRepository(em),
                    new PasswordResetRepository(em),
                    new SignInFailureRepository(em),
                    notice(em),
                    clock())
                .send(Account.emailKey(typed), "192.0.2.9"));
  }

  private void password(Consumer<PasswordService> work) {
    database.doInTransaction(
        em ->
            work.accept(
                new PasswordService(
                    new AccountRepository(em),
                    new AccountSessionRepository(em),
                    new PasswordResetRepository(em),
                    new CompanyRepository(em),
                    passwords,
                    notice(em),
                    new AuditLog(em, clock()),
                    caller,
                    clock())));
  }

  private void email(Consumer<EmailChangeService> work) {
    database.doInTransaction(
        em ->
            work.accept(
                new EmailChangeService(
                    new AccountRepository(em),
                    new AccountSessionRepository(em),
                    new EmailChangeRepository(em),
                    new PasswordResetRepository(em),
                    notice(em),
                    new AuditLog(em, clock()),
                    caller,
                    clock())));
  }

  private AccountNotice notice(EntityManager em) {
    return new AccountNotice(new AccountRepository(em), new Outbox(em, clock()), settings, clock());
  }

  private static String code(String pattern) {
    String bodies =
        (String) database.value("select string_agg(body, ' ' order by id desc) from outbox_mail");
    Matcher matcher = Pattern.compile(pattern).matcher(bodies);
    assertTrue(matcher.find(), bodies);
    return matcher.group(1);
  }

  private String address() {
    return (String) database.value("select email from account where id = " + me);
  }

  private String hash() {
    return (String) database.value("select password_hash from account where id = " + me);
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
