package org.csoalliance.incident.alert;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.csoalliance.incident.firstresponse.Notice;
import org.csoalliance.incident.firstresponse.PublishedReports;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.settings.Settings;

/**
 * Writes the mails of the alerts that are due. The sharing policy is asked again at this moment: a
 * label that was narrowed since, a role that was lost, an incident that was withdrawn leave nothing
 * to be mailed. Called by the timer; whoever else calls it makes nothing happen earlier than it is
 * due.
 */
@Stateless
@PermitAll
public class AlertMailService {
  /** The use that a link to acknowledge is signed for. */
  static final String ACKNOWLEDGE = "acknowledge";

  @Inject private AlertDeliveryRepository deliveries;
  @Inject private AlertRepository repository;
  @Inject private AlertReportRepository tests;
  @Inject private PublishedReports reports;
  @Inject private MailListRepository lists;
  @Inject private Outbox outbox;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public AlertMailService() {}

  AlertMailService(
      AlertDeliveryRepository deliveries,
      AlertRepository repository,
      AlertReportRepository tests,
      PublishedReports reports,
      MailListRepository lists,
      Outbox outbox,
      Settings settings,
      Clock clock) {
    this.deliveries = deliveries;
    this.repository = repository;
    this.tests = tests;
    this.reports = reports;
    this.lists = lists;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  private record Mail(List<Long> ids, UUID batch, OutgoingMail mail) {}

  /**
   * Writes some hundred mails in one transaction.
   *
   * @return how many alerts were worked on; 0 when nothing is due or another node works
   */
  public int write() {
    Instant now = clock.instant();
    List<AlertDeliveryRepository.Due> due = deliveries.due(now);
    if (due.isEmpty()) {
      return 0;
    }
    Map<Long, Recipient> people =
        repository.recipients(due.stream().map(AlertDeliveryRepository.Due::account).toList());
    AlertContents contents = contents(due);
    SignedLink signed = lists.links();
    List<Long> dropped = new ArrayList<>();
    List<Mail> mails = new ArrayList<>();
    Map<Long, List<AlertDeliveryRepository.Due>> digests = new LinkedHashMap<>();
    for (AlertDeliveryRepository.Due each : due) {
      Recipient recipient = people.get(each.account());
      if (recipient == null || !contents.mayBeTold(each, recipient.reader())) {
        dropped.add(each.id());
      } else if (each.digest()) {
        digests.computeIfAbsent(each.account(), account -> new ArrayList<>()).add(each);
      } else {
        UUID batch = UUID.randomUUID();
        MailList list = each.what() == AlertKind.REPORT ? MailList.FIRST_RESPONSE : MailList.ALERTS;
        OutgoingMail mail =
            contents.mail(each, recipient, links(signed, batch, each.account(), list));
        mails.add(new Mail(List.of(each.id()), batch, mail));
      }
    }
    digests.forEach(
        (account, alerts) -> {
          UUID batch = UUID.randomUUID();
          AlertLinks links = links(signed, batch, account, MailList.ALERTS);
          mails.add(
              new Mail(
                  alerts.stream().map(AlertDeliveryRepository.Due::id).toList(),
                  batch,
                  contents.digest(alerts, people.get(account), links)));
        });
    deliveries.drop(dropped);
    send(mails, now);
    return due.size();
  }

  private void send(List<Mail> mails, Instant now) {
    List<String> ids = outbox.queue(mails.stream().map(Mail::mail).toList());
    List<Long> stopped = new ArrayList<>();
    for (int i = 0; i < mails.size(); i++) {
      if (ids.get(i) == null) {
        stopped.addAll(mails.get(i).ids());
      } else {
        deliveries.mailed(mails.get(i).ids(), mails.get(i).batch(), ids.get(i), now);
      }
    }
    if (!stopped.isEmpty()) {
      deliveries.stopped(stopped);
    }
  }

  private AlertContents contents(List<AlertDeliveryRepository.Due> due) {
    Map<Long, Notice> published = new HashMap<>();
    due.stream()
        .map(each -> each.about().report())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(id -> reports.notice(id).ifPresent(notice -> published.put(id, notice)));
    return new AlertContents(
        settings.baseUrl(),
        repository.incidents(
            due.stream().map(each -> each.about().incident()).filter(Objects::nonNull).toList()),
        published,
        tests.notes(
            due.stream().map(each -> each.about().test()).filter(Objects::nonNull).toList()),
        repository.watches(due.stream().flatMap(each -> each.watches().stream()).toList()));
  }

  private AlertLinks links(SignedLink signed, UUID batch, long account, MailList list) {
    return new AlertLinks(
        settings.baseUrl() + "/acknowledge?t=" + signed.of(ACKNOWLEDGE, batch.toString()),
        outbox.unsubscribe(signed, account, list));
  }
}
