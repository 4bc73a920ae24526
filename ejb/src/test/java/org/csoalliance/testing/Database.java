package org.csoalliance.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.csoalliance.platform.schema.SchemaMigrator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real, migrated, empty PostgreSQL database for one test class:
 *
 * <pre>{@code
 * @RegisterExtension static final Database database = new Database();
 * }</pre>
 *
 * The server starts once for all classes; a class gets a copy of one migrated template, which takes
 * a fraction of a second.
 */
public final class Database implements BeforeAllCallback, AfterAllCallback {
  private static final String TEMPLATE = "alliance_template";
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final StatementLog log = new StatementLog();
  private String name;
  private DataSource dataSource;
  private EntityManagerFactory factory;

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60)) // a busy machine takes more than ten
                .setServerConfig("fsync", "off")
                .setServerConfig("timezone", "UTC")
                .start();
        execute(postgres, "create database " + TEMPLATE);
        SchemaMigrator.migrate(postgres.getDatabase("postgres", TEMPLATE));
        return postgres;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    name = "test_" + COUNTER.incrementAndGet();
    execute(Server.POSTGRES, "create database " + name + " template " + TEMPLATE);
    dataSource = log.logging(Server.POSTGRES.getDatabase("postgres", name));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (factory != null) {
      factory.close();
    }
    execute(Server.POSTGRES, "drop database " + name + " with (force)");
  }

  /** Plain connections to the database of this class; what runs through them is counted too. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** The persistence unit {@code alliance} over this database, with transactions of its own. */
  public synchronized EntityManagerFactory factory() {
    if (factory == null) {
      Map<String, Object> properties = new HashMap<>();
      properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
      properties.put("jakarta.persistence.jtaDataSource", null);
      properties.put("jakarta.persistence.nonJtaDataSource", dataSource);
      properties.put("eclipselink.session-name", name);
      properties.put("eclipselink.weaving", String.valueOf(weaving()));
      factory = Persistence.createEntityManagerFactory("alliance", properties);
    }
    return factory;
  }

  /**
   * Whether the agent of the build is there; in an editor it may not be, and LAZY is eager then.
   */
  private static boolean weaving() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .anyMatch(
            argument -> argument.startsWith("-javaagent:") && argument.contains("eclipselink"));
  }

  /** Runs the work in one transaction and commits it; rolls back when it throws. */
  public <T> T inTransaction(Function<EntityManager, T> work) {
    EntityManager em = factory().createEntityManager();
    EntityTransaction transaction = em.getTransaction();
    try {
      transaction.begin();
      T result = work.apply(em);
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
      em.close();
    }
  }

  /** As {@link #inTransaction(Function)}, for work without a result. */
  public void doInTransaction(Consumer<EntityManager> work) {
    inTransaction(
        em -> {
          work.accept(em);
          return null;
        });
  }

  /** Runs SQL of the test's own, such as making rows; returns nothing. */
  public void sql(String... statements) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The first column of the first row, null when there is none. */
  public Object value(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getObject(1) : null;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The SQL statements that the work sends to the database, in their order, from any thread. */
  public List<String> statements(Runnable work) {
    log.clear();
    work.run();
    return log.texts();
  }
}
