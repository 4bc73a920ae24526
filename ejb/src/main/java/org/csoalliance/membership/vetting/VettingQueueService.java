package org.csoalliance.membership.vetting;

import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.csoalliance.platform.security.CallerContext;

/** What waits for the vetting officers. Applications of an officer's own company are not in it. */
@Stateless
@RolesAllowed(VETTING_OFFICER)
public class VettingQueueService {
  @Inject private VettingQueueRepository repository;
  @Inject private SharedDomains shared;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public VettingQueueService() {}

  /** For tests. */
  public VettingQueueService(
      VettingQueueRepository repository, SharedDomains shared, CallerContext caller, Clock clock) {
    this.repository = repository;
    this.shared = shared;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The counts of all views and a page of one: two statements.
   *
   * @param page from 0; less counts as 0
   */
  public VettingQueue queue(VettingQueue.View view, int page) {
    VettingQueue.Counts counts = counts();
    Instant now = clock.instant();
    return new VettingQueue(
        counts,
        counts.of(view),
        repository.rows(
            caller.reader().accountId(),
            shared.all(),
            now,
            view,
            Math.min(Math.max(page, 0), 9999)));
  }

  /** How many applications stand where; one statement. */
  public VettingQueue.Counts counts() {
    return repository.counts(caller.reader().accountId(), shared.all(), clock.instant());
  }
}
