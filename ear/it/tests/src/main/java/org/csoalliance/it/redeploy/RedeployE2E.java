package org.csoalliance.it.redeploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.csoalliance.it.harness.Redeployment;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.RunSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Five deployments into the running server leave no class loader and no thread behind. */
@Tag("both")
class RedeployE2E {

  @Test
  void fiveRedeploymentsLeaveNothingBehind() {
    RunSettings settings = Stage.run().settings();
    Path ear = settings.project().ear();
    Redeployment server = new Redeployment(settings.home(), settings.server());
    server.again(ear);
    int threads = server.threads();
    for (int i = 0; i < 5; i++) {
      server.again(ear);
      assertEquals(200, new WebSession(Stage.base()).get("/").statusCode());
    }
    int copies = server.copies();
    int threadsAfter = server.threads();
    System.out.printf(
        "after 5 more deployments: %d copies of a class, %d threads before, %d after%n",
        copies, threads, threadsAfter);
    // the server itself may hold the one before for a while
    assertTrue(copies <= 2, "copies of a class: " + copies);
    assertTrue(threadsAfter <= threads + 8, "threads: " + threads + " then " + threadsAfter);
  }
}
