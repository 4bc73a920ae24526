package org.csoalliance.incident.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.incident.FilterPlaces;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;

/**
 * Mails the figures of yesterday to whoever asked, each once, whichever node turns and however
 * often: that a person was served commits with the mail. Each mail holds what its reader may read.
 * Called by the timer alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StatisticsMailRound {
  private static final int AT_A_TIME = 25;

  @Inject private StatisticsSubscriptionRepository subscriptions;
  @Inject private StatisticsRepository figures;
  @Inject private FilterPlaces places;
  @Inject private Outbox outbox;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public StatisticsMailRound() {}

  StatisticsMailRound(
      StatisticsSubscriptionRepository subscriptions,
      StatisticsRepository figures,
      FilterPlaces places,
      Outbox outbox,
      Settings settings,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.figures = figures;
    this.places = places;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Serves some of those who are due.
   *
   * @return how many were taken; zero when nobody is left
   */
  public int some() {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    List<StatisticsSubscriptionRepository.Due> due = subscriptions.take(yesterday, AT_A_TIME);
    StatisticsMailText text = new StatisticsMailText(yesterday, settings.baseUrl());
    List<OutgoingMail> mails = new ArrayList<>();
    for (StatisticsSubscriptionRepository.Due one : due) {
      if (mayBeMailed(one.reader())) {
        IncidentFilter filter = StatisticsMailText.mailable(StatisticsMailText.filter(one.query()));
        mails.add(
            text.mail(
                one.reader().accountId(),
                one.email(),
                one.query(),
                counted(text.ofDay(filter), one.reader()),
                counted(text.ofThirtyDays(filter), one.reader())));
      }
    }
    outbox.queue(mails);
    return due.size();
  }

  /** As that person sees them, whoever turns the round. */
  private Statistics counted(IncidentFilter filter, Reader reader) {
    IncidentFilter resolved = places.resolve(filter);
    return GuardedStatistics.of(resolved, figures.countsWithMonths(resolved, reader), reader);
  }

  private static boolean mayBeMailed(Reader reader) {
    return reader.is(Role.MEMBER) || reader.is(Role.PARTNER) || reader.is(Role.EDITOR);
  }
}
