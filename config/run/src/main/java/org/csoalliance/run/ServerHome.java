package org.csoalliance.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An application server in the folder of a run: unpacked once, configured once by the commands that
 * an administrator would use, and again when these or the ports in them change.
 */
public abstract sealed class ServerHome permits PayaraServer, WildFlyServer {
  private static final int STOP_SECONDS = 40;

  /** What the server was told. */
  protected final ServerSetup setup;

  private final ServerKind kind;
  private final Path home;
  private LogFile log;

  ServerHome(ServerKind kind, ServerSetup setup) {
    this.kind = kind;
    this.setup = setup;
    Path archive = setup.project().library(kind.archive());
    String name = archive.getFileName().toString().replaceAll("\\.zip$", "");
    this.home = setup.home().resolve(name.replace("wildfly-dist-", "wildfly-"));
    this.log = new LogFile(logPath(), 0);
  }

  /**
   * For tests whose container starts the server itself, such as Arquillian's managed ones.
   *
   * @param kind which server
   * @param setup what it is told; the database need not run
   * @return the server, unpacked and configured, stopped, with no application in it
   * @throws RunException when that fails; the message ends with the last lines of the output
   */
  public static ServerHome prepare(ServerKind kind, ServerSetup setup) {
    ServerHome server = of(kind, setup);
    server.unpack();
    server.stopLeftover();
    server.configure();
    return server;
  }

  /**
   * @param kind which server
   * @param setup what it is told
   * @return the server, nothing done yet
   */
  static ServerHome of(ServerKind kind, ServerSetup setup) {
    return switch (kind) {
      case PAYARA -> new PayaraServer(setup);
      case WILDFLY -> new WildFlyServer(setup);
    };
  }

  /**
   * @return the folder that holds bin of the server: payaraHome or jbossHome of Arquillian
   */
  public Path home() {
    return home;
  }

  /**
   * @return the ports of the run; {@link Ports#admin()} is the one for a container adapter
   */
  public Ports ports() {
    return setup.ports();
  }

  /**
   * @return options for a Java that somebody else starts the server with; empty where the
   *     configuration holds them already (Payara)
   */
  public abstract List<String> jvmOptions();

  /** Configures the server if that is not done, and leaves it stopped, without the application. */
  abstract void configure();

  /**
   * Configures the server if need be, starts it and deploys the archive if it is not the one that
   * lies there. When this returns the application need not answer yet.
   */
  abstract void start(Path ear);

  /**
   * @return whether the server has come to its end or has refused the archive
   */
  abstract boolean failed();

  /** Where the server writes, for the messages to the console. */
  LogFile log() {
    return log;
  }

  final Path logPath() {
    return setup
        .home()
        .resolve("logs")
        .resolve(kind.name().toLowerCase(java.util.Locale.ROOT))
        .resolve("server.log");
  }

  final Path commandLog() {
    return logPath().resolveSibling("commands.log");
  }

  /** Begins a new run: what the log holds so far is not this one's. */
  final void beginLog() {
    try {
      Files.createDirectories(logPath().getParent());
      log = LogFile.open(logPath());
    } catch (IOException e) {
      throw new RunException("Cannot write " + logPath() + ": " + e.getMessage(), e);
    }
  }

  final void unpack() {
    try {
      if (!Files.exists(home)) {
        Files.createDirectories(home.getParent());
        FileTrees.unzip(setup.project().library(kind.archive()), home);
      }
      Path original = original();
      if (!Files.exists(original)) {
        Path partial = original.resolveSibling(original.getFileName() + ".partial");
        FileTrees.delete(partial);
        FileTrees.copy(instance(), partial);
        Files.move(partial, original);
      }
    } catch (IOException e) {
      throw new RunException("Cannot unpack " + kind.label() + ": " + e.getMessage(), e);
    }
  }

  /** The part of the server that configuration and deployment change. */
  abstract Path instance();

  private Path original() {
    return instance().resolveSibling(instance().getFileName() + ".original");
  }

  /** Puts the changeable part back to what was unpacked, and forgets what was done to it. */
  final void reset() throws IOException {
    FileTrees.delete(marker("configured"));
    FileTrees.delete(marker("deployed"));
    FileTrees.delete(instance());
    FileTrees.copy(original(), instance());
  }

  final boolean marked(String name, String value) {
    try {
      return Files.exists(marker(name)) && Files.readString(marker(name)).equals(value);
    } catch (IOException e) {
      return false;
    }
  }

  final boolean marked(String name) {
    return Files.exists(marker(name));
  }

  final void mark(String name, String value) throws IOException {
    Files.writeString(marker(name), value);
  }

  private Path marker(String name) {
    return home.resolve(".alliance-" + name);
  }

  final Path script(String folder, String name, String unixSuffix) {
    return home.resolve(folder).resolve(name + (Processes.windows() ? ".bat" : unixSuffix));
  }

  final List<ProcessHandle> processes() {
    return Processes.naming("java", home);
  }

  /** Stops what a killed launcher has left running. */
  final void stopLeftover() {
    stop();
  }

  /** Stops the server, by force when it has not ended after a while; harmless when it is down. */
  final void stop() {
    Processes.end(processes(), STOP_SECONDS);
  }

  /** What reads better in a message: Payara or WildFly. */
  final String label() {
    return kind.label();
  }
}
