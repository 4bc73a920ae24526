package org.csoalliance.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Everything of a run that is up, and the order in which it goes down. */
public final class RunningAlliance implements AutoCloseable {
  private final RunSettings settings;
  private final CountDownLatch startEnded = new CountDownLatch(1);
  private volatile FileChannel lockFile;
  private volatile Ports ports;
  private volatile EmbeddedDatabase database;
  private volatile MailCatcher mail;
  private volatile ServerHome server;
  private volatile boolean closing;

  RunningAlliance(RunSettings settings) {
    this.settings = settings;
  }

  /**
   * @return the address of the application, such as http://localhost:8080/, ending with a slash
   */
  public String baseUrl() {
    return "http://localhost:" + ports.http() + "/";
  }

  /**
   * @return the address of its database for a driver, user and password included
   */
  public String jdbcUrl() {
    return database.jdbcUrl();
  }

  /**
   * @return the mail catcher
   */
  public MailCatcher mail() {
    return mail;
  }

  /**
   * @return the database
   */
  public EmbeddedDatabase database() {
    return database;
  }

  /**
   * @return what the run was asked to do
   */
  public RunSettings settings() {
    return settings;
  }

  ServerHome server() {
    return server;
  }

  /** Starts all of it, one after the other; what is up when this throws is left to close(). */
  void start(Console console) {
    try {
      startAll(console);
    } finally {
      startEnded.countDown();
    }
  }

  private void startAll(Console console) {
    console.step("Checking the folder and the ports");
    lock();
    clearLeftovers();
    ports = Ports.choose(settings);
    goOn();
    console.step("Starting the mail catcher");
    mail = MailCatcher.start(settings.home(), ports.smtp(), ports.mailApi());
    goOn();
    console.step("Starting PostgreSQL");
    database = EmbeddedDatabase.start(settings.home(), ports.database());
    goOn();
    Map<String, String> properties = new TreeMap<>(settings.properties());
    // the address in mails and feeds, unless somebody wants another
    properties.putIfAbsent("alliance.base.url", "http://localhost:" + ports.http());
    if (!properties.containsKey("alliance.seal.key")) {
      properties.putIfAbsent("alliance.seal.key.file", SealKeyFile.of(settings.home()).toString());
    }
    ServerSetup setup =
        new ServerSetup(settings.project(), settings.home(), ports, Map.copyOf(properties));
    server = ServerHome.of(settings.server(), setup);
    console.step("Preparing " + server.label());
    server.unpack();
    goOn();
    console.step("Starting " + server.label() + " and the application");
    server.start(settings.project().ear());
    goOn();
    Readiness.await(
        server, settings.properties().getOrDefault("alliance.ready.path", "/health/ready"));
  }

  /** Whether somebody has asked for the end. */
  boolean closing() {
    return closing;
  }

  private void goOn() {
    if (closing) {
      throw new RunException("The run is being stopped.");
    }
  }

  private void lock() {
    Path file = settings.home().resolve("run.lock");
    try {
      Files.createDirectories(settings.home());
      lockFile = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lockFile.tryLock();
      if (lock == null) {
        throw inUse();
      }
      Files.writeString(
          settings.home().resolve("run.pid"), Long.toString(ProcessHandle.current().pid()));
    } catch (OverlappingFileLockException e) {
      throw inUse();
    } catch (IOException e) {
      throw new RunException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private RunException inUse() {
    return new RunException(
        "Another run is using "
            + settings.home()
            + ": stop that, or choose another folder with -Dalliance.home=….");
  }

  /** With the lock in hand, whatever still runs in this folder belongs to a launcher that died. */
  private void clearLeftovers() {
    Processes.end(Processes.naming("java", settings.home().resolve("payara-")), 30);
    Processes.end(Processes.naming("java", settings.home().resolve("wildfly-")), 30);
    EmbeddedDatabase.stopLeftover(settings.home());
  }

  /**
   * Stops the server, then the mail catcher, then the database. May be called at any time, also
   * while another thread is still starting: that one gives up at its next step.
   */
  @Override
  public void close() {
    closing = true;
    ServerHome starting = server;
    if (starting != null) {
      starting.stop();
    }
    try {
      if (!startEnded.await(60, TimeUnit.SECONDS)) {
        clearLeftovers();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopAll();
  }

  private synchronized void stopAll() {
    try (FileChannel lock = lockFile;
        EmbeddedDatabase third = database;
        MailCatcher second = mail) {
      if (server != null) {
        server.stop();
      }
    } catch (IOException e) {
      throw new RunException("The run did not stop cleanly: " + e.getMessage(), e);
    } finally {
      server = null;
      mail = null;
      database = null;
      lockFile = null;
    }
  }
}
