package org.csoalliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInServiceIT {
  private static final String RIGHT = "mooring kettle northern lamp";
  private static final String OFFICE = "192.0.2.1";
  private static final String ATTACKER = "198.51.100.9";

  @RegisterExtension static final Database database = new Database();

  private final PasswordHashing passwords =
      new PasswordHashing(
          new Settings(
              name ->
                  switch (name) {
                    case "alliance.demo" -> "true";
                    case "alliance.password.iterations" -> "10000";
                    default -> null;
                  },
              name -> null));
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private SignInService service;
  private long accountId;

  @BeforeEach
  void anAccount() {
    database.sql("truncate sign_in_failure, account, company cascade");
    service = new SignInService(new LedgerOfTest(), passwords);
    accountId =
        database.inTransaction(
            em -> {
              Account account =
                  new Account(
                      " Officer@Company.example", "O. Officer", null, Set.of(Role.MEMBER), now);
              account.password(PasswordHash.of(RIGHT, 10_000));
              new AccountRepository(em).add(account);
              return account.id();
            });
  }

  @Test
  void signsInWithTheAddressInAnyCase() {
    SignedIn signedIn = service.signIn("OFFICER@company.EXAMPLE ", RIGHT, OFFICE).orElseThrow();
    assertEquals(accountId, signedIn.accountId());
    assertEquals(new Reader(accountId, "O. Officer", null, Set.of(Role.MEMBER)), signedIn.reader());
    assertEquals(
        "account.signed_in",
        database.value("select action from audit_entry order by number desc limit 1"));
  }

  @Test
  void refusesEverythingElse() {
    assertEquals(Optional.empty(), service.signIn("officer@company.example", "wrong", OFFICE));
    assertEquals(Optional.empty(), service.signIn("nobody@company.example", RIGHT, OFFICE));
    assertEquals(Optional.empty(), service.signIn(null, null, OFFICE));
    assertEquals(Optional.empty(), service.signIn("a\0b", "x\0y", OFFICE));
    assertEquals(Optional.empty(), service.signIn("x".repeat(100_000), "y", OFFICE));
    database.sql("update account set state = 'ENDED'");
    assertEquals(Optional.empty(), service.signIn("officer@company.example", RIGHT, OFFICE));
  }

  @Test
  void slowsDownTheSourceThatFailsAndNotTheOwnerElsewhere() {
    long bursts = bursts();
    failures(5);
    assertTrue(service.signIn("officer@company.example", RIGHT, ATTACKER).isEmpty(), "too early");
    assertTrue(service.signIn("officer@company.example", RIGHT, OFFICE).isPresent(), "elsewhere");
    now = now.plusSeconds(2);
    assertTrue(service.signIn("officer@company.example", RIGHT, ATTACKER).isPresent(), "waited");
    assertEquals(bursts + 1, bursts());
  }

  @Test
  void whoeverSignsInBesideOthersOfTheSameOfficeIsNotRefused() {
    service.signIn("somebody@company.example", "wrong", OFFICE);
    now = now.minusMillis(20); // as of another node, or a thread that came to the row later
    assertTrue(service.signIn("officer@company.example", RIGHT, OFFICE).isPresent());
  }

  @Test
  void anAttemptDuringTheWaitDoesNotLengthenIt() {
    failures(5);
    for (int i = 0; i < 20; i++) {
      service.signIn("officer@company.example", "wrong", ATTACKER);
    }
    now = now.plusSeconds(2);
    assertTrue(service.signIn("officer@company.example", RIGHT, ATTACKER).isPresent());
  }

  @Test
  void attemptsAtTheSameMomentAreAllCounted() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Callable<Optional<SignedIn>>> attempts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      attempts.add(() -> service.signIn("officer@company.example", "wrong", ATTACKER));
    }
    for (var attempt : pool.invokeAll(attempts)) {
      assertEquals(Optional.empty(), attempt.get());
    }
    pool.shutdown();
    assertEquals(
        5,
        database.value(
            "select failures from sign_in_failure where source = '"
                + ATTACKER
                + "' and account_key <> '*'"));
  }

  @Test
  void slowsDownASourceThatTriesManyAddresses() {
    for (int i = 0; i < 50; i++) {
      service.signIn("somebody" + i + "@company.example", "wrong", ATTACKER);
    }
    assertTrue(service.signIn("officer@company.example", RIGHT, ATTACKER).isEmpty());
    assertTrue(service.signIn("officer@company.example", RIGHT, OFFICE).isPresent());
    now = now.plus(Duration.ofMinutes(1));
    assertTrue(service.signIn("officer@company.example", RIGHT, ATTACKER).isPresent());
  }

  @Test
  void replacesAWeakHashAtSignIn() {
    database.sql("update account set password_hash = '" + PasswordHash.of(RIGHT, 1000) + "'");
    assertTrue(service.signIn("officer@company.example", RIGHT, OFFICE).isPresent());
    String stored = (String) database.value("select password_hash from account");
    assertFalse(PasswordHash.parse(stored).weakerThan(10_000));
    assertTrue(service.signIn("officer@company.example", RIGHT, OFFICE).isPresent());
  }

  @Test
  void aSessionFollowsItsAccountInOneStatement() {
    List<String> statements =
        database.statements(
            () -> assertEquals(Set.of(Role.MEMBER), session(0).orElseThrow().roles()));
    assertEquals(1, statements.size(), statements.toString());
    database.sql("insert into account_role values (" + accountId + ", 'EDITOR')");
    assertEquals(Set.of(Role.MEMBER, Role.EDITOR), session(0).orElseThrow().roles());
    database.doInTransaction(
        em -> new AccountRepository(em).find(accountId).orElseThrow().endSessions());
    assertTrue(session(0).isEmpty());
    assertTrue(session(1).isPresent());
    database.doInTransaction(em -> new AccountRepository(em).find(accountId).orElseThrow().end());
    assertTrue(session(2).isEmpty());
  }

  @Test
  void aTokenOpensUntilItEnds() {
    database.doInTransaction(
        em ->
            new AccessTokenRepository(em)
                .add(
                    new AccessToken(
                        accountId, "Map", "plain", "read", now, now.plus(Duration.ofDays(1)))));
    TokenReader token = token("plain", now).orElseThrow();
    assertEquals(Set.of("read"), token.scopes());
    assertEquals("O. Officer", token.reader().name());
    assertTrue(token("other", now).isEmpty());
    assertTrue(token("plain", now.plus(Duration.ofDays(1))).isEmpty());
    database.doInTransaction(
        em -> new AccessTokenRepository(em).ofAccount(accountId).get(0).revoke(now));
    assertTrue(token("plain", now).isEmpty());
  }

  @Test
  void tokensThatComeTogetherOpenEachTheirOwn() {
    database.doInTransaction(
        em -> {
          for (String one : List.of("a", "b", "c")) {
            new AccessTokenRepository(em)
                .add(
                    new AccessToken(
                        accountId, one, one, "read " + one, now, now.plus(Duration.ofDays(1))));
          }
        });
    List<byte[]> asked = Stream.of("c", "none", "a", "a").map(Sha256::of).toList();
    Map<ByteBuffer, TokenReader> found =
        database.inTransaction(em -> new AccountRepository(em).ofTokens(asked, now));
    assertEquals(2, found.size());
    assertEquals(Set.of("read", "c"), found.get(ByteBuffer.wrap(asked.get(0))).scopes());
    assertEquals(Set.of("read", "a"), found.get(ByteBuffer.wrap(asked.get(3))).scopes());
  }

  private static long bursts() {
    return (Long)
        database.value("select count(*) from audit_entry where action = 'account.sign_in_failed'");
  }

  private void failures(int count) {
    for (int i = 0; i < count; i++) {
      assertTrue(service.signIn("officer@company.example", "wrong", ATTACKER).isEmpty());
    }
  }

  private Optional<Reader> session(int stamp) {
    return database.inTransaction(em -> new AccountRepository(em).ofSession(accountId, stamp));
  }

  private Optional<TokenReader> token(String plain, Instant at) {
    return database.inTransaction(
        em ->
            new TokenQueue(new AccountRepository(em), Clock.fixed(at, ZoneOffset.UTC))
                .of(Sha256.of(plain)));
  }

  private final class MovableClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Gives each call the transaction that the container would. */
  private final class LedgerOfTest extends SignInLedger {
    private <T> T call(Function<SignInLedger, T> work) {
      return database.inTransaction(em -> work.apply(ledger(em)));
    }

    private SignInLedger ledger(EntityManager em) {
      Clock clock = new MovableClock();
      return new SignInLedger(
          new SignInFailureRepository(em),
          new AccountRepository(em),
          new AuditLog(em, clock),
          clock);
    }

    @Override
    public int attempt(String accountKey, String source) {
      return call(ledger -> ledger.attempt(accountKey, source));
    }

    @Override
    public Optional<AccountRepository.Credentials> credentials(String emailKey) {
      return call(ledger -> ledger.credentials(emailKey));
    }

    @Override
    public void succeeded(
        AccountRepository.Credentials who, String key, String source, PasswordHash better) {
      call(
          ledger -> {
            ledger.succeeded(who, key, source, better);
            return null;
          });
    }

    @Override
    public void failed(int number, Optional<AccountRepository.Credentials> known, String source) {
      call(
          ledger -> {
            ledger.failed(number, known, source);
            return null;
          });
    }
  }
}
