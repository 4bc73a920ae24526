package org.csoalliance.event.invoice;

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

/** Looks every fifteen seconds for invoices to issue or to end, on each node. */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class InvoiceTimer {
  private static final Logger LOG = Logger.getLogger(InvoiceTimer.class.getName());

  @EJB private InvoiceRound round;

  /** One transaction a registration, so that one that fails stops no other. */
  @Schedule(hour = "*", minute = "*", second = "5/15", persistent = false, info = "invoices")
  public void turn() {
    try {
      for (Long registration : round.due()) {
        settle(registration);
      }
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "Invoices could not be looked for; it is tried again", failed);
    }
  }

  private void settle(long registration) {
    try {
      round.settle(registration);
    } catch (RuntimeException failed) {
      LOG.log(
          Level.WARNING,
          "The invoice of registration " + registration + " failed; it is tried again",
          failed);
    }
  }
}
