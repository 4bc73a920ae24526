package org.csoalliance.it.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Json;
import org.csoalliance.run.MailCatcher;
import org.csoalliance.run.RunningAlliance;

/**
 * The opening rush: 10,000 people ask for 500 seats at once by 200 clients over HTTP. Every seat
 * goes once, nobody meets a fault, and every loser is told a place in the line. The yardstick is
 * the same transaction in plain SQL over as many connections as the platform has: the quota is
 * locked, the registration written, its seat taken where there is one, its history and its mail
 * noted. The audit log's chain, which one entry after another locks, stands in ours alone.
 */
final class RegistrationWorkload {
  private static final int PEOPLE = Integer.getInteger("alliance.bench.people", 10_000);
  private static final int SEATS = PEOPLE / 20;
  private static final int FREED = Math.min(100, SEATS);
  private static final int CLIENTS = 200;
  private static final int CONNECTIONS = 20;
  private static final long FIRST = 50_000_000;
  private static final long OURS = 50_000_000;
  private static final long PLAIN = 50_000_001;
  private static final long FRESH = 50_000_002;

  private static final String EVENTS = OURS + ", " + PLAIN + ", " + FRESH;

  private final URI base;
  private final String jdbc;
  private final MailCatcher mail;
  private final Connection connection;
  private final Results results;

  /** An answer with its time. */
  private record Answer(int status, String body, double millis) {}

  /** What came of a rush; the answers are read once it is over. */
  private record Rush(double seconds, double p99, long accepted, long told, long faults) {
    static Rush of(double seconds, List<Answer> answers) {
      double[] millis = answers.stream().mapToDouble(Answer::millis).sorted().toArray();
      long accepted = 0;
      long told = 0;
      for (Answer one : answers) {
        if (one.status() == 201) {
          var body = Json.read(one.body());
          String state = body.path("state").asText();
          accepted += state.equals("ACCEPTED") ? 1 : 0;
          told += state.equals("WAITLISTED") && body.hasNonNull("position") ? 1 : 0;
        }
      }
      return new Rush(
          seconds,
          millis[(int) Math.ceil(millis.length * 0.99) - 1],
          accepted,
          told,
          answers.stream().filter(one -> one.status() >= 500).count());
    }
  }

  RegistrationWorkload(RunningAlliance run, Connection connection, Results results) {
    this(run.baseUrl(), run.jdbcUrl(), run.mail(), connection, results);
  }

  RegistrationWorkload(
      String base, String jdbc, MailCatcher mail, Connection connection, Results results) {
    this.base = URI.create(base);
    this.jdbc = jdbc;
    this.mail = mail;
    this.connection = connection;
    this.results = results;
  }

  /**
   * Measures both, and says what was wrong with the answers as figures that must be zero. The first
   * rush meets a server that has just started and is told beside; what counts is the one after it,
   * once its mails are out.
   */
  void all() throws SQLException, InterruptedException, IOException {
    int port = mail.smtpPort();
    mail.close();
    // counts mails; the catcher of a run would parse and keep them, at the cost of our processors
    try (MailSink sink = new MailSink(port)) {
      people();
      event(FRESH, "bench-fresh");
      event(OURS, "bench-rush");
      event(PLAIN, "bench-plain");
      Rush fresh = rush("bench-fresh");
      System.out.printf(
          "%d attempts on a server just started: %.1f s, p99 %.0f ms, %d accepted, %d told%n",
          PEOPLE, fresh.seconds(), fresh.p99(), fresh.accepted(), fresh.told());
      Eventually.get(
          "the mails of the first rush",
          Duration.ofMinutes(5),
          () -> sink.taken() >= PEOPLE ? Boolean.TRUE : null);
      Rush rush = rush("bench-rush");
      double plain = plain();
      tell(rush, plain);
      promotions();
    }
  }

  private void tell(Rush one, double plain) {
    String rush = PEOPLE + " attempts on " + SEATS + " seats: ";
    results.bound(rush + "seats too many or too few", Math.abs(one.accepted() - SEATS), 0, "");
    results.bound(rush + "answers 5xx", one.faults(), 0, "");
    results.bound(rush + "losers not told", PEOPLE - one.accepted() - one.told(), 0, "");
    results.bound(rush + "all of it", one.seconds(), 15, "s");
    results.bound(rush + "p99", one.p99(), 2000, "ms");
    results.add(
        new Results.Line(
            "registrations a second, plain SQL : over HTTP",
            PEOPLE / plain,
            PEOPLE / one.seconds(),
            2,
            "/s"));
  }

  /** Everybody asks; each client has a connection of its own, and asks for one after the other. */
  private Rush rush(String slug) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Callable<List<Answer>>> clients = new ArrayList<>();
    for (int n = 0; n < CLIENTS; n++) {
      clients.add(() -> client(slug, next));
    }
    long begun = System.nanoTime();
    List<List<Answer>> answers = run(clients, CLIENTS);
    double seconds = (System.nanoTime() - begun) / 1e9;
    return Rush.of(seconds, answers.stream().flatMap(List::stream).toList());
  }

  private List<Answer> client(String slug, AtomicInteger next) throws IOException {
    List<Answer> answers = new ArrayList<>();
    try (KeptConnection own = new KeptConnection(base)) {
      for (int n = next.getAndIncrement(); n < PEOPLE; n = next.getAndIncrement()) {
        long begun = System.nanoTime();
        KeptConnection.Answer answer =
            own.post(
                "/api/v1/events/" + slug + "/registrations", "bench-rush-" + (FIRST + n), "{}");
        answers.add(new Answer(answer.status(), answer.body(), (System.nanoTime() - begun) / 1e6));
      }
    }
    return answers;
  }

  /**
   * A hundred seats come free; the timer offers each of them once. How long that takes on two nodes
   * is told by the race of the ejb module, since a timer's wait would be counted here.
   */
  private void promotions() throws SQLException, InterruptedException {
    sql(
        "delete from registration_seat where registration_id in (select id from registration where"
            + " event_id = "
            + OURS
            + " and state = 'ACCEPTED' order by id limit "
            + FREED
            + ")",
        "update registration set state = 'CANCELLED' where event_id = "
            + OURS
            + " and state = 'ACCEPTED' and not exists (select 1 from registration_seat s where"
            + " s.registration_id = registration.id)");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (number("offer_until is not null") < FREED && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    results.bound(
        FREED + " promotions: seats offered, off by",
        Math.abs(FREED - number("offer_until is not null")),
        0,
        "");
    results.bound(
        FREED + " promotions: mails, off by",
        Math.abs(
            FREED
                - count(
                    "select count(*) from outbox_mail where object_ref = 'bench-rush' and subject"
                        + " like '%A seat for you%'")),
        0,
        "");
  }

  private long number(String condition) throws SQLException {
    return count(
        "select count(*) from registration where event_id = " + OURS + " and " + condition);
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void people() throws SQLException {
    String numbers = "generate_series(" + FIRST + ", " + (FIRST + PEOPLE - 1) + ") n";
    sql(
        "delete from registration_seat where quota_id in (" + EVENTS + ")",
        "delete from registration where event_id in (" + EVENTS + ")",
        "delete from event where id in (" + EVENTS + ")",
        "delete from account where id >= " + FIRST,
        "insert into account (id, email, email_key, name, created_at) select n, 'rush' || n ||"
            + " '@bench.example', 'rush' || n || '@bench.example', 'Person ' || n, now() from "
            + numbers,
        "insert into account_role (account_id, role) select n, 'MEMBER' from " + numbers,
        "insert into access_token (account_id, label, token_hash, scopes, created_at, expires_at)"
            + " select n, 'bench', sha256(convert_to('bench-rush-' || n, 'UTF8')), 'read write',"
            + " now(), now() + interval '1 day' from "
            + numbers,
        "analyze account, account_role, access_token");
  }

  private void event(long id, String slug) throws SQLException {
    sql(
        "insert into event (id, slug, title, city, starts_at, ends_at, zone, audience, status,"
            + " created_at, updated_at) values ("
            + id
            + ", '"
            + slug
            + "', 'Opening rush', 'Piraeus', now() + interval '90 days', now() + interval '91"
            + " days', 'UTC', 'MEMBERS', 'OPEN', now(), now())",
        "insert into event_quota (id, event_id, kind, name, capacity) values ("
            + id
            + ", "
            + id
            + ", 'EVENT', '', "
            + SEATS
            + ")");
  }

  private static <T> List<T> run(List<Callable<T>> works, int clients) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> one : pool.invokeAll(works)) {
        answers.add(one.get());
      }
      return answers;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** Seconds of the same in plain SQL, each connection one person after the other. */
  private double plain() throws InterruptedException {
    PlainRegistrations yardstick = new PlainRegistrations(jdbc, PLAIN, SEATS);
    List<Callable<Integer>> works = new ArrayList<>();
    int each = PEOPLE / CONNECTIONS;
    for (int c = 0; c < CONNECTIONS; c++) {
      long from = FIRST + (long) c * each;
      long to = c == CONNECTIONS - 1 ? FIRST + PEOPLE : from + each;
      works.add(() -> yardstick.register(from, to));
    }
    long begun = System.nanoTime();
    run(works, CONNECTIONS);
    return (System.nanoTime() - begun) / 1e9;
  }

  private void sql(String... statements) throws SQLException {
    for (String each : Arrays.asList(statements)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(each);
      }
    }
  }
}
