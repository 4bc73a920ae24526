package org.csoalliance.it.bench;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.csoalliance.it.harness.Api;
import org.csoalliance.run.RunningAlliance;

/**
 * One confirmation that concerns everybody who watches: the answer to the editor comes when every
 * mail is queued. The yardstick is one statement that joins the same watches and writes as many
 * rows of the same size.
 */
final class AlertWorkload {
  private static final int ROUNDS = 3;
  private static final String JOIN =
      "insert into outbox_mail (message_id, recipient, account_id, category, object_ref, subject,"
          + " body, next_attempt_at, created_at)"
          + " select 'bench-' || a.id, a.email, a.id, 'ALERT', 'BENCH', 'Confirmed: Robbery',"
          + " repeat('x', %d), now(), now() from alert_subscription s"
          + " join account a on a.id = s.account_id"
          + " join account_role r on r.account_id = a.id and r.role = 'MEMBER'"
          + " where 1.24 between s.south and s.north and 104.05 between s.west and s.east";

  private final RunningAlliance run;
  private final Connection connection;
  private final Results results;
  private final long watches;

  AlertWorkload(RunningAlliance run, Connection connection, Results results, long watches) {
    this.run = run;
    this.connection = connection;
    this.results = results;
    this.watches = watches;
  }

  void all() throws SQLException {
    double[] ours = new double[ROUNDS];
    double[] join = new double[ROUNDS];
    long size = 1_000;
    for (int i = 0; i < ROUNDS; i++) {
      String reference = report();
      ours[i] = Results.millis(() -> confirm(reference));
      size = checked(reference);
      long length = size;
      join[i] = Results.millis(() -> join(length));
    }
    double mine = Results.median(ours);
    results.add(
        new Results.Line(
            watches + " watches matched and queued : one SQL join",
            mine,
            Results.median(join),
            3,
            "ms"));
    results.bound(watches + " watches matched and queued", mine / 1000, 10, "s");
  }

  private String report() {
    HttpResponse<String> answer =
        Api.as(URI.create(run.baseUrl()), "cruise")
            .post(
                "incidents",
                """
                {"kind":"ROBBERY","occurred_at":"2026-11-20T10:00:00Z","occurred_precision":"EXACT",
                 "latitude":1.24,"longitude":104.05,"area":"Singapore Strait","tlp":"GREEN",
                 "text":"Three men with knives took engine spares and left by a small boat."}""");
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private void confirm(String reference) {
    HttpResponse<String> answer =
        Api.as(URI.create(run.baseUrl()), "editor")
            .post(
                "incidents/" + reference + "/status",
                "{\"status\":\"CONFIRMED\",\"reason\":\"Port police tell the same.\"}");
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("Confirming answered " + answer.body());
    }
  }

  /** Every mail is there; they are taken away before the mail catcher has to hold them all. */
  private long checked(String reference) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String these = " from outbox_mail where object_ref = '" + reference + "'";
      long queued = BenchData.one(statement, "select count(*)" + these);
      long size = BenchData.one(statement, "select coalesce(max(length(body)), 0)" + these);
      statement.execute("delete" + these);
      if (queued < watches) {
        throw new IllegalStateException(queued + " mails are queued, not " + watches);
      }
      return size;
    }
  }

  private void join(long size) {
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local synchronous_commit = on");
      int rows = statement.executeUpdate(JOIN.formatted(size));
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("delete from outbox_mail where object_ref = 'BENCH'");
      if (rows < watches) {
        throw new IllegalStateException("The yardstick wrote " + rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
