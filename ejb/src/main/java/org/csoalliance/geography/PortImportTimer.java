package org.csoalliance.geography;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.platform.error.AllianceException;

/**
 * Works imports of ports to their end, step by step; also those whose runner is gone, after a
 * restart or on another node. A job's row is locked when it is claimed, so only one node gets it.
 */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class PortImportTimer {
  private static final Logger LOG = Logger.getLogger(PortImportTimer.class.getName());

  @Inject private PortImportSteps steps;
  @Resource private TimerService timers;

  /** Made by the container. */
  public PortImportTimer() {}

  /** For tests. */
  PortImportTimer(PortImportSteps steps) {
    this.steps = steps;
  }

  /** Has what waits taken up at once, in the background; by a timer, as for other imports. */
  public void soon() {
    timers.createSingleActionTimer(0, new TimerConfig("ports", false));
  }

  /** The turn that {@link #soon} asked for. */
  @Timeout
  public void asked() {
    takeUp();
  }

  /** Every minute, unless the turn before still works. */
  @Schedule(hour = "*", minute = "*", second = "41", persistent = false, info = "ports")
  public void takeUp() {
    try {
      Optional<PortImportRepository.Claim> claim = steps.claim();
      while (claim.isPresent()) {
        work(claim.get());
        claim = steps.claim();
      }
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "Imports of ports could not be taken up; the next turn tries", failed);
    }
  }

  private void work(PortImportRepository.Claim first) {
    try {
      PortFile file = PortFile.read(first.content());
      Optional<PortImportRepository.Claim> claim = Optional.of(first);
      while (claim.isPresent()) {
        claim = steps.step(claim.get(), file.source(), file.readings());
      }
    } catch (AllianceException unreadable) {
      steps.fail(first, unreadable.getMessage());
    } catch (RuntimeException failed) {
      // The lease runs out, and the job is taken up again where its last step committed.
      LOG.log(Level.WARNING, failed, () -> "Import of ports " + first.jobId() + " broke off");
    }
  }
}
