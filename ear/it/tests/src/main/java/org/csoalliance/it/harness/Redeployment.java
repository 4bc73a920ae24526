package org.csoalliance.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csoalliance.run.ServerKind;

/** Puts the archive in again while the server runs, and looks at what the server keeps of it. */
public final class Redeployment {
  private static final long LOOKS = 8;

  private final Path home;
  private final ServerKind kind;

  /** Works on the server of a run. */
  public Redeployment(Path home, ServerKind kind) {
    this.home = home;
    this.kind = kind;
  }

  /** Deploys the archive once more and waits until it answers. */
  public void again(Path ear) {
    if (kind == ServerKind.PAYARA) {
      String output =
          command(
              server("payara-").resolve("bin/asadmin").toString(),
              "--port",
              adminPort(),
              "deploy",
              "--force=true",
              "--name",
              "alliance",
              ear.toString());
      if (!output.contains("executed successfully")) {
        throw new AssertionError(output);
      }
    } else {
      Path deployments = server("wildfly-").resolve("standalone/deployments");
      try {
        Files.deleteIfExists(deployments.resolve("alliance.ear.deployed"));
        Files.writeString(deployments.resolve("alliance.ear.dodeploy"), "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Eventually.get(
          "the archive is deployed again",
          Duration.ofSeconds(120),
          () -> Files.exists(deployments.resolve("alliance.ear.deployed")));
    }
    WebSession visitor = new WebSession(Stage.base());
    Eventually.get(
        "the platform is ready again",
        Duration.ofSeconds(120),
        () -> {
          HttpResponse<String> ready = visitor.get("/health/ready");
          return ready.statusCode() == 200;
        });
  }

  /**
   * How many class loaders still hold a class of ours after full collections.
   *
   * @param type the full name of a class that each deployment loads
   * @param most collects again, for at most a minute and a half, while there are more than these:
   *     an idle thread of a pool holds what it began with or did last, until it ends
   */
  public int loaders(String type, int most) {
    int[] seen = new int[1];
    try {
      Eventually.get(
          "at most " + most + " loaders of " + type,
          Duration.ofSeconds(90),
          () -> {
            command("jcmd", pid(), "GC.run");
            seen[0] = loaders(type);
            return seen[0] <= most;
          });
    } catch (AssertionError more) {
      System.out.println(more.getMessage());
    }
    return seen[0];
  }

  /** A class that two loaders hold stands there twice; its histogram shows it once. */
  private int loaders(String type) {
    String copies = command("jcmd", pid(), "VM.class_hierarchy", type);
    int found = (int) copies.lines().filter(line -> line.contains(type + "/0x")).count();
    if (found == 0) {
      throw new AssertionError("No copy of " + type + " at all: " + copies);
    }
    return found;
  }

  /** How long the outbox timers take together for some looks into the table of mails. */
  public Duration timeOfRounds(String jdbcUrl) {
    long first =
        Eventually.get(
            "a round",
            Duration.ofSeconds(60),
            () -> {
              long before = looks(jdbcUrl);
              return Eventually.get(
                  "a look", Duration.ofSeconds(60), () -> later(jdbcUrl, before + 1));
            });
    long start = System.nanoTime();
    Eventually.get("more rounds", Duration.ofSeconds(120), () -> later(jdbcUrl, first + LOOKS));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Long later(String jdbcUrl, long atLeast) {
    long now = looks(jdbcUrl);
    return now >= atLeast ? Long.valueOf(now) : null;
  }

  private static long looks(String jdbcUrl) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select seq_scan + coalesce(idx_scan, 0) from pg_stat_user_tables"
                    + " where relname = 'outbox_mail'")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many threads live, by their names without numbers. */
  public Map<String, Long> threads() {
    return command("jcmd", pid(), "Thread.print")
        .lines()
        .filter(line -> line.startsWith("\""))
        .map(line -> line.substring(1, line.indexOf('"', 1)).replaceAll("\\d+", "*"))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  /** Which threads there are more of than before, and how many more. */
  public Map<String, Long> moreThreads(Map<String, Long> before) {
    Map<String, Long> more = new TreeMap<>();
    threads()
        .forEach(
            (name, count) -> {
              long added = count - before.getOrDefault(name, 0L);
              if (added > 0) {
                more.put(name, added);
              }
            });
    return more;
  }

  private String pid() {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process.info().commandLine().orElse("").contains(home.toString())
                    && process.info().command().orElse("").endsWith("java"))
        .max(Comparator.comparing(process -> process.info().commandLine().orElse("").length()))
        .map(process -> Long.toString(process.pid()))
        .orElseThrow();
  }

  private String adminPort() {
    try (Stream<String> lines =
        Files.lines(server("payara-").resolve("glassfish/domains/domain1/config/domain.xml"))) {
      return lines
          .filter(line -> line.contains("network-listener") && line.contains("admin-listener"))
          .map(line -> line.replaceAll(".*\\bport=\"(\\d+)\".*", "$1"))
          .filter(port -> port.matches("\\d+"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path server(String prefix) {
    try (Stream<Path> folders = Files.list(home)) {
      return folders
          .filter(each -> each.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String command(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(3, TimeUnit.MINUTES);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
