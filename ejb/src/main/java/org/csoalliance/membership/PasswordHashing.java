package org.csoalliance.membership;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.csoalliance.platform.settings.Settings;

/**
 * Hashes and checks passwords at the cost that this deployment wants. No more hashes are made at a
 * time than there are cores, the first come first: more would make none of them sooner, and leave
 * nothing to those who only want to read.
 */
@ApplicationScoped
public class PasswordHashing {
  /** No password is longer; a form refuses more, so that hashing cannot be made expensive. */
  public static final int MOST_CHARACTERS = 1000;

  /** A demonstration's password is public, and its tests sign in often. */
  private static final int DEMONSTRATION_ITERATIONS = 10_000;

  private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  @Inject private Settings settings;
  private int iterations;
  private PasswordHash nobody;

  /** Made by the container. */
  public PasswordHashing() {}

  /** For tests. */
  public PasswordHashing(Settings settings) {
    this.settings = settings;
    prepare();
  }

  @PostConstruct
  void prepare() {
    iterations =
        settings.number(
            "alliance.password.iterations",
            PasswordHash.ITERATIONS,
            settings.demo() ? DEMONSTRATION_ITERATIONS : PasswordHash.LEAST_ITERATIONS,
            10_000_000);
    nobody = PasswordHash.of("nobody", iterations);
  }

  /** Hashes a new password. */
  public PasswordHash hash(String password) {
    return inTurn(() -> PasswordHash.of(password, iterations));
  }

  /**
   * Checks a typed password; where there is no hash to check against, the same work is done for
   * nothing, so that time tells nothing about who has an account.
   *
   * @param stored null when there is no such account or it has no password
   */
  public boolean matches(String stored, String typed) {
    boolean checkable = stored != null && !typed.isEmpty() && typed.length() <= MOST_CHARACTERS;
    PasswordHash hash = checkable ? PasswordHash.parse(stored) : nobody;
    return inTurn(() -> hash.matches(checkable ? typed : "somebody")) && checkable;
  }

  private <T> T inTurn(Supplier<T> hashing) {
    cores.acquireUninterruptibly();
    try {
      return hashing.get();
    } finally {
      cores.release();
    }
  }

  /** Whether the stored hash should be replaced at the next chance. */
  public boolean weak(String stored) {
    return PasswordHash.parse(stored).weakerThan(iterations);
  }
}
