package org.csoalliance.incident.importing;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;

/**
 * The steps of a job, each in a transaction of its own: what a step wrote and how far the job is
 * commit together, so that a job that breaks off goes on without doing a row twice. Called by the
 * {@link ImportRunner} alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class ImportChunks {
  /** How many rows a transaction works. */
  public static final int CHUNK = 500;

  static final Duration LEASE = Duration.ofSeconds(60);
  private static final int MOST_ATTEMPTS = 5;

  @Inject private ImportJobRepository jobs;
  @Inject @Any private Instance<ImportFormat> found;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public ImportChunks() {}

  private List<ImportFormat> given;

  /** For tests. */
  public ImportChunks(
      ImportJobRepository jobs, List<ImportFormat> formats, AuditLog audit, Clock clock) {
    this.jobs = jobs;
    this.given = formats;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes up a job that nobody works on; one that fails again and again is ended instead. */
  public Optional<ImportJobRepository.Claim> claim() {
    Instant now = clock.instant();
    Optional<ImportJobRepository.Claim> claim = jobs.claim(now, now.plus(LEASE));
    if (claim.isPresent() && jobs.attempts(claim.get().jobId()) > MOST_ATTEMPTS) {
      fail(
          claim.get(),
          "The import broke off several times at the same row because of an error in the system."
              + " What was taken until then is kept; the administrator finds the error in the log.");
      return Optional.empty();
    }
    return claim;
  }

  /**
   * Works the next rows.
   *
   * @param rows of the whole file, in the order of work
   * @return the claim with its new lease; empty when the job has ended or is another runner's
   */
  public Optional<ImportJobRepository.Claim> step(
      ImportJobRepository.Claim claim, ImportFormat.Rows rows) {
    Optional<ImportJobRepository.Locked> locked = jobs.lock(claim.jobId(), claim.leasedUntil());
    if (locked.isEmpty()) {
      return Optional.empty();
    }
    int done = locked.get().done();
    int until = Math.min(done + CHUNK, rows.size());
    Instant now = clock.instant();
    Instant leasedUntil = now.plus(LEASE);
    ImportCounts counts = format(claim.source()).work(claim.jobId(), rows, done, until, now);
    jobs.advance(claim.jobId(), rows.size(), rows.note(), until - done, counts, leasedUntil);
    if (until < rows.size()) {
      return Optional.of(
          new ImportJobRepository.Claim(
              claim.jobId(),
              claim.source(),
              claim.mapping(),
              claim.fileName(),
              claim.content(),
              leasedUntil));
    }
    jobs.end(claim.jobId(), null, now);
    ended(claim.jobId(), locked.get());
    return Optional.empty();
  }

  /**
   * Reads the file of a job.
   *
   * @throws InvalidException when it is no such file
   */
  @TransactionAttribute(NOT_SUPPORTED)
  public ImportFormat.Rows open(ImportJobRepository.Claim claim) {
    return format(claim.source()).open(claim.content(), claim.mapping(), clock.instant());
  }

  private ImportFormat format(String source) {
    return (given == null ? found.stream() : given.stream())
        .filter(format -> format.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing reads lists of " + source));
  }

  /** Ends the job as failed, with a sentence for the editor. */
  public void fail(ImportJobRepository.Claim claim, String sentence) {
    jobs.lock(claim.jobId(), claim.leasedUntil())
        .ifPresent(
            locked -> {
              jobs.end(claim.jobId(), sentence, clock.instant());
              ended(claim.jobId(), locked);
            });
  }

  private void ended(long jobId, ImportJobRepository.Locked locked) {
    ImportProgress p = jobs.find(jobId).orElseThrow();
    audit.record(
        locked.starter(),
        p.state() == ImportProgress.State.DONE ? "import.ended" : "import.failed",
        "import",
        String.valueOf(jobId),
        String.format(
            Locale.ROOT,
            "%s: %d rows; %d imported, %d updated, %d possible duplicates, %d unchanged, %d"
                + " refused",
            p.fileName(),
            p.total(),
            p.imported(),
            p.updated(),
            p.duplicates(),
            p.unchanged(),
            p.refused()));
  }
}
