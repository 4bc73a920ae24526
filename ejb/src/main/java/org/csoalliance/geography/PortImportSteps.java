package org.csoalliance.geography;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;

/**
 * The steps of a job, each in a transaction of its own, so that a job that breaks off goes on where
 * it stopped. The last one makes the ports anew of all rows. Called by {@link PortImportTimer}
 * alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class PortImportSteps {
  static final int ROWS = 2_000;
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int MOST_ATTEMPTS = 5;

  @Inject private PortImportRepository jobs;
  @Inject private PortRepository ports;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public PortImportSteps() {}

  /** For tests. */
  PortImportSteps(PortImportRepository jobs, PortRepository ports, AuditLog audit, Clock clock) {
    this.jobs = jobs;
    this.ports = ports;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes up a job that nobody works on; one that fails again and again is ended instead. */
  public Optional<PortImportRepository.Claim> claim() {
    Instant now = clock.instant();
    Optional<PortImportRepository.Claim> claim = jobs.claim(now, now.plus(LEASE));
    if (claim.isPresent() && claim.get().attempts() > MOST_ATTEMPTS) {
      fail(
          claim.get(),
          "The import broke off several times because of an error in the system. What was taken"
              + " until then is kept; the administrator finds the error in the log.");
      return Optional.empty();
    }
    return claim;
  }

  /**
   * Works the next rows.
   *
   * @param readings of the whole file
   * @return the claim with its new lease; empty when the job has ended or is another runner's
   */
  public Optional<PortImportRepository.Claim> step(
      PortImportRepository.Claim claim, PortSource source, List<PortFile.Reading> readings) {
    Optional<PortImportRepository.Locked> locked = jobs.lock(claim);
    if (locked.isEmpty()) {
      return Optional.empty();
    }
    int done = locked.get().done();
    int until = Math.min(done + ROWS, readings.size());
    Instant now = clock.instant();
    Instant leasedUntil = now.plus(LEASE);
    List<PortFile.Reading> some = readings.subList(done, until);
    List<PortRecord> taken =
        some.stream().map(PortFile.Reading::row).filter(Objects::nonNull).toList();
    PortRepository.Kept kept = ports.keep(source, taken);
    jobs.refuse(
        claim.jobId(),
        some.stream()
            .filter(reading -> reading.row() == null)
            .map(reading -> new PortImport.Refusal(reading.line(), reading.reason()))
            .toList());
    int same = taken.size() - kept.imported() - kept.updated();
    jobs.advance(claim.jobId(), readings.size(), some.size(), kept, same, leasedUntil);
    if (until < readings.size()) {
      return Optional.of(
          new PortImportRepository.Claim(claim.jobId(), claim.content(), leasedUntil, 0));
    }
    ports.replace(PortMerge.merge(ports.records()));
    jobs.end(claim.jobId(), null, now);
    ended(claim.jobId(), locked.get().starter());
    return Optional.empty();
  }

  /** Ends the job as failed, with a sentence for the editor. */
  public void fail(PortImportRepository.Claim claim, String sentence) {
    jobs.lock(claim)
        .ifPresent(
            locked -> {
              jobs.end(claim.jobId(), sentence, clock.instant());
              ended(claim.jobId(), locked.starter());
            });
  }

  private void ended(long jobId, Reader starter) {
    PortImport job = jobs.find(jobId).orElseThrow();
    audit.record(
        starter,
        job.state() == PortImport.State.DONE ? "ports.ended" : "ports.failed",
        "ports",
        String.valueOf(jobId),
        String.format(
            Locale.ROOT,
            "%s: %d rows; %d imported, %d updated, %d unchanged, %d refused",
            job.fileName(),
            job.total(),
            job.imported(),
            job.updated(),
            job.unchanged(),
            job.refused()));
  }
}
