package org.csoalliance.it.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.csoalliance.it.harness.Http;
import org.csoalliance.it.harness.WebSession;

/**
 * Sign-ins as fast as they come, and what they leave to the others. Measured in one run on one
 * machine: how many hashes it computes, how many sign-ins the platform does, and how long another
 * page takes meanwhile and at rest.
 *
 * <p>Hashes and sign-ins take turns, each beside the same reader of pages: what is asked is how
 * much a sign-in costs beside its hash, and the pages, which have to stay quick at the same time,
 * are no part of that: measured without them, a reader that takes a third of the machine counted
 * against the sign-ins alone. Hashes without a reader are told too. Both begin when what they need
 * is compiled, as it is on a server that has run for an hour: the first fifty sign-ins after a
 * start cost two to three times as much as later ones. The browsers share one client, since to make
 * one costs as much as the platform spends on a sign-in beside the hash.
 */
public final class SignInLoad {
  /** Of the rate of hashes, sign-ins reach at least this. */
  public static final double LEAST_RATE = 0.9;

  /** Other pages take at most this much longer, at the 99th of 100. */
  public static final double MOST_SLOWER = 2.0;

  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int ROUNDS = 3;
  private static final String PAGE = "/incidents";

  private SignInLoad() {}

  /**
   * What was measured.
   *
   * @param bare hashes a second, on every core, of the platform's default cost, with nothing beside
   * @param hashes the same while a page is read
   * @param signIns a second while a page is read
   * @param idle the page's 99th of 100, in milliseconds, at rest
   * @param busy the same while people sign in
   */
  public record Measured(double bare, double hashes, double signIns, double idle, double busy) {
    /** The share of the machine's hashes that sign-ins reach; at least {@link #LEAST_RATE}. */
    public double rate() {
      return signIns / hashes;
    }

    /** How many times longer the page takes; at most {@link #MOST_SLOWER}. */
    public double slower() {
      return busy / idle;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "hashes %.2f/s (%.2f/s with nothing beside), sign-ins %.2f/s (%.2f); p99 of %s %.1f ms at"
              + " rest, %.1f ms busy (%.2f)",
          hashes,
          bare,
          signIns,
          rate(),
          PAGE,
          idle,
          busy,
          slower());
    }
  }

  /** A rate of work, and the times of pages that were read meanwhile. */
  private record Beside(double rate, List<Long> pages) {}

  /**
   * Measures, in fifteen parts.
   *
   * @param emails of accounts without a second factor, whose hashes have the default cost; each
   *     signs in by itself, one after the other, since an account that is tried many times at once
   *     is slowed down
   * @param password of all of them
   * @param each how long each part lasts
   */
  public static Measured measure(URI base, List<String> emails, String password, Duration each)
      throws InterruptedException {
    List<Callable<?>> people = new ArrayList<>();
    Http browsers = new Http(null);
    for (String email : emails) {
      HttpRequest request =
          WebSession.posted(
                  base, "/sign-in", new WebSession(base).form("/sign-in", email, password))
              .build();
      people.add(() -> signIn(browsers, request));
    }
    List<Callable<?>> hashing = Collections.nCopies(CORES, SignInLoad::hash);
    for (int i = 0; i < ROUNDS; i++) {
      beside(base, people, each);
    }
    double bare = 0;
    double hashes = 0;
    double signIns = 0;
    List<Long> idle = new ArrayList<>();
    List<Long> busy = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      idle.addAll(pages(base, each));
      bare += rate(hashing, each) / ROUNDS;
      hashes += beside(base, hashing, each).rate() / ROUNDS;
      Beside signing = beside(base, people, each);
      signIns += signing.rate() / ROUNDS;
      busy.addAll(signing.pages());
    }
    return new Measured(bare, hashes, signIns, p99(idle), p99(busy));
  }

  private static Beside beside(URI base, List<? extends Callable<?>> works, Duration each)
      throws InterruptedException {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<List<Long>> meanwhile = other.submit(() -> pages(base, each));
      return new Beside(rate(works, each), meanwhile.get());
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      other.shutdownNow();
    }
  }

  /** The command line: address, accounts parted by commas, password, seconds of each part. */
  public static void main(String[] given) throws InterruptedException {
    System.out.println(
        measure(
            URI.create(given[0]),
            List.of(given[1].split(",")),
            given[2],
            Duration.ofSeconds(Long.parseLong(given[3]))));
  }

  /** Times of a page in nanoseconds, one after the other with a breath between. */
  private static List<Long> pages(URI base, Duration length) throws InterruptedException {
    WebSession reader = new WebSession(base);
    List<Long> times = new ArrayList<>();
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      long begin = System.nanoTime();
      int status = reader.get(PAGE).statusCode();
      times.add(System.nanoTime() - begin);
      if (status != 200) {
        throw new IllegalStateException(PAGE + " answered " + status);
      }
      Thread.sleep(10);
    }
    return times;
  }

  private static double p99(List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6;
  }

  /** How often a second all together do their work, each over and over in a thread of its own. */
  private static double rate(List<? extends Callable<?>> works, Duration length)
      throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    ExecutorService pool = Executors.newFixedThreadPool(works.size());
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      long begin = System.nanoTime();
      for (Callable<?> work : works) {
        counts.add(
            pool.submit(
                () -> {
                  int done = 0;
                  for (; System.nanoTime() < end; done++) {
                    work.call();
                  }
                  return done;
                }));
      }
      int all = 0;
      for (Future<Integer> count : counts) {
        all += count.get();
      }
      return all * 1e9 / (System.nanoTime() - begin);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static int signIn(Http browsers, HttpRequest request) {
    HttpResponse<String> answer =
        browsers.send(HttpRequest.newBuilder(request, (name, value) -> true));
    if (answer.statusCode() != 302) {
      String said = answer.body().replaceAll("(?s)^.*<main|<[^>]*>", " ").strip();
      throw new IllegalStateException("A sign-in answered " + answer.statusCode() + ": " + said);
    }
    return answer.statusCode();
  }

  /** One hash as the platform makes it at its default cost. */
  private static byte[] hash() throws GeneralSecurityException {
    byte[] salt = new byte[16];
    Arrays.fill(salt, (byte) 7);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
        .generateSecret(new PBEKeySpec("Demonstration-2026".toCharArray(), salt, 210_000, 256))
        .getEncoded();
  }
}
