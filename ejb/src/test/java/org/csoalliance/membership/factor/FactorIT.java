package org.csoalliance.membership.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.csoalliance.membership.Account;
import org.csoalliance.membership.AccountNotice;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.file.SealKey;
import org.csoalliance.platform.file.SealedFileRepository;
import org.csoalliance.platform.file.SealedFiles;
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

class FactorIT {
  @RegisterExtension static final Database database = new Database();

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final Settings settings =
      new Settings(name -> name.equals("alliance.seal.key") ? KEY : null, name -> null);
  private Instant now = START;
  private CallerContext caller;
  private long editor;

  @BeforeEach
  void anEditor() {
    database.sql("truncate account, sealed_file, outbox_mail cascade");
    editor =
        database.inTransaction(
            em -> {
              Account account =
                  new Account("e@alliance.example", "E. Editor", null, Set.of(Role.EDITOR), START);
              new AccountRepository(em).add(account);
              return account.id();
            });
    session(START, false);
  }

  private void session(Instant provedAt, boolean strong) {
    caller = new CallerContext();
    caller.set(
        new Reader(editor, "E. Editor", null, Set.of()),
        new CallerContext.Proof(UUID.randomUUID(), provedAt, strong, !strong),
        false);
  }

  @Test
  void anAppCountsOnceACodeOfItWasGivenAndEachCodeIsTakenOnce() {
    byte[] secret = begin();
    assertFalse(check(Totp.code(secret, Totp.step(now))), "not confirmed yet");
    assertThrows(InvalidException.class, () -> factors(s -> s.confirmApp("000000")));

    List<String> codes = factors(s -> s.confirmApp(Totp.code(secret, Totp.step(now))));
    assertEquals(10, Set.copyOf(codes).size());
    assertFalse(check(Totp.code(secret, Totp.step(now))), "the first code is used up");
    assertFalse(check(Totp.code(secret, Totp.step(now) - 1)), "and what came before it");
    assertTrue(check(Totp.code(secret, Totp.step(now) + 1)));
    assertFalse(check(Totp.code(secret, Totp.step(now) + 1)));
    now = now.plusSeconds(90);
    assertTrue(check(Totp.code(secret, Totp.step(now))));
    assertEquals(1L, database.value("select count(*) from outbox_mail where category='ACCOUNT'"));
  }

  @Test
  void theSecretLiesSealed() {
    byte[] secret = begin();
    byte[] kept = (byte[]) database.value("select content from sealed_file");
    assertFalse(
        new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1)
            .contains(new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1)));
  }

  @Test
  void ofManyRequestsWithOneCodeOneIsTaken() throws Exception {
    byte[] secret = begin();
    List<String> codes = factors(s -> s.confirmApp(Totp.code(secret, Totp.step(now))));
    assertEquals(1, taken(codes.get(0)), "a recovery code");
    assertEquals(1, taken(Totp.code(secret, Totp.step(now) + 1)), "a code of the app");
    assertFalse(check(codes.get(0)));
    assertTrue(check(" " + codes.get(1).toUpperCase(java.util.Locale.ROOT).replace("-", " ")));
    session(now, true);
    assertEquals(8, factors(FactorService::overview).recoveryCodes());
  }

  private long taken(String code) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      calls.add(() -> check(code));
    }
    long taken = 0;
    for (var each : pool.invokeAll(calls)) {
      taken += each.get() ? 1 : 0;
    }
    pool.shutdown();
    return taken;
  }

  @Test
  void newRecoveryCodesTakeThePlaceOfTheOldOnes() {
    byte[] secret = begin();
    List<String> old = factors(s -> s.confirmApp(Totp.code(secret, Totp.step(now))));
    session(now, true);
    List<String> fresh = factors(FactorService::newRecoveryCodes);
    assertFalse(check(old.get(0)));
    assertTrue(check(fresh.get(0)));
  }

  @Test
  void asksForAFreshProofAndForTheFactorThatThereIs() {
    session(START.minusSeconds(601), false);
    assertThrows(StepUpRequiredException.class, () -> factors(FactorService::beginApp));
    session(START, false);
    byte[] secret = begin();
    factors(s -> s.confirmApp(Totp.code(secret, Totp.step(now))));
    session(START, false);
    assertThrows(
        StepUpRequiredException.class, () -> factors(FactorService::newRecoveryCodes), "weak");
    caller.set(new Reader(editor, "E. Editor", null, Set.of()), null, true);
    assertThrows(
        org.csoalliance.platform.error.NotFoundException.class,
        () -> factors(FactorService::overview),
        "a token");
  }

  @Test
  void staffKeepsItsLastFactor() {
    byte[] secret = begin();
    factors(s -> s.confirmApp(Totp.code(secret, Totp.step(now))));
    session(now, true);
    assertThrows(
        RefusedException.class,
        () ->
            factors(
                s -> {
                  s.removeApp();
                  return null;
                }));
    database.sql(
        "delete from account_role", "insert into account_role values (" + editor + ", 'MEMBER')");
    factors(
        s -> {
          s.removeApp();
          return null;
        });
    assertFalse(factors(FactorService::overview).any());
    assertEquals(0L, database.value("select count(*) from sealed_file"));
  }

  /** The secret of a new app, read as its owner would: from what is sealed. */
  private byte[] begin() {
    factors(FactorService::beginApp);
    return database.inTransaction(
        em -> sealed(em).open(new FactorRepository(em).app(editor).orElseThrow().sealedId()));
  }

  private boolean check(String code) {
    return database.inTransaction(
        em -> new FactorChecks(new FactorRepository(em), sealed(em), clock()).code(editor, code));
  }

  private <T> T factors(Function<FactorService, T> work) {
    return database.inTransaction(
        em -> {
          AccountNotice notice =
              new AccountNotice(new AccountRepository(em), new Outbox(em), settings, clock());
          FactorRepository factors = new FactorRepository(em);
          FactorGuard guard =
              new FactorGuard(
                  factors,
                  new SecondFactorPolicy(settings),
                  notice,
                  new AuditLog(em, clock()),
                  caller,
                  clock());
          return work.apply(new FactorService(guard, factors, sealed(em), notice, clock()));
        });
  }

  private SealedFiles sealed(EntityManager em) {
    return new SealedFiles(new SealedFileRepository(em), new SealKey(settings), clock());
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
