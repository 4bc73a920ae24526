package org.csoalliance.it.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Made-up data in any number, made by the database itself. */
final class BenchData {
  private BenchData() {}

  /** Fills up to so many made incidents; the indexes are built afterwards, once. */
  static void incidents(Connection connection, long rows) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (one(statement, "select count(*) from incident where reference like 'BENCH-%'") >= rows) {
        return;
      }
      statement.execute("set synchronous_commit = off");
      statement.execute("set maintenance_work_mem = '256MB'");
      connection.setAutoCommit(false); // a run that is cut short leaves no table without indexes
      statement.execute("delete from incident where reference like 'BENCH-%'");
      List<String> indexes = new ArrayList<>();
      List<String> drops = new ArrayList<>();
      try (ResultSet found =
          statement.executeQuery(
              "select indexname, indexdef from pg_indexes where tablename = 'incident'"
                  + " and indexdef not like '%UNIQUE%'")) {
        while (found.next()) {
          drops.add("drop index " + found.getString(1));
          indexes.add(found.getString(2));
        }
      }
      for (String drop : drops) {
        statement.execute(drop);
      }
      statement.execute(script("incidents.sql").replace(":rows", Long.toString(rows)));
      for (String index : indexes) {
        statement.execute(index);
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("vacuum analyze incident");
    }
  }

  /** So many people, each with a watch on the Singapore Strait. */
  static void watches(Connection connection, long people) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (one(statement, "select count(*) from account where email like '%@bench.example'")
          < people) {
        statement.execute("set synchronous_commit = off");
        for (String part :
            script("watches.sql").replace(":people", Long.toString(people)).split(";\\s*\\n")) {
          if (!part.isBlank()) {
            statement.execute(part);
          }
        }
        statement.execute("vacuum analyze account, account_role, alert_subscription");
      }
    }
  }

  static long one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  static String script(String name) {
    try (InputStream in = BenchData.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
