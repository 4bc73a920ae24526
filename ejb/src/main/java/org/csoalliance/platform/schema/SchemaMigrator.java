package org.csoalliance.platform.schema;

import com.fasterxml.jackson.databind.type.TypeFactory;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the schema up to this version before anything uses JPA. Flyway's lock lets one of several
 * nodes migrate while the others wait. A database that a newer version has migrated refuses the
 * start: an old program must not write into a schema that it does not know.
 */
@Singleton(name = "SchemaMigrator")
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class SchemaMigrator {
  private static final Logger LOG = Logger.getLogger(SchemaMigrator.class.getName());

  @Resource(name = "jdbc/alliance")
  private DataSource dataSource;

  @PostConstruct
  void migrateAtStart() {
    migrate(dataSource);
  }

  /** The deployment's data source, for the few that speak plain JDBC (locks, streams, health). */
  public DataSource dataSource() {
    return dataSource;
  }

  /**
   * Migrates the schema behind the data source.
   *
   * @throws NewerSchemaException when a newer version of the platform was here before
   */
  public static void migrate(DataSource dataSource) {
    try {
      migrateSchema(dataSource);
    } finally {
      // Flyway's classes would stay in the Jackson that Payara shares with every deployment.
      TypeFactory.defaultInstance().clearCache();
    }
  }

  private static void migrateSchema(DataSource dataSource) {
    Flyway flyway =
        Flyway.configure(SchemaMigrator.class.getClassLoader())
            .dataSource(PatientSource.of(dataSource))
            .locations("classpath:db/migration")
            .validateOnMigrate(true)
            .cleanDisabled(true)
            .load();
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS
          || migration.getState() == MigrationState.FUTURE_FAILED) {
        throw new NewerSchemaException(migration.getVersion().toString());
      }
    }
    int executed = flyway.migrate().migrationsExecuted;
    LOG.info(() -> "Schema is up to date, " + executed + " migrations executed");
  }
}
