package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.csoalliance.incident.firstresponse.FirstResponsePublished;
import org.csoalliance.incident.firstresponse.FirstResponseWithdrawn;
import org.csoalliance.incident.firstresponse.Notice;
import org.csoalliance.incident.firstresponse.PublishedReports;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.settings.Settings;

/**
 * Queues alerts about a first response report for those who watch its waters and want what it
 * tells, and for those who were told of an incident that it draws on, in the transaction of the
 * publication. When it is withdrawn, whoever was mailed is told.
 */
@Dependent
public class FirstResponseAlerts {
  private static final Logger LOG = Logger.getLogger(FirstResponseAlerts.class.getName());

  @Inject private AlertRepository repository;
  @Inject private AlertReportRepository targets;
  @Inject private AlertDeliveryRepository deliveries;
  @Inject private PublishedReports reports;
  @Inject private Outbox outbox;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public FirstResponseAlerts() {}

  FirstResponseAlerts(
      AlertRepository repository,
      AlertReportRepository targets,
      AlertDeliveryRepository deliveries,
      PublishedReports reports,
      Outbox outbox,
      Settings settings,
      Clock clock) {
    this.repository = repository;
    this.targets = targets;
    this.deliveries = deliveries;
    this.reports = reports;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** Each version is news. What stands on a TLP:RED incident is never mailed. */
  void published(@Observes FirstResponsePublished event) {
    long id = event.id();
    Notice notice = reports.notice(id).orElse(null);
    if (notice == null || notice.red()) {
      return;
    }
    boolean placed = notice.whole().position() != null;
    List<Candidate> people =
        new ArrayList<>(repository.matching(AlertReportRepository.TARGET, placed, List.of(id)));
    Set<Long> known = new HashSet<>();
    people.forEach(each -> known.add(each.reader().accountId()));
    for (long incident : targets.sources(id)) {
      repository.mailed(incident).stream()
          .filter(each -> known.add(each.reader().accountId()))
          .forEach(people::add);
    }
    List<Candidate> readers =
        people.stream().filter(each -> notice.seenBy(each.reader()).isPresent()).toList();
    deliveries.queue(
        AlertKind.REPORT,
        new AlertDeliveryRepository.About(null, id, null),
        readers,
        targets.dangerToLife(id),
        clock.instant());
    LOG.info(() -> notice.reference() + " published: " + readers.size() + " alerts queued");
  }

  /** Takes the mails back. */
  void withdrawn(@Observes FirstResponseWithdrawn event) {
    Notice notice = reports.notice(event.id()).orElse(null);
    if (notice == null || notice.red()) {
      return;
    }
    FirstResponseText text = new FirstResponseText(notice, settings.baseUrl());
    List<OutgoingMail> mails =
        repository.recipients(deliveries.mailedReport(event.id())).values().stream()
            .filter(recipient -> notice.seenBy(recipient.reader()).isPresent())
            .map(text::withdrawal)
            .toList();
    outbox.queue(mails);
    LOG.info(() -> notice.reference() + " withdrawn: " + mails.size() + " mails queued");
  }
}
