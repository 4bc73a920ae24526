package org.csoalliance.incident.statistics;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** The daily mail of figures, for the person alone. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class StatisticsSubscriptionService {
  private static final int LONGEST = 1_000;

  @Inject private StatisticsSubscriptionRepository repository;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public StatisticsSubscriptionService() {}

  StatisticsSubscriptionService(
      StatisticsSubscriptionRepository repository,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.repository = repository;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The caller's daily mail; empty when there is none. */
  public Optional<StatisticsSubscription> mine() {
    return repository
        .of(caller.reader().accountId())
        .map(
            kept ->
                new StatisticsSubscription(
                    StatisticsMailText.filter(kept.query()), kept.query(), kept.startedAt()));
  }

  /**
   * Mails the figures of each day from now on; a second call changes what is counted.
   *
   * @param filter the period in it is left out
   * @throws InvalidException field {@code kind}, when the selection is longer than can be kept
   */
  public void start(IncidentFilter filter) {
    Reader reader = caller.reader();
    String query = filter.during(null, null).sorted(IncidentFilter.Sort.NEWEST).toQuery();
    if (query.length() > LONGEST) {
      throw new InvalidException("kind", "Choose fewer filters for the daily mail.");
    }
    Instant now = clock.instant();
    LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    repository.start(reader.accountId(), query, now, yesterday);
    audit.record(
        reader, "statistics.started", "account", String.valueOf(reader.accountId()), "daily mail");
  }

  /** Ends the mail; ending it twice is no fault. */
  public void stop() {
    Reader reader = caller.reader();
    if (repository.stop(reader.accountId())) {
      audit.record(
          reader,
          "statistics.stopped",
          "account",
          String.valueOf(reader.accountId()),
          "daily mail");
    }
  }
}
