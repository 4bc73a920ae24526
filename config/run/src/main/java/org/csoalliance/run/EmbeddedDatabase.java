package org.csoalliance.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A real PostgreSQL from Maven Central, on the loopback address, with its data kept. It writes
 * through to the disk like one in production, and trusts every local connection unlike one.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** Name of the database and of the role that owns it, and that role's password. */
  public static final String NAME = "alliance";

  private final EmbeddedPostgres postgres;
  private final Path data;

  private EmbeddedDatabase(EmbeddedPostgres postgres, Path data) {
    this.postgres = postgres;
    this.data = data;
  }

  /**
   * Starts it, after an end of any kind of the last one, and makes the database when it is new.
   *
   * @param home the folder of the run; the data is in its folder postgresql
   * @param port a free port
   * @return the running database
   * @throws RunException when it does not start; the message names its log
   */
  public static EmbeddedDatabase start(Path home, int port) {
    Path data = home.resolve("postgresql");
    Path log = home.resolve("logs/postgresql.log");
    try {
      Files.createDirectories(log.getParent());
      removeUnfinished(data);
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(home.resolve("postgresql-server").toFile())
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "100")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
      if (System.getProperty("os.name").equals("Linux")) {
        builder.setLocaleConfig("locale", "C.UTF-8");
      }
      EmbeddedPostgres postgres = builder.start();
      EmbeddedDatabase database = new EmbeddedDatabase(postgres, data);
      database.create(NAME);
      return database;
    } catch (IOException | SQLException | IllegalStateException e) {
      Processes.end(Processes.naming("postgres", data), 20);
      throw new RunException(
          "PostgreSQL did not start. Its log is " + log + " (" + e.getMessage() + ").", e);
    }
  }

  /** An initdb that was cut short leaves a folder without configuration, useless to any start. */
  private static void removeUnfinished(Path data) throws IOException {
    if (Files.exists(data) && !Files.exists(data.resolve("global/pg_control"))) {
      FileTrees.delete(data);
    }
  }

  /** Stops what a killed launcher has left running on this data. */
  public static void stopLeftover(Path home) {
    List<ProcessHandle> left = Processes.naming("postgres", home.resolve("postgresql"));
    for (ProcessHandle process : left) {
      try {
        // an interrupt is PostgreSQL's fast stop; the signal of destroy() would wait for clients
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
      } catch (IOException e) {
        process.destroy();
      }
    }
    Processes.await(left, 20);
  }

  /**
   * Makes a role and a database of its own, both of this name, unless they exist.
   *
   * @param name lower-case letters, digits and underscores
   * @throws SQLException when PostgreSQL refuses
   */
  public void create(String name) throws SQLException {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(name);
    }
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select 1 from pg_roles where rolname='" + name + "'")) {
        statement.execute("create role " + name + " login password '" + name + "'");
      }
      if (!exists(statement, "select 1 from pg_database where datname='" + name + "'")) {
        statement.execute("create database " + name + " owner " + name + " encoding 'UTF8'");
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /**
   * @return the port it listens at
   */
  public int port() {
    return postgres.getPort();
  }

  /**
   * @return the address of the application's database for a driver; user and password are {@link
   *     #NAME}
   */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:"
        + port()
        + "/"
        + NAME
        + "?user="
        + NAME
        + "&password="
        + NAME;
  }

  /** Stops PostgreSQL cleanly; the data stays. */
  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new RunException("PostgreSQL did not stop: " + e.getMessage(), e);
    } finally {
      Processes.await(Processes.naming("postgres", data), 20);
    }
  }
}
