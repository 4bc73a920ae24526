package org.csoalliance.incident.alert;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** A person's own watches: what is confirmed in their waters is mailed to them. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class AlertSubscriptionService {
  /** So many watches one person may have. */
  public static final int MOST_WATCHES = 50;

  private static final Duration LATELY = Duration.ofDays(30);

  @Inject private AlertSubscriptionRepository repository;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public AlertSubscriptionService() {}

  AlertSubscriptionService(
      AlertSubscriptionRepository repository, AuditLog audit, CallerContext caller, Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The caller's watches, oldest first. */
  public List<Watch> mine() {
    return repository.of(caller.reader(), clock.instant().minus(LATELY));
  }

  /**
   * Starts a watch. The same waters watched twice under one name are one watch.
   *
   * @return the number of the watch
   * @throws InvalidException when the caller has as many watches as one person may have
   */
  public long watch(Waters waters) {
    Reader reader = caller.reader();
    repository.lock(reader.accountId());
    Optional<Long> same = repository.same(reader.accountId(), waters);
    if (same.isPresent()) {
      return same.get();
    }
    if (repository.count(reader.accountId()) >= MOST_WATCHES) {
      throw new InvalidException(
          "name", "You have " + MOST_WATCHES + " watches. Stop one before you add another.");
    }
    long id = repository.add(reader.accountId(), waters, clock.instant());
    audit.record(reader, "alert.started", "alert", String.valueOf(id), words(waters));
    return id;
  }

  /**
   * Ends a watch of the caller.
   *
   * @return what was watched, so that the caller can take it back
   * @throws NotFoundException when the caller has no such watch
   */
  public Waters stop(long id) {
    Reader reader = caller.reader();
    Waters waters =
        repository
            .remove(reader.accountId(), id)
            .orElseThrow(() -> new NotFoundException("You have no such watch."));
    audit.record(reader, "alert.stopped", "alert", String.valueOf(id), words(waters));
    return waters;
  }

  private static String words(Waters waters) {
    return waters.name()
        + ": "
        + WatersText.place(waters)
        + ", "
        + WatersText.kinds(waters.kinds());
  }
}
