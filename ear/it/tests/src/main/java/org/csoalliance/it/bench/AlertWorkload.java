package org.csoalliance.it.bench;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.csoalliance.it.harness.Api;
import org.csoalliance.run.RunningAlliance;

/**
 * One confirmation that concerns everybody who watches: the answer to the editor comes when an
 * alert is queued for each; the mails are written later, some hundred at a time. The yardstick is
 * one statement that joins the same watches and writes the same rows.
 */
final class AlertWorkload {
  private static final int ROUNDS = 3;
  private static final String JOIN =
      "insert into alert_delivery (account_id, what, incident_id, watches, urgent, digest,"
          + " queued_at, due_at) select a.id, 'CONFIRMED', i.id, array_agg(s.id), false, false,"
          + " now(), now() + interval '1 day' from incident i"
          + " join alert_subscription s on i.latitude between s.south and s.north"
          + " and i.longitude between s.west and s.east"
          + " join account a on a.id = s.account_id and a.state = 'ACTIVE'"
          + " join account_role r on r.account_id = a.id and r.role = 'MEMBER'"
          + " where i.reference = '%s' group by a.id, i.id";

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
    for (int i = 0; i < ROUNDS; i++) {
      String reference = report();
      ours[i] = Results.millis(() -> confirm(reference));
      checked(reference);
      join[i] = join(reference);
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
                {"kind":"ROBBERY","occurred_at":"%s","occurred_precision":"EXACT",
                 "latitude":1.24,"longitude":104.05,"area":"Singapore Strait","tlp":"GREEN",
                 "text":"Three men with knives took engine spares and left by a small boat."}"""
                    .formatted(Instant.now().minus(2, ChronoUnit.HOURS)));
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

  /** Every alert is there; they are taken away before most of their mails are written. */
  private void checked(String reference) throws SQLException {
    long queued = take(reference);
    if (queued < watches) {
      throw new IllegalStateException(queued + " alerts are queued, not " + watches);
    }
  }

  private long take(String reference) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long taken =
          statement.executeUpdate(
              "delete from alert_delivery d using incident i where i.id = d.incident_id"
                  + " and i.reference = '"
                  + reference
                  + "'");
      statement.execute(
          "delete from outbox_mail where recipient like '%@bench.example' and category = 'ALERT'");
      return taken;
    }
  }

  /** Milliseconds of the yardstick; what it wrote is taken away again. */
  private double join(String reference) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set synchronous_commit = on");
      long begun = System.nanoTime();
      int rows = statement.executeUpdate(JOIN.formatted(reference));
      double millis = (System.nanoTime() - begun) / 1e6;
      take(reference);
      if (rows < watches) {
        throw new IllegalStateException("The yardstick wrote " + rows);
      }
      return millis;
    }
  }
}
