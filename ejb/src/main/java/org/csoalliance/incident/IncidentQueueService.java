package org.csoalliance.incident;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The editors' queue: one statement, whatever its length. Imports are judged by their source. */
@Stateless
@RolesAllowed(EDITOR)
public class IncidentQueueService {
  /** How soon a report is to be judged. */
  public static final Duration GOAL = Duration.ofHours(3);

  @Inject private IncidentQueueRepository incidents;
  @Inject private Clock clock;

  /** Made by the container. */
  public IncidentQueueService() {}

  /** For tests. */
  public IncidentQueueService(IncidentQueueRepository incidents, Clock clock) {
    this.incidents = incidents;
    this.clock = clock;
  }

  /**
   * The counts of all views and the reports of one. To check and disputed: the gravest first
   * (category, then people hurt, then weapons or control of the ship), of equals the one that waits
   * longest. Done today: the latest first.
   */
  public EditorQueue queue(EditorQueue.View view) {
    Instant now = clock.instant();
    return incidents.queue(view, now.truncatedTo(ChronoUnit.DAYS), now.minus(GOAL));
  }
}
