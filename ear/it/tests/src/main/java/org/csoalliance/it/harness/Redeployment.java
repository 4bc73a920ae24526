package org.csoalliance.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.csoalliance.run.ServerKind;

/** Puts the archive in again while the server runs, and looks at what the server keeps of it. */
public final class Redeployment {
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

  /** How many copies of our classes are loaded, after a full collection. */
  public int copies() {
    command("jcmd", pid(), "GC.run");
    String histogram = command("jcmd", pid(), "GC.class_histogram");
    String loaders =
        command(
            "jcmd", pid(), "VM.class_hierarchy", "org.csoalliance.platform.schema.SchemaMigrator");
    return (int)
        Math.max(
            count(histogram, "org.csoalliance.platform.settings.Settings "),
            count(loaders, "org.csoalliance.platform.schema.SchemaMigrator"));
  }

  /** How many threads live. */
  public int threads() {
    return (int)
        command("jcmd", pid(), "Thread.print").lines().filter(l -> l.startsWith("\"")).count();
  }

  private static long count(String text, String part) {
    return text.lines().filter(line -> (line + " ").contains(part)).count();
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
