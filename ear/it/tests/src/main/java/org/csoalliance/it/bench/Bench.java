package org.csoalliance.it.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.Launcher;
import org.csoalliance.run.RunSettings;
import org.csoalliance.run.RunningAlliance;
import org.csoalliance.run.ServerKind;

/**
 * The program behind {@code mvn -Pbench verify}: starts the platform as a user does, fills it, and
 * measures. A workload that breaks does not end the others. Ends with 1 when a bound is missed and
 * {@code alliance.bench.strict} is true, with 2 when one broke.
 */
public final class Bench {
  private Bench() {}

  /**
   * Runs every workload, or those that {@code alliance.bench.only} names, parted by commas: list,
   * csv, door, alerts, bulletin, signin, statements, rush, mail. No arguments.
   */
  public static void main(String[] arguments) {
    try {
      measure();
    } catch (Exception failed) {
      failed.printStackTrace();
      System.exit(2); // else the server that it started lives on
    }
  }

  private static void measure() throws Exception {
    long incidents = Long.getLong("alliance.bench.incidents", 1_000_000L);
    long watches = Long.getLong("alliance.bench.watches", 100_000L);
    String server = System.getProperty("alliance.server", "payara");
    Path target = Path.of("ear/target").toAbsolutePath();
    Results results = new Results(Math.max(5, Integer.getInteger("alliance.bench.rounds", 9)));
    RunningAlliance run = start(target.resolve("bench-" + server), ServerKind.of(server));
    Runtime.getRuntime().addShutdownHook(new Thread(run::close, "end of bench"));
    System.setProperty("alliance.it.base", run.baseUrl());
    System.setProperty("alliance.it.jdbc", run.jdbcUrl());
    deployYardstick(run);
    // as the database's administrator, so that vacuum and checkpoint are allowed
    String url = run.jdbcUrl().replaceAll("\\?.*", "?user=postgres&prepareThreshold=0");
    boolean whole = true;
    try (Connection connection = DriverManager.getConnection(url)) {
      System.out.println("Making " + incidents + " incidents");
      BenchData.incidents(connection, incidents);
      Map<String, Workload> all = new LinkedHashMap<>();
      all.put("list", () -> new ListWorkloads(run, connection, results).all());
      all.put("csv", () -> new ExportWorkload(run, results, incidents).all());
      all.put("door", () -> new DoorWorkload(run, results).all(connection));
      all.put(
          "alerts",
          () -> {
            BenchData.watches(connection, watches);
            new AlertWorkload(run, connection, results, watches).all();
          });
      all.put("bulletin", () -> new BulletinWorkload(connection, results, watches).all());
      all.put("signin", () -> signIns(run, results));
      all.put("statements", () -> new StatementCounts(run, results).all());
      // the last two, as the mail catcher gives its port away
      all.put("rush", () -> new RegistrationWorkload(run, connection, results).all());
      all.put("mail", () -> new MailWorkload(run, connection, results).all());
      for (Map.Entry<String, Workload> each : chosen(all).entrySet()) {
        System.out.println("Workload " + each.getKey());
        try {
          each.getValue().run();
        } catch (Exception broken) { // the others are still worth knowing
          broken.printStackTrace();
          System.out.println("Workload " + each.getKey() + " BROKE: " + broken.getMessage());
          whole = false;
        }
      }
    }
    results.print();
    results.write(target.resolve("bench.json"), server, incidents);
    if (!whole) {
      System.exit(2);
    }
    System.exit(results.kept() || !Boolean.getBoolean("alliance.bench.strict") ? 0 : 1);
  }

  /** One of the workloads, which may be run alone. */
  @FunctionalInterface
  private interface Workload {
    void run() throws Exception;
  }

  private static Map<String, Workload> chosen(Map<String, Workload> all) {
    String only = System.getProperty("alliance.bench.only", "").strip();
    if (only.isEmpty()) {
      return all;
    }
    Map<String, Workload> some = new LinkedHashMap<>();
    for (String name : only.split("[ ,]+")) {
      if (!all.containsKey(name)) {
        throw new IllegalArgumentException(
            "There is no workload \"" + name + "\". Choose of " + all.keySet() + ".");
      }
      some.put(name, all.get(name));
    }
    return some;
  }

  private static void signIns(RunningAlliance run, Results results) throws InterruptedException {
    SignInLoad.Measured load =
        SignInLoad.measure(
            URI.create(run.baseUrl()),
            Stream.of("member", "deputy", "cruise", "partner")
                .map(who -> who + "@demo.example")
                .toList(),
            WebSession.PASSWORD,
            Duration.ofSeconds(10));
    double most = 1 / SignInLoad.LEAST_RATE;
    results.add(
        new Results.Line(
            "hashes a second : sign-ins, both beside a reader",
            load.hashes(),
            load.signIns(),
            most,
            "/s"));
    results.add(
        new Results.Line(
            "p99 of a page while people sign in : at rest",
            load.busy(),
            load.idle(),
            SignInLoad.MOST_SLOWER,
            "ms"));
  }

  private static RunningAlliance start(Path home, ServerKind kind) {
    RunSettings free = RunSettings.forTests(home, kind, true);
    return Launcher.start(free);
  }

  /** Both servers take an archive that is laid into a folder of theirs. */
  private static void deployYardstick(RunningAlliance run) throws Exception {
    Path war = Path.of("ear/bench/target/yardstick.war");
    String folder = run.settings().server() == ServerKind.PAYARA ? "autodeploy" : "deployments";
    try (Stream<Path> found = Files.walk(run.settings().home(), 6)) {
      Path target =
          found
              .filter(each -> each.getFileName().toString().equals(folder))
              .filter(each -> !each.toString().contains(".original"))
              .findFirst()
              .orElseThrow();
      Files.copy(war, target.resolve("yardstick.war"), StandardCopyOption.REPLACE_EXISTING);
    }
    WebSession visitor = new WebSession(URI.create(run.baseUrl()));
    Eventually.get(
        "the yardstick",
        Duration.ofMinutes(3),
        () -> visitor.get(ListWorkloads.YARDSTICK).statusCode() == 200 ? Boolean.TRUE : null);
  }
}
