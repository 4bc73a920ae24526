package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import org.csoalliance.incident.firstresponse.FirstResponsePublished;

/**
 * Queues alerts about a first response report: for those who watch its place, and for those who
 * were told of an incident that it draws on.
 */
@Dependent
public class AlertReportPlanner {
  private static final Logger LOG = Logger.getLogger(AlertReportPlanner.class.getName());

  @Inject private AlertRepository repository;
  @Inject private AlertReportRepository reports;
  @Inject private AlertDeliveryRepository deliveries;
  @Inject private Clock clock;

  /** Made by the container. */
  public AlertReportPlanner() {}

  AlertReportPlanner(
      AlertRepository repository,
      AlertReportRepository reports,
      AlertDeliveryRepository deliveries,
      Clock clock) {
    this.repository = repository;
    this.reports = reports;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Each version is news. */
  void published(@Observes FirstResponsePublished event) {
    long id = event.id();
    AlertedReport report = reports.reports(List.of(id)).get(id);
    if (report == null || !report.published()) {
      return;
    }
    List<Candidate> people =
        new ArrayList<>(
            repository.matching(AlertReportRepository.TARGET, reports.placed(id), List.of(id)));
    Set<Long> known = new HashSet<>();
    people.forEach(each -> known.add(each.reader().accountId()));
    for (long incident : reports.sources(id)) {
      repository.mailed(incident).stream()
          .filter(each -> known.add(each.reader().accountId()))
          .forEach(people::add);
    }
    List<Candidate> readers = people.stream().filter(each -> report.readBy(each.reader())).toList();
    Instant now = clock.instant();
    deliveries.queue(
        AlertKind.REPORT,
        new AlertDeliveryRepository.About(null, id, null),
        readers,
        reports.dangerToLife(id),
        now);
    LOG.info(() -> report.reference() + " published: " + readers.size() + " alerts queued");
  }
}
