package org.csoalliance.incident.importing;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.platform.error.AllianceException;

/** Works jobs to their end, chunk by chunk, outside of any transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(NOT_SUPPORTED)
public class ImportRunner {
  private static final Logger LOG = Logger.getLogger(ImportRunner.class.getName());

  @Inject private ImportChunks chunks;

  /** Made by the container. */
  public ImportRunner() {}

  /** For tests. */
  public ImportRunner(ImportChunks chunks) {
    this.chunks = chunks;
  }

  /** Works on whatever job nobody works on, to its end. */
  public void run() {
    Optional<ImportJobRepository.Claim> claim = chunks.claim();
    while (claim.isPresent()) {
      work(claim.get());
      claim = chunks.claim();
    }
  }

  private void work(ImportJobRepository.Claim first) {
    try {
      ImportFormat.Rows rows = chunks.open(first);
      Optional<ImportJobRepository.Claim> claim = Optional.of(first);
      while (claim.isPresent()) {
        claim = chunks.step(claim.get(), rows);
      }
    } catch (AllianceException unreadable) {
      chunks.fail(first, unreadable.getMessage());
    } catch (RuntimeException failed) {
      // The lease runs out, and the job is taken up again where its last chunk committed.
      LOG.log(Level.WARNING, failed, () -> "Import " + first.jobId() + " broke off; it goes on");
    }
  }
}
