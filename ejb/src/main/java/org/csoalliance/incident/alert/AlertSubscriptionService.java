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
import org.csoalliance.platform.sharing.SmallCount;

/** A person's own watches: what is confirmed in their waters is mailed to them. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class AlertSubscriptionService {
  /** So many watches one person may have. */
  public static final int MOST_WATCHES = 50;

  private static final Duration LATELY = Duration.ofDays(30);
  private static final Duration YEAR = Duration.ofDays(365);

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
   * How many alerts a watch would have sent in the last 12 months: what happened then, stands
   * confirmed and may be read by the caller; what is told twice counts once. Changes nothing.
   */
  public SmallCount wouldHaveSent(WatchOrder order) {
    return repository.wouldHaveSent(caller.reader(), order, clock.instant().minus(YEAR));
  }

  /**
   * Starts a watch. The same order twice under one name is one watch.
   *
   * @return the number of the watch
   * @throws InvalidException when the caller has as many watches as one person may have
   */
  public long watch(WatchOrder order) {
    Reader reader = caller.reader();
    repository.lock(reader.accountId());
    Optional<Long> same = repository.same(reader.accountId(), order);
    if (same.isPresent()) {
      return same.get();
    }
    checkRoom(reader);
    long id = repository.add(reader.accountId(), order, clock.instant());
    audit.record(reader, "alert.started", "alert", String.valueOf(id), words(order));
    return id;
  }

  /**
   * Ends a watch of the caller. It is kept for a while, so that {@link #resume} takes this back.
   *
   * @return what was watched
   * @throws NotFoundException when the caller has no such watch
   */
  public WatchOrder stop(long id) {
    Reader reader = caller.reader();
    WatchOrder order =
        repository
            .stop(reader.accountId(), id, clock.instant())
            .orElseThrow(AlertSubscriptionService::none);
    audit.record(reader, "alert.stopped", "alert", String.valueOf(id), words(order));
    return order;
  }

  /**
   * Takes the end of a watch back.
   *
   * @throws NotFoundException when the caller has stopped no such watch
   * @throws InvalidException when the caller has as many watches as one person may have
   */
  public WatchOrder resume(long id) {
    Reader reader = caller.reader();
    repository.lock(reader.accountId());
    checkRoom(reader);
    WatchOrder order =
        repository.resume(reader.accountId(), id).orElseThrow(AlertSubscriptionService::none);
    audit.record(reader, "alert.started", "alert", String.valueOf(id), words(order));
    return order;
  }

  /** When the caller is mailed. */
  public AlertHours hours() {
    return repository.hours(caller.reader().accountId());
  }

  /** When the caller is mailed, and whether at all. */
  public AlertMailing mailing() {
    return repository.mailing(caller.reader().accountId());
  }

  /** Keeps when the caller is mailed. Alerts that wait already keep their time. */
  public void keep(AlertHours hours) {
    Reader reader = caller.reader();
    repository.keep(reader.accountId(), hours, clock.instant());
    audit.record(
        reader, "alert.hours", "account", String.valueOf(reader.accountId()), hours.words());
  }

  private void checkRoom(Reader reader) {
    if (repository.count(reader.accountId()) >= MOST_WATCHES) {
      throw new InvalidException(
          "name", "You have " + MOST_WATCHES + " watches. Stop one before you add another.");
    }
  }

  private static NotFoundException none() {
    return new NotFoundException("You have no such watch.");
  }

  private static String words(WatchOrder order) {
    return order.name()
        + ": "
        + WatersText.place(order.waters())
        + ", "
        + WatersText.wanted(order.wanted());
  }
}
