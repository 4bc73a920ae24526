package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Json;
import org.csoalliance.it.harness.MadeAsam;
import org.csoalliance.it.harness.Site;
import org.csoalliance.run.ProjectFiles;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole list of another source, through the interface, twice. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ImportIT {
  private static final double QUIET_SECONDS = 15;
  private static final double BUSY_SECONDS = 120;
  private static final double BUSY_LOAD = 1.5;

  private final Api editor = Api.as(Site.base(), "editor");

  @Test
  void theWholeListComesInQuicklyAndASecondTimeChangesNothing() throws IOException {
    byte[] list = MadeAsam.wholeList(ProjectFiles.locate().root());

    JsonNode first = imported("first", list);
    int taken = first.get("total").asInt() - first.get("refused").asInt();
    assertTrue(taken > 6_000, "taken " + taken);
    assertEquals(
        first.get("imported").asText(),
        Site.query(
            "select count(*) from incident where source = 'NGA_ASAM' and merged_into is null"),
        "what is said to be imported is there");

    JsonNode second = imported("second", list);
    assertEquals(taken, second.get("unchanged").asInt(), "all unchanged");
    assertEquals(first.get("refused").asInt(), second.get("refused").asInt());
    assertEquals(0, second.get("imported").asInt() + second.get("updated").asInt());
  }

  /** The other tests look at lists that are not full of it. */
  @AfterAll
  static void clean() {
    Site.sql("delete from incident where source = 'NGA_ASAM'");
  }

  private JsonNode imported(String what, byte[] list) {
    long start = System.nanoTime();
    HttpResponse<String> answer = editor.post("imports/asam", "text/csv", list);
    assertEquals(202, answer.statusCode(), answer.body());
    String job = "imports/" + Json.read(answer.body()).get("id").asText();
    JsonNode end =
        Eventually.get(
            "the end of the " + what + " import",
            Duration.ofSeconds((long) BUSY_SECONDS + 30),
            () -> {
              JsonNode now = Json.read(editor.get(job).body());
              return "RUNNING".equals(now.get("state").asText()) ? null : now;
            });
    double seconds = (System.nanoTime() - start) / 1e9;
    double load =
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()
            / Runtime.getRuntime().availableProcessors();
    System.out.printf(
        "%s import of %d rows: %.1f s at a load of %.1f a core%n",
        what, end.get("total").asInt(), seconds, load);
    assertEquals("DONE", end.get("state").asText(), end.toString());
    int parts = 0;
    for (String part : new String[] {"imported", "updated", "duplicates", "unchanged", "refused"}) {
      parts += end.get(part).asInt();
    }
    assertEquals(end.get("total").asInt(), parts, "every row is accounted for");
    double most = load > BUSY_LOAD ? BUSY_SECONDS : QUIET_SECONDS;
    assertTrue(seconds < most, what + " import took " + seconds + " s, at most " + most);
    return end;
  }
}
