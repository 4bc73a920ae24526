package org.csoalliance.it.bench;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Json;

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

  private final URI base;
  private final String jdbc;
  private final Connection connection;
  private final Results results;

  /** An answer with its time. */
  private record Answer(int status, String state, boolean place, double millis) {}

  RegistrationWorkload(String base, String jdbc, Connection connection, Results results) {
    this.base = URI.create(base);
    this.jdbc = jdbc;
    this.connection = connection;
    this.results = results;
  }

  /** Measures both, and says what was wrong with the answers as figures that must be zero. */
  void all() throws SQLException, InterruptedException {
    people();
    event(OURS, "bench-rush");
    event(PLAIN, "bench-plain");
    List<Callable<Answer>> posts = new ArrayList<>();
    for (int n = 0; n < PEOPLE; n++) {
      Api api = Api.with(base, "bench-rush-" + (FIRST + n));
      posts.add(() -> post(api));
    }
    long begun = System.nanoTime();
    List<Answer> answers = run(posts, CLIENTS);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double plain = plain();
    long accepted = answers.stream().filter(one -> "ACCEPTED".equals(one.state())).count();
    long told =
        answers.stream().filter(one -> "WAITLISTED".equals(one.state()) && one.place()).count();
    double[] millis = answers.stream().mapToDouble(Answer::millis).sorted().toArray();
    String rush = PEOPLE + " attempts on " + SEATS + " seats: ";
    results.bound(rush + "seats too many or too few", Math.abs(accepted - SEATS), 0, "");
    results.bound(
        rush + "answers 5xx", answers.stream().filter(one -> one.status() >= 500).count(), 0, "");
    results.bound(rush + "losers not told", PEOPLE - accepted - told, 0, "");
    results.bound(rush + "all of it", seconds, 15, "s");
    results.bound(rush + "p99", millis[(int) Math.ceil(millis.length * 0.99) - 1], 2000, "ms");
    results.add(
        new Results.Line(
            "registrations a second, plain SQL : over HTTP",
            PEOPLE / plain,
            PEOPLE / seconds,
            2,
            "/s"));
    promotions();
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
        "delete from registration_seat where quota_id in (" + OURS + ", " + PLAIN + ")",
        "delete from registration where event_id in (" + OURS + ", " + PLAIN + ")",
        "delete from event where id in (" + OURS + ", " + PLAIN + ")",
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

  private static Answer post(Api api) {
    long begun = System.nanoTime();
    HttpResponse<String> answer = api.post("events/bench-rush/registrations", "{}");
    double millis = (System.nanoTime() - begun) / 1e6;
    if (answer.statusCode() != 201) {
      return new Answer(answer.statusCode(), "", false, millis);
    }
    var body = Json.read(answer.body());
    return new Answer(201, body.path("state").asText(), body.hasNonNull("position"), millis);
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
    List<Callable<Integer>> works = new ArrayList<>();
    int each = PEOPLE / CONNECTIONS;
    for (int c = 0; c < CONNECTIONS; c++) {
      long from = FIRST + (long) c * each;
      long to = c == CONNECTIONS - 1 ? FIRST + PEOPLE : from + each;
      works.add(() -> plain(from, to));
    }
    long begun = System.nanoTime();
    run(works, CONNECTIONS);
    return (System.nanoTime() - begun) / 1e9;
  }

  private Integer plain(long from, long to) throws SQLException {
    try (Connection own = DriverManager.getConnection(jdbc);
        Statement statement = own.createStatement()) {
      own.setAutoCommit(false);
      for (long person = from; person < to; person++) {
        int taken;
        try (ResultSet row =
            statement.executeQuery(
                "select taken from event_quota where event_id = " + PLAIN + " for update")) {
          row.next();
          taken = row.getInt(1);
        }
        boolean seat = taken < SEATS;
        long id;
        try (ResultSet row =
            statement.executeQuery(
                "insert into registration (event_id, mode, account_id, by_id, name, mail, mail_key,"
                    + " state, joined_at, created_at, updated_at) select "
                    + PLAIN
                    + ", 'IN_PERSON', id, id, name, email, email_key, '"
                    + (seat ? "ACCEPTED" : "WAITLISTED")
                    + "', now(), now(), now() from account where id = "
                    + person
                    + " returning id")) {
          row.next();
          id = row.getLong(1);
        }
        if (seat) {
          statement.executeUpdate(
              "insert into registration_seat (registration_id, quota_id) values ("
                  + id
                  + ", "
                  + PLAIN
                  + ")");
        }
        statement.executeUpdate(
            "insert into registration_change (registration_id, at, what, actor_name) values ("
                + id
                + ", now(), 'REGISTERED', 'Bench')");
        statement.executeUpdate(
            "insert into outbox_mail (message_id, recipient, category, object_ref, subject, body,"
                + " state, next_attempt_at, created_at) values ('<plain-"
                + id
                + "@bench.example>', 'rush@bench.example', 'BENCH', 'bench-plain', 'Registered',"
                + " 'Registered', 'SENT', now(), now())");
        own.commit();
      }
      return Math.toIntExact(to - from);
    }
  }

  private void sql(String... statements) throws SQLException {
    for (String each : Arrays.asList(statements)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(each);
      }
    }
  }
}
