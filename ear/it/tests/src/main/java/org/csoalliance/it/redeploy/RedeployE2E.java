package org.csoalliance.it.redeploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Redeployment;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.RunSettings;
import org.csoalliance.run.ServerKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deployments into the running server leave no class loader, timer or thread behind. */
@Tag("both")
class RedeployE2E {
  private static final String OF_BEANS = "org.csoalliance.platform.schema.SchemaMigrator";
  private static final String OF_PAGES = "org.csoalliance.web.health.HealthServlet";

  private static final int TIMES = 7;

  /**
   * Loaders after nine deployments: the one at work, and those that the lasting thread of each of
   * WildFly's two pools may hold. What adds one with every second deployment makes five, with every
   * third four.
   */
  private static final int MOST = 3;

  /** Threads of one name that may come; what leaves one with every second deployment makes five. */
  private static final int THREADS_MORE = TIMES / 2 - 1;

  /** Pools of Payara that grow to a fixed size while it is told to deploy, whatever is deployed. */
  private static final Map<String, Integer> POOLS_OF_PAYARA =
      Map.of(
          "GF Domain XML", 16,
          "Job Cleanup Service", 16,
          "EventAdminAsyncThread #*", 16,
          "Executor-Service-*", 32,
          "__ejb-thread-pool*", 16);

  private static final List<String> PAGES =
      List.of("/", "/incidents", "/incidents?map=off", "/report", "/api/v1/incidents", "/nowhere");

  @Test
  void redeploymentsLeaveNothingBehind() {
    RunSettings settings = Stage.run().settings();
    Path ear = settings.project().ear();
    Redeployment server = new Redeployment(settings.home(), settings.server());
    use();
    server.again(ear);
    use();
    Map<String, Long> threads = server.threads();
    Duration rounds = server.timeOfRounds(Stage.run().jdbcUrl());
    for (int i = 0; i < TIMES; i++) {
      server.again(ear);
      use();
    }
    int ofBeans = server.loaders(OF_BEANS, MOST);
    int ofPages = server.loaders(OF_PAGES, MOST);
    Map<String, Long> allMore = server.moreThreads(threads);
    System.out.println("Threads that came with more deployments: " + allMore);
    Eventually.get(
        "no more threads than the pools of the server add to " + threads,
        Duration.ofSeconds(90),
        () -> tooMany(server, settings.server(), threads).isEmpty());
    Duration roundsAfter = server.timeOfRounds(Stage.run().jdbcUrl());
    System.out.printf(
        "after %d more deployments on %s: class loaders of beans %d, of pages %d; outbox rounds %d"
            + " ms then %d ms%n",
        TIMES, settings.server(), ofBeans, ofPages, rounds.toMillis(), roundsAfter.toMillis());
    assertTrue(ofBeans <= MOST, "class loaders of beans: " + ofBeans);
    assertTrue(ofPages <= MOST, "class loaders of pages: " + ofPages);
    assertTrue(
        roundsAfter.compareTo(rounds.multipliedBy(2).dividedBy(3)) > 0,
        "a second timer works the outbox: " + rounds + " then " + roundsAfter);
  }

  /** Threads of a name that are more than they may be; printed, so that a failure names them. */
  private static Map<String, Long> tooMany(
      Redeployment server, ServerKind kind, Map<String, Long> before) {
    Map<String, Long> more = server.moreThreads(before);
    more.entrySet()
        .removeIf(
            entry -> {
              int pool =
                  kind == ServerKind.PAYARA ? POOLS_OF_PAYARA.getOrDefault(entry.getKey(), 0) : 0;
              long now = before.getOrDefault(entry.getKey(), 0L) + entry.getValue();
              return entry.getValue() <= THREADS_MORE || now <= pool;
            });
    if (!more.isEmpty()) {
      System.out.println("Threads too many: " + more);
    }
    return more;
  }

  /** Somebody looks around, signed in and not, so that there is something to be left behind. */
  private static void use() {
    WebSession visitor = new WebSession(Stage.base());
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    for (String page : PAGES) {
      visitor.get(page);
      int expected = page.equals("/nowhere") ? 404 : 200;
      assertEquals(expected, member.get(page).statusCode(), page);
    }
  }
}
