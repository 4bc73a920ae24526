package org.csoalliance.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * Counts the statements that reach PostgreSQL, by its own log. Timers of the application speak in
 * between, so the least of several rounds is the count of the page itself.
 */
public final class SqlLog {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?:execute [^:]+|statement): *(?:select|insert|update|delete|with)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private final Path log;
  private final String superuser;

  /**
   * Turns the log on.
   *
   * @param jdbcUrl the application's address of the database
   * @param home the folder of the run
   */
  public SqlLog(String jdbcUrl, Path home) {
    this.log = home.resolve("logs/postgresql.log");
    this.superuser = jdbcUrl.replaceAll("\\?.*", "?user=postgres");
    alter("set log_statement = 'all'");
  }

  /** Turns the log off, which slows the database down. */
  public void off() {
    alter("reset log_statement");
  }

  private void alter(String setting) {
    try (Connection connection = DriverManager.getConnection(superuser);
        Statement statement = connection.createStatement()) {
      statement.execute("alter system " + setting);
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The least number of statements in five rounds. */
  public int least(Runnable round) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = size();
      round.run();
      least = Math.min(least, statements(start));
    }
    return least;
  }

  private int statements(long start) {
    try (var in = Files.newInputStream(log)) {
      in.skipNBytes(start);
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (int) STATEMENT.matcher(text).results().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long size() {
    try {
      return Files.size(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
