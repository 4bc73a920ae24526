package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import org.csoalliance.incident.IncidentConfirmed;
import org.csoalliance.incident.IncidentJudged;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;

/**
 * Mails a confirmed incident to those who watch its waters and may read it, in the transaction of
 * the confirmation: what is rolled back is not mailed, what is confirmed is not forgotten. When the
 * status is lowered later, the same people are told.
 */
@Dependent
public class AlertPlanner {
  private static final Logger LOG = Logger.getLogger(AlertPlanner.class.getName());

  @Inject private AlertRepository repository;
  @Inject private Outbox outbox;
  @Inject private Settings settings;

  /** Made by the container. */
  public AlertPlanner() {}

  AlertPlanner(AlertRepository repository, Outbox outbox, Settings settings) {
    this.repository = repository;
    this.outbox = outbox;
    this.settings = settings;
  }

  /** Queues the alerts. TLP:RED is never mailed, and without a position there is no match. */
  void confirmed(@Observes IncidentConfirmed event) {
    AlertedIncident incident = repository.incident(event.incidentId()).orElse(null);
    if (incident == null || incident.tlp() == Tlp.RED || incident.position() == null) {
      return;
    }
    AlertText text = new AlertText(incident, settings.baseUrl());
    List<OutgoingMail> mails =
        repository.watching(incident.position(), incident.kind()).stream()
            .filter(recipient -> SharingPolicy.mayRead(recipient.reader(), incident.shared()))
            .map(text::alert)
            .toList();
    outbox.queue(mails);
    LOG.info(() -> incident.reference() + " confirmed: " + mails.size() + " alerts queued");
  }

  /** Takes alerts back; who may no longer read the incident gets nothing about it. */
  void judged(@Observes IncidentJudged event) {
    if (event.from() != IncidentStatus.CONFIRMED && event.to() != IncidentStatus.WITHDRAWN) {
      return;
    }
    AlertedIncident incident = repository.incident(event.incidentId()).orElse(null);
    if (incident == null || incident.tlp() == Tlp.RED) {
      return;
    }
    AlertText text = new AlertText(incident, settings.baseUrl());
    List<OutgoingMail> mails =
        repository.mailed(AlertText.ALERT, incident.reference()).stream()
            .filter(recipient -> SharingPolicy.mayRead(recipient.reader(), incident.shared()))
            .map(text::correction)
            .toList();
    outbox.queue(mails);
    LOG.info(() -> incident.reference() + " lowered: " + mails.size() + " corrections queued");
  }
}
