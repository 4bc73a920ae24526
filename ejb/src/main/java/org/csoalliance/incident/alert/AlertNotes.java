package org.csoalliance.incident.alert;

import java.util.Comparator;
import java.util.List;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.sharing.Tlp;

/** Mails that are not about one incident: digests, tests, and those that only ask to sign in. */
final class AlertNotes {
  private static final int MOST_ENTRIES = 40;

  private final String baseUrl;

  AlertNotes(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * What may not be mailed, not even that it is about an incident of some kind or place: TLP:RED is
   * for the eyes of those who sign in.
   */
  OutgoingMail signInToRead(Recipient recipient, AlertLinks links) {
    return mail(
        recipient,
        AlertText.ALERT,
        "[CSO Alliance] Sign in to read an alert",
        "There is an alert for you that is not mailed. Sign in to read it:\n"
            + baseUrl
            + "/alerts\n\n"
            + links.text());
  }

  /**
   * An entry of a digest.
   *
   * @param label of what it tells
   * @param text its lines
   */
  record Entry(Tlp label, String text) {}

  /**
   * Several alerts in one mail, under the narrowest label of them.
   *
   * @param kept how many more there are that are not mailed
   */
  OutgoingMail digest(Recipient recipient, List<Entry> entries, int kept, AlertLinks links) {
    Tlp narrowest =
        entries.stream().map(Entry::label).min(Comparator.naturalOrder()).orElse(Tlp.CLEAR);
    StringBuilder body = new StringBuilder();
    body.append(narrowest.label()).append("\n\nALERTS IN YOUR WATERS\n\n");
    entries.stream().limit(MOST_ENTRIES).forEach(each -> body.append(each.text()).append('\n'));
    if (entries.size() > MOST_ENTRIES) {
      body.append(entries.size() - MOST_ENTRIES)
          .append(" more are on the platform: ")
          .append(baseUrl)
          .append("/alerts\n\n");
    }
    if (kept > 0) {
      body.append(kept == 1 ? "One more is not mailed." : kept + " more are not mailed.")
          .append(" Sign in to read: ")
          .append(baseUrl)
          .append("/alerts\n\n");
    }
    body.append("How you may pass this on\n").append(AlertText.sharing(narrowest));
    body.append("\n\nWhy you get this\nYou asked for one mail in place of many. To change it: ");
    body.append(baseUrl).append("/alerts\n\n").append(links.text());
    body.append(narrowest.label()).append('\n');
    int count = entries.size() + kept;
    return mail(
        recipient,
        AlertText.DIGEST,
        "[CSO Alliance] " + count + (count == 1 ? " alert" : " alerts") + " in your waters",
        body.toString());
  }

  /** A test of the chain of alerts. */
  OutgoingMail test(Recipient recipient, String note, AlertLinks links) {
    return mail(
        recipient,
        "ALERT_TEST",
        "[CSO Alliance] Test alert: nothing happened",
        "TEST. Nothing happened.\n\n"
            + "Once a year we test that an alert reaches whoever watches. It has reached you. Open"
            + " this link and tell us so; you need not sign in:\n"
            + links.acknowledge()
            + "\n\n"
            + (note.isEmpty() ? "" : AlertText.shortened(note, 300) + "\n\n")
            + "Who does not answer is called by an editor.\n\n"
            + "Stop all mails of this sort: "
            + links.stop()
            + "\n");
  }

  private static OutgoingMail mail(
      Recipient recipient, String category, String subject, String body) {
    return new OutgoingMail(
        recipient.email(),
        recipient.reader().accountId(),
        category,
        "",
        subject,
        body,
        MailList.ALERTS);
  }
}
