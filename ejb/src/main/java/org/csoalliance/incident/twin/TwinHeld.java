package org.csoalliance.incident.twin;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;

/** What merging and splitting hold on an editor. */
@Dependent
public class TwinHeld {
  private TwinRepository twins;

  /** For CDI. */
  protected TwinHeld() {}

  /** Reads and erases through the given repository. */
  @Inject
  public TwinHeld(TwinRepository twins) {
    this.twins = twins;
  }

  /** Adds what the person decided of incidents that may be one event. */
  public void asked(@Observes DataAsked asked) {
    asked.add("incident-twins-decided", twins.held(asked.accountId()));
  }

  /** Decisions stay without the person. */
  public void erased(@Observes AccountErased erased) {
    twins.erase(erased.accountId());
  }
}
