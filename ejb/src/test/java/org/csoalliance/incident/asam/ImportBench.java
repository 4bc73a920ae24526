package org.csoalliance.incident.asam;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.incident.importing.ImportChunks;
import org.csoalliance.incident.importing.ImportFormat;
import org.csoalliance.incident.importing.ImportJobRepository;
import org.csoalliance.incident.importing.ImportProgress;
import org.csoalliance.incident.importing.ImportRunner;
import org.csoalliance.incident.importing.ImportService;
import org.csoalliance.incident.importing.ImportStarted;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;

/** The import without a container: each call of a service or a step is one transaction. */
final class ImportBench {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final Database database;
  private volatile Instant now = START;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  ImportBench(Database database) {
    this.database = database;
  }

  Instant now() {
    return now;
  }

  /** Two minutes pass: longer than a lease. */
  void later() {
    now = now.plus(Duration.ofMinutes(2));
  }

  void empty() {
    now = START;
    database.sql(
        "truncate incident, import_job, import_record, import_refusal, import_duplicate,"
            + " incident_status_change, reference_counter, audit_entry cascade",
        "update audit_head set number = 0, hash = decode(repeat('00', 32), 'hex')");
  }

  private AsamImportService asam(EntityManager em) {
    return new AsamImportService(service(em));
  }

  private ImportService service(EntityManager em) {
    CallerContext caller = new CallerContext();
    caller.set(new Reader(null, "Edith Editor", null, Set.of(Role.EDITOR)));
    @SuppressWarnings("unchecked")
    Event<ImportStarted> event =
        (Event<ImportStarted>)
            Proxy.newProxyInstance(
                Event.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> null);
    return new ImportService(new ImportJobRepository(em), new AuditLog(em), caller, clock, event);
  }

  private ImportChunks chunks(EntityManager em) {
    return new ImportChunks(
        new ImportJobRepository(em),
        List.of(new AsamImporter(new AsamRepository(em))),
        new AuditLog(em),
        clock);
  }

  long start(String name, byte[] content) {
    return start(name, new ByteArrayInputStream(content));
  }

  long start(String name, InputStream content) {
    return database.inTransaction(em -> asam(em).start(name, content));
  }

  ImportProgress progress(long job) {
    return database.inTransaction(em -> service(em).progress(job));
  }

  List<ImportProgress> list() {
    return database.inTransaction(em -> service(em).list());
  }

  Optional<ImportJobRepository.Claim> claim() {
    return database.inTransaction(em -> chunks(em).claim());
  }

  Optional<ImportJobRepository.Claim> step(
      ImportJobRepository.Claim claim, ImportFormat.Rows rows) {
    return database.inTransaction(em -> chunks(em).step(claim, rows));
  }

  ImportFormat.Rows open(ImportJobRepository.Claim claim) {
    return database.inTransaction(em -> chunks(em).open(claim));
  }

  /** A runner whose steps are transactions of their own. */
  ImportRunner runner() {
    ImportChunks inTransactions =
        new ImportChunks() {
          @Override
          public Optional<ImportJobRepository.Claim> claim() {
            return ImportBench.this.claim();
          }

          @Override
          public Optional<ImportJobRepository.Claim> step(
              ImportJobRepository.Claim claim, ImportFormat.Rows rows) {
            return database.inTransaction(em -> chunks(em).step(claim, rows));
          }

          @Override
          public ImportFormat.Rows open(ImportJobRepository.Claim claim) {
            return ImportBench.this.open(claim);
          }

          @Override
          public void fail(ImportJobRepository.Claim claim, String sentence) {
            database.doInTransaction(em -> chunks(em).fail(claim, sentence));
          }
        };
    return new ImportRunner(inTransactions);
  }

  /** Imports a file from start to end. */
  ImportProgress run(String name, byte[] content) {
    long job = start(name, content);
    runner().run();
    return progress(job);
  }
}
