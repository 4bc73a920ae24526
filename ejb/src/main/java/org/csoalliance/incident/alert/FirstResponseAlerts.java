package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import org.csoalliance.incident.firstresponse.FirstResponsePublished;
import org.csoalliance.incident.firstresponse.FirstResponseWithdrawn;
import org.csoalliance.incident.firstresponse.Notice;
import org.csoalliance.incident.firstresponse.PublishedReports;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.settings.Settings;

/**
 * Mails a first response report to those who watch its waters and its kind, each what they may
 * read, in the transaction of the publication. When it is withdrawn, the same people are told.
 */
@Dependent
public class FirstResponseAlerts {
  private static final Logger LOG = Logger.getLogger(FirstResponseAlerts.class.getName());

  @Inject private AlertRepository repository;
  @Inject private PublishedReports reports;
  @Inject private Outbox outbox;
  @Inject private Settings settings;

  /** Made by the container. */
  public FirstResponseAlerts() {}

  FirstResponseAlerts(
      AlertRepository repository, PublishedReports reports, Outbox outbox, Settings settings) {
    this.repository = repository;
    this.reports = reports;
    this.outbox = outbox;
    this.settings = settings;
  }

  /** Without a position there is no match; what stands on a TLP:RED incident is never mailed. */
  void published(@Observes FirstResponsePublished event) {
    Notice notice = reports.notice(event.id()).orElse(null);
    if (notice == null || notice.red() || notice.whole().position() == null) {
      return;
    }
    FirstResponseText text = new FirstResponseText(notice, settings.baseUrl());
    List<OutgoingMail> mails =
        repository.watching(notice.whole().position(), notice.whole().kind()).stream()
            .flatMap(
                recipient ->
                    notice
                        .seenBy(recipient.reader())
                        .map(content -> text.report(recipient, content))
                        .stream())
            .toList();
    outbox.queue(mails);
    LOG.info(() -> notice.reference() + " published: " + mails.size() + " mails queued");
  }

  /** Takes the mails back. */
  void withdrawn(@Observes FirstResponseWithdrawn event) {
    Notice notice = reports.notice(event.id()).orElse(null);
    if (notice == null || notice.red()) {
      return;
    }
    FirstResponseText text = new FirstResponseText(notice, settings.baseUrl());
    List<OutgoingMail> mails =
        repository.mailed(FirstResponseText.CATEGORY, notice.reference()).stream()
            .filter(recipient -> notice.seenBy(recipient.reader()).isPresent())
            .map(text::withdrawal)
            .toList();
    outbox.queue(mails);
    LOG.info(() -> notice.reference() + " withdrawn: " + mails.size() + " mails queued");
  }
}
