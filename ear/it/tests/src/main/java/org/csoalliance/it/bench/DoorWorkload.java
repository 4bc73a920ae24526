package org.csoalliance.it.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.run.RunningAlliance;

/** Checks 300 people in, one after the other over HTTP, as a phone at the door does. */
final class DoorWorkload {
  private static final int WARM = 100;
  private static final int SCANS = 300;
  private static final double MOST_MILLIS = 100;

  private final RunningAlliance run;
  private final Results results;
  private final HttpClient client = HttpClient.newHttpClient();

  DoorWorkload(RunningAlliance run, Results results) {
    this.run = run;
    this.results = results;
  }

  void all(Connection connection) throws SQLException, IOException, InterruptedException {
    List<String> codes = people(connection);
    double[] millis = new double[SCANS];
    for (int i = 0; i < WARM + SCANS; i++) {
      long start = System.nanoTime();
      int status = checkIn(codes.get(i));
      if (status != 200) {
        throw new IllegalStateException("A check-in was answered " + status);
      }
      if (i >= WARM) {
        millis[i - WARM] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    results.bound("check-in over HTTP: p95", millis[SCANS * 95 / 100], MOST_MILLIS, "ms");
  }

  private static List<String> people(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("delete from event where id = 960");
      sql.execute(
          "insert into event (id, slug, title, organiser_id, starts_at, ends_at, zone, audience,"
              + " status, created_at, updated_at) select 960, 'door-bench', 'Door', id,"
              + " timestamptz '2027-01-20T07:00Z', timestamptz '2027-01-20T15:00Z',"
              + " 'Europe/Athens', 'MEMBERS', 'CLOSED', now(), now() from account where email_key"
              + " = 'organiser@demo.example'");
      sql.execute(
          "insert into event_duty (event_id, account_id, duty, given_at) select 960, id,"
              + " 'CHECK_IN', now() from account where email_key = 'organiser@demo.example'");
      sql.execute(
          "insert into event_quota (id, event_id, kind, name) values (960, 960, 'EVENT', '')");
      sql.execute(
          "insert into registration (event_id, mode, name, mail, mail_key, state, joined_at,"
              + " created_at, updated_at) select 960, 'IN_PERSON', 'Guest ' || n, 'bench' || n ||"
              + " '@test.example', 'bench' || n || '@test.example', 'ACCEPTED', now(), now(),"
              + " now() from generate_series(1, "
              + (WARM + SCANS)
              + ") n");
      List<String> codes = new ArrayList<>();
      try (ResultSet rows =
          sql.executeQuery("select ticket_code from registration where event_id = 960")) {
        while (rows.next()) {
          codes.add(rows.getString(1));
        }
      }
      return codes;
    }
  }

  private int checkIn(String code) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(run.baseUrl() + "api/v1/check-in"))
            .header("Authorization", "Bearer demo-organiser")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"ticket\":\"" + code + "\"}"))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
