package org.csoalliance.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.RunningAlliance;

/** What of the server's heap survives a collection. */
final class LiveHeap {
  private static final double MEGABYTE = 1024 * 1024;

  private final RunningAlliance run;

  LiveHeap(RunningAlliance run) {
    this.run = run;
  }

  /** Megabytes that survive. */
  double live() throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    String pid = server(jcmd);
    for (int i = 0; i < 2; i++) {
      new ProcessBuilder(jcmd.toString(), pid, "GC.run")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
    String metrics = new WebSession(URI.create(run.baseUrl())).get("/metrics").body();
    String used = metrics.replaceAll("(?s).*\njvm_memory_heap_used_bytes (\\d+).*", "$1");
    return Long.parseLong(used) / MEGABYTE;
  }

  /**
   * The number of the server's process: its arguments, which name the home, are too long for ps.
   */
  private String server(Path jcmd) throws IOException {
    String home = run.settings().home().toString();
    Process list = new ProcessBuilder(jcmd.toString(), "-l").start();
    try (BufferedReader lines = list.inputReader(StandardCharsets.UTF_8)) {
      return lines
          .lines()
          .filter(line -> line.contains(home) && !line.contains("Bench"))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst()
          .orElseThrow();
    }
  }
}
