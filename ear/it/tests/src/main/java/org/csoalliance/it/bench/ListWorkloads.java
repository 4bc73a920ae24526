package org.csoalliance.it.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.csoalliance.incident.IncidentPage;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.RunningAlliance;

/** The list, its pages, its search and its map. */
final class ListWorkloads {
  /** The bare PrimeFaces table. */
  static final String YARDSTICK = "/yardstick/table.xhtml";

  private static final int KILOBYTES = 1024;

  private final URI base;
  private final Results results;
  private final Services services;
  private final HttpClient client = HttpClient.newHttpClient();

  ListWorkloads(RunningAlliance run, Connection connection, Results results) throws SQLException {
    this.base = URI.create(run.baseUrl());
    this.results = results;
    this.services = new Services(connection, "member@demo.example");
  }

  void all() {
    list();
    paging();
    search();
    map();
  }

  private void list() {
    WebSession member = WebSession.signedIn(base, "member");
    WebSession bare = new WebSession(base);
    results.compare(
        "list of 25, filter and sort : bare PrimeFaces lazy table",
        1.25,
        () -> ok(member.get("/incidents?kind=ROBBERY&sort=gravest")),
        () -> ok(bare.get(YARDSTICK)));
  }

  private void paging() {
    String deep = null;
    int pages = 250; // of 1,000 rows: as far as page 10,000 of 25
    for (int i = 0; i < pages; i++) {
      IncidentPage page = services.page(Map.of(), 1000, deep);
      if (page.next() == null) {
        System.out.println("There are fewer than 10,000 pages; the last one is taken");
        break;
      }
      deep = page.next();
    }
    String cursor = deep;
    results.compare(
        "page 10,000 by keys : page 1",
        1.2,
        () -> services.page(Map.of(), 25, cursor),
        () -> services.page(Map.of(), 25, null));
  }

  private void search() {
    for (String words :
        List.of("lanternfish", "knives ladder", "robbers -paint \"port control\"")) {
      results.compare(
          "full text '" + words.replace("\"", "`") + "' : the raw query",
          1.5,
          () -> services.page(Map.of("text", List.of(words)), 25, null),
          () ->
              services.plain(
                  "select * from incident where search @@ websearch_to_tsquery('english', ?)"
                      + " and status <> 'WITHDRAWN' and tlp in ('AMBER', 'GREEN', 'CLEAR')"
                      + " order by occurred_at desc, id desc limit 26",
                  words));
    }
  }

  private void map() {
    map("world", "-180,-90,180,90", 1);
    map("region", "94,-12,118,12", 5);
    map("port", "103.5,1,104.5,1.6", 11);
  }

  private void map(String name, String box, int zoom) {
    String[] edges = box.split(",");
    Object[] values = new Object[edges.length];
    for (int i = 0; i < edges.length; i++) {
      values[i] = Double.valueOf(edges[i]);
    }
    // the cells that IncidentListService.cellDegrees takes for these windows
    double cell = 90.0 / (1 << zoom);
    while (((double) values[2] - (double) values[0] + cell)
            * ((double) values[3] - (double) values[1] + cell)
        > 400 * cell * cell) {
      cell *= 2;
    }
    double degrees = cell;
    String path = "/api/v1/map?bbox=" + box + "&zoom=" + zoom;
    results.compare(
        "map of a " + name + " : its SQL",
        2,
        () -> ok(send(path, false)),
        () ->
            services.plain(
                "select count(*), avg(latitude), avg(longitude), min(severity),"
                    + " mode() within group (order by kind collate \"C\"), any_value(reference),"
                    + " any_value(title), any_value(status), max(occurred_at) from incident where longitude >= ?"
                    + " and latitude >= ? and longitude <= ? and latitude <= ?"
                    + " and status <> 'WITHDRAWN' and tlp in ('AMBER', 'GREEN', 'CLEAR')"
                    + " group by floor(latitude / ?), floor(longitude / ? + 0.5) order by 1 desc",
                values[0],
                values[1],
                values[2],
                values[3],
                degrees,
                degrees));
    HttpResponse<byte[]> packed = send(path, true);
    results.bound(
        "map of a " + name + ", compressed", packed.body().length / (double) KILOBYTES, 100, "KB");
    if (unpacked(packed).length < 100) {
      throw new IllegalStateException("The map of a " + name + " is empty");
    }
  }

  private HttpResponse<byte[]> send(String path, boolean packed) {
    try {
      return client.send(
          HttpRequest.newBuilder(base.resolve(path))
              .header("Authorization", "Bearer demo-member")
              .header("Accept-Encoding", packed ? "gzip" : "identity")
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] unpacked(HttpResponse<byte[]> answer) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("The map is not compressed", e);
    }
  }

  private static void ok(HttpResponse<?> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
    }
  }
}
