package org.csoalliance.membership.join;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has deleted each night what applications need no longer, on every node; the rows are locked. */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class ApplicationRetentionTimer {
  private static final Logger LOG = Logger.getLogger(ApplicationRetentionTimer.class.getName());

  @EJB private ApplicationRetention retention;

  /** At twenty to three in the night of the server. */
  @Schedule(hour = "2", minute = "40", persistent = false)
  public void nightly() {
    try {
      ApplicationRetention.Removed removed = retention.run();
      LOG.info(
          () ->
              "Applications: "
                  + removed.proofs()
                  + " proofs, "
                  + removed.drafts()
                  + " drafts and "
                  + removed.links()
                  + " links deleted");
    } catch (RuntimeException failed) {
      // a timer that fails twice is taken away by the server
      LOG.log(Level.WARNING, "Old applications could not be deleted; tomorrow again", failed);
    }
  }
}
