package org.csoalliance.platform.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaMigratorIT {
  @RegisterExtension static final Database database = new Database();

  @Test
  void aMigratedDatabaseStaysAsItIs() {
    Object before = database.value("select count(*) from flyway_schema_history");
    SchemaMigrator.migrate(database.dataSource());
    assertEquals(before, database.value("select count(*) from flyway_schema_history"));
  }

  /** Each waits for the other's lock: on an empty schema one migrates, the other finds it done. */
  @Test
  void twoNodesStartAtOnceOnAnEmptyDatabase() throws Exception {
    Object before = database.value("select count(*) from flyway_schema_history");
    database.sql("create schema empty_one");
    PGSimpleDataSource empty = new PGSimpleDataSource();
    try (Connection connection = database.dataSource().getConnection()) {
      empty.setUrl(connection.getMetaData().getURL());
      empty.setUser(connection.getMetaData().getUserName());
    }
    empty.setCurrentSchema("empty_one");
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      Callable<Void> node =
          () -> {
            start.await();
            SchemaMigrator.migrate(empty);
            return null;
          };
      for (Future<Void> each : nodes.invokeAll(List.of(node, node))) {
        each.get();
      }
    } finally {
      nodes.shutdown();
    }
    assertEquals(
        before,
        database.value("select count(*) from empty_one.flyway_schema_history where success"));
    database.sql("drop schema empty_one cascade");
  }

  @Test
  void entityManagersSpeakToTheDatabaseOfTheClass() {
    List<String> statements =
        database.statements(
            () ->
                database.doInTransaction(
                    em ->
                        assertEquals(
                            1L,
                            em.createNativeQuery("select count(*) from audit_head")
                                .getSingleResult())));
    assertEquals(List.of("select count(*) from audit_head"), statements);
  }

  @Test
  void aDatabaseOfANewerVersionRefusesTheStart() {
    database.sql(
        "insert into flyway_schema_history select installed_rank + 1000, '29991231.0000', 'future',"
            + " type, 'V29991231_0000__future.sql', checksum, installed_by, installed_on,"
            + " execution_time, true from flyway_schema_history order by installed_rank desc limit"
            + " 1");
    try {
      NewerSchemaException refused =
          assertThrows(
              NewerSchemaException.class, () -> SchemaMigrator.migrate(database.dataSource()));
      assertTrue(refused.getMessage().contains("29991231"), refused.getMessage());
    } finally {
      database.sql("delete from flyway_schema_history where description = 'future'");
    }
  }
}
