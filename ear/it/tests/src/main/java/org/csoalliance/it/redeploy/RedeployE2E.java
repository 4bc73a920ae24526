package org.csoalliance.it.redeploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.csoalliance.it.harness.Redeployment;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.RunSettings;
import org.csoalliance.run.ServerKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Five deployments into the running server leave no class loader, timer or thread behind. */
@Tag("both")
class RedeployE2E {
  private static final String OF_BEANS = "org.csoalliance.platform.schema.SchemaMigrator";
  private static final String OF_PAGES = "org.csoalliance.web.health.HealthServlet";

  /** The deployment that runs, and at most one before it. */
  private static final int DEPLOYMENTS = 2;

  /**
   * Payara 6.2025.9 never lets go of the first deployment that it undeployed: CacheCleaner puts a
   * field of OmniFaces' EagerBeansRepository into CachingReflectionUtil by its bare name, from the
   * loader that read the archive, and that one leads to the loader that ran it. Only the first one
   * is kept, so that the number does not grow with the deployments.
   */
  private static final int READER_OF_THE_FIRST = 1;

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
    int most = DEPLOYMENTS + (settings.server() == ServerKind.PAYARA ? READER_OF_THE_FIRST : 0);
    int ofBeans = server.loaders(OF_BEANS, most);
    int ofPages = server.loaders(OF_PAGES, DEPLOYMENTS);
    int threadsAfter = server.threads();
    Duration roundsAfter = server.timeOfRounds(Stage.run().jdbcUrl());
    System.out.printf(
        "after 5 more deployments on %s: class loaders of beans %d, of pages %d; threads %d then"
            + " %d; outbox rounds %d ms then %d ms%n",
        settings.server(),
        ofBeans,
        ofPages,
        threads,
        threadsAfter,
        rounds.toMillis(),
        roundsAfter.toMillis());
    assertTrue(ofBeans <= most, "class loaders of beans: " + ofBeans);
    assertTrue(ofPages <= DEPLOYMENTS, "class loaders of pages: " + ofPages);
    assertTrue(threadsAfter <= threads + 8, "threads: " + threads + " then " + threadsAfter);
    assertTrue(
        roundsAfter.compareTo(rounds.multipliedBy(2).dividedBy(3)) > 0,
        "a second timer works the outbox: " + rounds + " then " + roundsAfter);
  }
}
