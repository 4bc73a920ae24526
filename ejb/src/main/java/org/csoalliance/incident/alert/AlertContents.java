package org.csoalliance.incident.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.Notice;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;

/** What a batch of alerts tells of, as it stands at this moment, and their mails. */
final class AlertContents {
  private final Map<Long, AlertedIncident> incidents;
  private final Map<Long, Notice> reports;
  private final Map<Long, String> tests;
  private final Map<Long, WatchOrder> watches;
  private final Map<Long, AlertText> texts = new HashMap<>();
  private final String baseUrl;
  private final AlertNotes notes;

  AlertContents(
      String baseUrl,
      Map<Long, AlertedIncident> incidents,
      Map<Long, Notice> reports,
      Map<Long, String> tests,
      Map<Long, WatchOrder> watches) {
    this.baseUrl = baseUrl;
    this.incidents = incidents;
    this.reports = reports;
    this.tests = tests;
    this.watches = watches;
    this.notes = new AlertNotes(baseUrl);
  }

  /** Whether the alert still holds, and the person may read what it tells of. */
  boolean mayBeTold(AlertDeliveryRepository.Due due, Reader reader) {
    return switch (due.what()) {
      case TEST -> tests.containsKey(due.about().test());
      case REPORT -> {
        Notice notice = reports.get(due.about().report());
        yield notice != null
            && !notice.red()
            && notice.withdrawnReason().isEmpty()
            && notice.seenBy(reader).isPresent();
      }
      default -> {
        AlertedIncident incident = incidents.get(due.about().incident());
        boolean confirmed = incident != null && incident.status() == IncidentStatus.CONFIRMED;
        yield incident != null
            && confirmed == (due.what() != AlertKind.CORRECTED)
            && SharingPolicy.mayRead(reader, incident.shared());
      }
    };
  }

  /** The mail of one alert. */
  OutgoingMail mail(AlertDeliveryRepository.Due due, Recipient recipient, AlertLinks links) {
    if (due.what() == AlertKind.TEST) {
      return notes.test(recipient, tests.get(due.about().test()), links);
    }
    if (due.what() == AlertKind.REPORT) {
      Notice notice = reports.get(due.about().report());
      return new FirstResponseText(notice, baseUrl)
          .report(recipient, notice.seenBy(recipient.reader()).orElseThrow(), links);
    }
    AlertedIncident incident = incidents.get(due.about().incident());
    if (incident.tlp() == Tlp.RED) {
      return notes.signInToRead(recipient, links);
    }
    AlertText text = text(incident);
    if (due.what() == AlertKind.CORRECTED) {
      return text.correction(recipient, links);
    }
    List<WatchOrder> matched =
        due.watches().stream().map(watches::get).filter(Objects::nonNull).toList();
    return text.alert(due.what(), recipient, matched, links);
  }

  /** Several alerts of one person in one mail. */
  OutgoingMail digest(
      List<AlertDeliveryRepository.Due> alerts, Recipient recipient, AlertLinks links) {
    List<AlertNotes.Entry> entries =
        alerts.stream()
            .filter(each -> each.about().incident() != null)
            .filter(each -> incidents.get(each.about().incident()).tlp() != Tlp.RED)
            .map(
                each -> {
                  AlertedIncident incident = incidents.get(each.about().incident());
                  return new AlertNotes.Entry(incident.tlp(), text(incident).entry(each.what()));
                })
            .toList();
    int reported = 0;
    List<AlertNotes.Entry> all = new ArrayList<>(entries);
    for (AlertDeliveryRepository.Due each : alerts) {
      if (each.about().report() != null) {
        Notice notice = reports.get(each.about().report());
        Content content = notice.seenBy(recipient.reader()).orElseThrow();
        all.add(
            new AlertNotes.Entry(
                content.narrowest(), new FirstResponseText(notice, baseUrl).entry(content)));
        reported++;
      }
    }
    int kept = alerts.size() - entries.size() - reported;
    return all.isEmpty()
        ? notes.signInToRead(recipient, links)
        : notes.digest(recipient, all, kept, links);
  }

  private AlertText text(AlertedIncident incident) {
    return texts.computeIfAbsent(incident.id(), id -> new AlertText(incident, baseUrl));
  }
}
