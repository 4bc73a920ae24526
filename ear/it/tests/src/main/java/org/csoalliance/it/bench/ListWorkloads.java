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
import org.csoalliance.platform.geo.Box;
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
    map("world", new Box(-90, -180, 90, 180), 1);
    map("region", new Box(-12, 94, 12, 118), 5);
    map("port", new Box(1, 103.5, 1.6, 104.5), 11);
  }

  private void map(String name, Box box, int zoom) {
    String statement = services.mapStatement(box, zoom);
    String path =
        "/api/v1/map?bbox=%s,%s,%s,%s&zoom=%d"
            .formatted(box.west(), box.south(), box.east(), box.north(), zoom);
    results.compare(
        "map of a " + name + " : its SQL",
        2,
        () -> ok(send(path, false)),
        () -> services.plain(statement));
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
