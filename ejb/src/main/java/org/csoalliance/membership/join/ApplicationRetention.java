package org.csoalliance.membership.join;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.security.Reader;

/**
 * Deletes what applications need no longer: proofs 30 days after the decision, drafts that were
 * begun 30 days ago and never sent, links that have expired. That a proof was there stays. Called
 * by the daily job; twice at once, or twice a day, does no harm.
 */
@Stateless
@PermitAll
public class ApplicationRetention {
  /** How long a draft waits to be sent. */
  static final Duration DRAFTS_KEPT = Duration.ofDays(30);

  @Inject private JoinRepository links;
  @Inject private ApplicationRepository applications;
  @Inject private SealedFiles files;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public ApplicationRetention() {}

  /** For tests. */
  public ApplicationRetention(
      JoinRepository links,
      ApplicationRepository applications,
      SealedFiles files,
      AuditLog audit,
      Clock clock) {
    this.links = links;
    this.applications = applications;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /** How much was deleted. */
  public record Removed(int proofs, int drafts, int links) {
    /** All of it. */
    public int total() {
      return proofs + drafts + links;
    }

    /** Whether anything was. */
    public boolean any() {
      return total() > 0;
    }
  }

  /** Deletes what is due now. */
  public Removed run() {
    Instant now = clock.instant();
    Instant begunBefore = now.minus(DRAFTS_KEPT);
    List<JoinRepository.DueProof> due = links.dueProofs(now);
    List<JoinRepository.DueProof> unsent = links.proofsOfDrafts(begunBefore);
    due.forEach(proof -> remove(proof, now));
    unsent.forEach(proof -> remove(proof, now));
    Removed removed =
        new Removed(
            due.size() + unsent.size(),
            links.deleteDrafts(begunBefore),
            links.deleteLinks(now.minus(ApplicationLinks.VALID)));
    if (removed.any()) {
      audit.record(
          Reader.SYSTEM,
          "application.retention",
          "application",
          "all",
          removed.proofs()
              + " proofs, "
              + removed.drafts()
              + " drafts, "
              + removed.links()
              + " links deleted");
    }
    return removed;
  }

  private void remove(JoinRepository.DueProof proof, Instant now) {
    applications.fileRemoved(proof.proofId(), now);
    files.delete(proof.fileId());
  }
}
