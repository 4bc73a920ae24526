package org.csoalliance.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Keycloak of its own with the realm {@code alliance}, on a free port, without a trace
 * afterwards. Its first start builds itself and takes about a minute on two busy cores, a later one
 * some twenty seconds.
 */
public final class Keycloak implements AutoCloseable {
  private static final String REALM = "/org/csoalliance/it/harness/keycloak-realm.json";

  private final Process process;
  private final int port;

  private Keycloak(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and waits until it answers. */
  public static Keycloak start() {
    try {
      Path home = home();
      Path imports = Files.createDirectories(home.resolve("data/import"));
      try (InputStream realm = Keycloak.class.getResourceAsStream(REALM)) {
        Files.copy(
            realm, imports.resolve("alliance-realm.json"), StandardCopyOption.REPLACE_EXISTING);
      }
      int port;
      try (ServerSocket free = new ServerSocket(0)) {
        port = free.getLocalPort();
      }
      Path log = Path.of(System.getProperty("alliance.it.work"), "keycloak.log");
      ProcessBuilder builder =
          new ProcessBuilder(
              List.of(
                  "bash",
                  home.resolve("bin/kc.sh").toString(),
                  "start-dev",
                  "--import-realm",
                  "--db=dev-mem",
                  "--http-host=127.0.0.1",
                  "--http-port=" + port));
      builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx400m");
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Files.createDirectories(log.getParent());
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      Keycloak keycloak = new Keycloak(builder.start(), port);
      Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close, "end of Keycloak"));
      keycloak.await(log);
      return keycloak;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the build unpacked it. */
  private static Path home() throws IOException {
    Path folder = Path.of(System.getProperty("alliance.it.keycloak"));
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(each -> Files.isRegularFile(each.resolve("bin/kc.sh")))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("No Keycloak in " + folder));
    }
  }

  private void await(Path log) throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(5))
            .build();
    long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    while (System.nanoTime() < end) {
      try {
        if (client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // asked again below
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      try {
        if (process.waitFor(500, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("Keycloak ended: " + Files.readString(log));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    close();
    throw new IllegalStateException("Keycloak does not answer: " + Files.readString(log));
  }

  /** The issuer of the realm. */
  public String issuer() {
    return "http://127.0.0.1:" + port + "/realms/alliance";
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
