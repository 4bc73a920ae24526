package org.csoalliance.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.csoalliance.run.RunningAlliance;

/** CSV of a hundred thousand rows and more: what stays in memory does not grow with them. */
final class ExportWorkload {
  private static final int HALF = 50_000;

  private final RunningAlliance run;
  private final LiveHeap heap;
  private final Results results;
  private final long half;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * Looks at the memory in the midst of the rows.
   *
   * @param incidents how many were made; members read more than half of them
   */
  ExportWorkload(RunningAlliance run, Results results, long incidents) {
    this.run = run;
    this.heap = new LiveHeap(run);
    this.results = results;
    this.half = Math.min(HALF, incidents / 4);
  }

  void all() throws IOException, InterruptedException {
    read(1_000); // warm
    double before = heap.live();
    long start = System.nanoTime();
    HttpResponse<java.io.InputStream> answer = answer();
    long rows = -1; // the head
    double during = 0;
    double looking = 0; // the rows wait meanwhile
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows++;
        if (rows == half) {
          long look = System.nanoTime();
          during = heap.live();
          looking = (System.nanoTime() - look) / 1e9;
        }
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9 - looking;
    if (rows <= half) {
      throw new IllegalStateException("The CSV has " + rows + " lines only");
    }
    System.out.printf("%d lines of CSV in %.1f s%n", rows, seconds);
    results.bound(
        "CSV of " + rows + " lines: live heap while it streams", during - before, 16, "MB");
    results.bound("CSV: seconds for 100,000 lines", seconds * 100_000 / rows, 10, "s");
  }

  private void read(int limit) throws IOException, InterruptedException {
    client.send(request("?limit=" + limit), HttpResponse.BodyHandlers.discarding());
  }

  private HttpResponse<java.io.InputStream> answer() throws IOException, InterruptedException {
    return client.send(request(""), HttpResponse.BodyHandlers.ofInputStream());
  }

  private HttpRequest request(String query) {
    return HttpRequest.newBuilder(URI.create(run.baseUrl() + "api/v1/incidents.csv" + query))
        .header("Authorization", "Bearer demo-member")
        .build();
  }
}
