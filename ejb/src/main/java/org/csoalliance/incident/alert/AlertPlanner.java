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
import org.csoalliance.incident.IncidentConfirmed;
import org.csoalliance.incident.IncidentJudged;
import org.csoalliance.incident.IncidentLabelled;
import org.csoalliance.incident.IncidentRated;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentVersionAdded;
import org.csoalliance.platform.sharing.SharingPolicy;

/**
 * Queues alerts about an incident for those who watch its waters and may read it, in the
 * transaction of the change: what is rolled back alerts nobody, what is confirmed is not forgotten.
 * {@link AlertMailService} writes the mails when they are due.
 */
@Dependent
public class AlertPlanner {
  private static final Logger LOG = Logger.getLogger(AlertPlanner.class.getName());

  @Inject private AlertRepository repository;
  @Inject private AlertDeliveryRepository deliveries;
  @Inject private Clock clock;

  /** Made by the container. */
  public AlertPlanner() {}

  AlertPlanner(AlertRepository repository, AlertDeliveryRepository deliveries, Clock clock) {
    this.repository = repository;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Whoever watches the waters hears of it. */
  void confirmed(@Observes IncidentConfirmed event) {
    AlertedIncident incident = incident(event.incidentId());
    if (incident != null) {
      queue(AlertKind.CONFIRMED, incident, repository.watching(incident));
    }
  }

  /**
   * A confirmed incident that turns out graver is news for those who heard of it, and for those who
   * watch for that category.
   */
  void rated(@Observes IncidentRated event) {
    AlertedIncident incident = incident(event.incidentId());
    if (incident == null || incident.status() != IncidentStatus.CONFIRMED || !event.graver()) {
      return;
    }
    queue(AlertKind.RAISED, incident, withEarlier(incident));
  }

  /** Something new is told of a confirmed incident: news for those who watch or heard of it. */
  void told(@Observes IncidentVersionAdded event) {
    AlertedIncident incident = incident(event.incidentId());
    if (incident != null && incident.status() == IncidentStatus.CONFIRMED && !incident.account()) {
      queue(AlertKind.UPDATED, incident, withEarlier(incident));
    }
  }

  /** Takes alerts back; who may no longer read the incident gets nothing about it. */
  void judged(@Observes IncidentJudged event) {
    if (event.from() != IncidentStatus.CONFIRMED && event.to() != IncidentStatus.WITHDRAWN) {
      return;
    }
    AlertedIncident incident = incident(event.incidentId());
    if (incident != null) {
      queue(AlertKind.CORRECTED, incident, repository.mailed(incident.id()));
    }
  }

  /** What waits to be sent is written anew under a narrower label. */
  void labelled(@Observes IncidentLabelled event) {
    if (event.to().compareTo(event.from()) < 0) {
      deliveries.takeBack(event.incidentId(), clock.instant());
    }
  }

  private List<Candidate> withEarlier(AlertedIncident incident) {
    List<Candidate> people = new ArrayList<>(repository.watching(incident));
    Set<Long> known = new HashSet<>();
    people.forEach(each -> known.add(each.reader().accountId()));
    repository.mailed(incident.id()).stream()
        .filter(each -> known.add(each.reader().accountId()))
        .forEach(people::add);
    return people;
  }

  private AlertedIncident incident(long id) {
    return repository.incidents(List.of(id)).get(id);
  }

  private void queue(AlertKind what, AlertedIncident incident, List<Candidate> people) {
    List<Candidate> readers =
        people.stream()
            .filter(each -> SharingPolicy.mayRead(each.reader(), incident.shared()))
            .toList();
    deliveries.queue(
        what,
        new AlertDeliveryRepository.About(incident.id(), null, null),
        readers,
        incident.dangerToLife(),
        clock.instant());
    LOG.info(() -> incident.reference() + ", " + what + ": " + readers.size() + " alerts queued");
  }
}
