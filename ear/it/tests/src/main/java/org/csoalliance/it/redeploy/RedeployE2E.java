package org.csoalliance.it.redeploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.csoalliance.it.harness.Redeployment;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.RunSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Five deployments into the running server leave no class loader, timer or thread behind. */
@Tag("both")
class RedeployE2E {
  /**
   * The deployment that runs, and one more for good: Payara keeps a loader of the first deployment
   * after its start in CachingReflectionUtil and in the thread of its web container's log.
   */
  private static final int LOADERS = 2;

  @Test
  void fiveRedeploymentsLeaveNothingBehind() {
    RunSettings settings = Stage.run().settings();
    Path ear = settings.project().ear();
    Redeployment server = new Redeployment(settings.home(), settings.server());
    server.again(ear);
    int threads = server.threads();
    Duration rounds = server.timeOfRounds(Stage.run().jdbcUrl());
    for (int i = 0; i < 5; i++) {
      server.again(ear);
      assertEquals(200, new WebSession(Stage.base()).get("/").statusCode());
    }
    int loaders = server.loaders(LOADERS);
    int threadsAfter = server.threads();
    Duration roundsAfter = server.timeOfRounds(Stage.run().jdbcUrl());
    System.out.printf(
        "after 5 more deployments: %d class loaders; threads %d then %d; outbox rounds %d ms then"
            + " %d ms%n",
        loaders, threads, threadsAfter, rounds.toMillis(), roundsAfter.toMillis());
    assertTrue(loaders <= LOADERS, "class loaders of ours: " + loaders);
    assertTrue(threadsAfter <= threads + 8, "threads: " + threads + " then " + threadsAfter);
    assertTrue(
        roundsAfter.compareTo(rounds.multipliedBy(2).dividedBy(3)) > 0,
        "a second timer works the outbox: " + rounds + " then " + roundsAfter);
  }
}
