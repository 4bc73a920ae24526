package org.csoalliance.run;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Starts a run and stays until somebody stops it. */
public final class Launcher {
  private static final Pattern FIRST_ADMINISTRATOR =
      Pattern.compile("FIRST ADMINISTRATOR: /?(setup\\?code=[\\w.~-]+)");
  // JUL forgets a level when nobody holds the logger
  private static final List<Logger> LOUD =
      List.of(Logger.getLogger("com.icegreen"), Logger.getLogger("io.zonky"));

  private Launcher() {}

  /**
   * Starts database, mail catcher and server, deploys the archive and waits until the application
   * is ready. The archive must have been built.
   *
   * @param settings what to start; ports 0 for free ones
   * @return the run; closing it stops all of it and keeps the data
   * @throws RunException when something is in the way; nothing is left running then
   */
  public static RunningAlliance start(RunSettings settings) {
    quiet();
    RunningAlliance run = new RunningAlliance(settings);
    try {
      run.start(Console.silent());
      return run;
    } catch (RuntimeException e) {
      run.close();
      throw e;
    }
  }

  /**
   * The program behind {@code mvn -Prun}. Ends with 1 when the run could not start.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws InterruptedException {
    quiet();
    Console console = new Console(System.out);
    RunningAlliance run = null;
    try {
      run = new RunningAlliance(settings());
      RunningAlliance begun = run;
      Thread stop = new Thread(() -> stop(begun, console), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      endWithParent();
      run.start(console);
      console.ready(run, run.settings().demo() ? null : firstAdministrator(run));
      Readiness.watch(run.server());
    } catch (RunException e) {
      standAside(run);
      console.problem(e.getMessage());
      System.exit(1);
    }
  }

  private static RunSettings settings() {
    RunSettings settings =
        RunSettings.of(
            ProjectFiles.locate(), RunSettings.collect(mavenArguments(), System.getProperties()));
    if (!Files.exists(settings.project().ear())) {
      throw new RunException("There is no archive yet: start this with mvn -Prun.");
    }
    return settings;
  }

  /** While the shutdown hook is at work, this thread has nothing more to say. */
  private static void standAside(RunningAlliance run) throws InterruptedException {
    if (run != null && run.closing()) {
      new CountDownLatch(1).await();
    } else if (run != null) {
      run.close();
    }
  }

  private static void stop(RunningAlliance run, Console console) {
    if (!run.closing()) {
      console.step("Stopping");
      run.close();
      console.step("Stopped");
    }
  }

  /** A launcher whose Maven was killed would otherwise stay for ever. */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .map(ProcessHandle::onExit)
        .ifPresent(end -> end.whenComplete((parent, problem) -> System.exit(0)));
  }

  private static List<String> mavenArguments() {
    return ProcessHandle.current()
        .parent()
        .flatMap(parent -> parent.info().arguments())
        .map(Arrays::asList)
        .orElse(List.of());
  }

  private static String firstAdministrator(RunningAlliance run) {
    return run.server().log().find(FIRST_ADMINISTRATOR).map(run.baseUrl()::concat).orElse(null);
  }

  private static void quiet() {
    LOUD.forEach(logger -> logger.setLevel(Level.WARNING));
  }
}
