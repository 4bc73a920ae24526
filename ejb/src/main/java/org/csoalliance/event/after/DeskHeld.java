package org.csoalliance.event.after;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;

/** What an organiser wrote at the desk of events, and what becomes of it when the person goes. */
@Dependent
public class DeskHeld {
  private AfterRepository after;

  /** For CDI. */
  protected DeskHeld() {}

  /** Reads and erases through the given repository. */
  @Inject
  public DeskHeld(AfterRepository after) {
    this.after = after;
  }

  /** Adds mails to many and outcomes that the person wrote. */
  public void asked(@Observes DataAsked asked) {
    asked.add("event-mails-written", after.mailsWritten(asked.accountId()));
    asked.add("event-outcomes-written", after.outcomesWritten(asked.accountId()));
  }

  /** The texts stay for those who got them; the name goes. */
  public void erased(@Observes AccountErased erased) {
    after.erase(erased.accountId(), AccountErased.NAME);
  }
}
