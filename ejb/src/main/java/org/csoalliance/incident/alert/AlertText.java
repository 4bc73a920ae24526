package org.csoalliance.incident.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.mail.MailBody;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.PlainText;

/**
 * The words of an alert: plain text that says everything without a link, since a ship may not
 * follow one. The label stands in the first and the last line, as TLP 2.0 asks of a mail.
 */
final class AlertText {
  /** Mails that tell of a confirmed incident. */
  static final String ALERT = "ALERT";

  /** Mails that take an alert back. */
  static final String CORRECTION = "ALERT_CORRECTION";

  /** Left for what differs from mail to mail: the watches and the ship. */
  private static final int PERSONAL_BYTES = 5000;

  private static final int MOST_NAMED = 3;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  private final AlertedIncident incident;
  private final String baseUrl;
  private final String words;

  AlertText(AlertedIncident incident, String baseUrl) {
    this.incident = incident;
    this.baseUrl = baseUrl;
    this.words = words();
  }

  /** The mail that tells the recipient of the confirmed incident. */
  OutgoingMail alert(Recipient recipient) {
    StringBuilder body = new StringBuilder(2000 + words.length());
    body.append(head());
    if (SharingPolicy.mayKnowShip(recipient.reader(), incident.shared(), incident.shipShown())) {
      body.append(ship());
    }
    for (Waters waters : recipient.watches().stream().limit(MOST_NAMED).toList()) {
      body.append(fact("Watch", distance(waters)));
    }
    body.append(words).append(tail(recipient));
    return mail(recipient, ALERT, subject("Confirmed"), body.toString());
  }

  /** The mail that takes an alert back. */
  OutgoingMail correction(Recipient recipient) {
    String status = status();
    String body =
        incident.tlp().label()
            + "\n\nCORRECTION: "
            + status.toUpperCase(Locale.ENGLISH)
            + "\n"
            + "An alert was mailed to you about this incident. Do not rely on it any longer.\n\n"
            + fact("What", incident.kind().words() + ": " + line(incident.title()))
            + fact("When", when())
            + fact("Where", where())
            + fact("Status", status)
            + fact("Reason", shortened(incident.reason(), 1000))
            + "\nHow you may pass this on\n"
            + sharing(incident.tlp())
            + "\n\n"
            + incident.reference()
            + "\n"
            + link()
            + "\n"
            + incident.tlp().label()
            + "\n";
    return mail(recipient, CORRECTION, subject(status), body);
  }

  private OutgoingMail mail(Recipient recipient, String category, String subject, String body) {
    return new OutgoingMail(
        recipient.email(),
        recipient.reader().accountId(),
        category,
        incident.reference(),
        subject,
        body);
  }

  private String subject(String status) {
    String place = line(incident.area());
    if (place.isEmpty()) {
      place = incident.position() == null ? "place unknown" : incident.position().format();
    }
    return "[CSO Alliance] "
        + status
        + ": "
        + incident.kind().words()
        + ", "
        + PlainText.line(place, 100)
        + ", "
        + utc();
  }

  private String head() {
    return incident.tlp().label()
        + "\n\nCONFIRMED: "
        + incident.kind().words().toUpperCase(Locale.ENGLISH)
        + "\n"
        + line(incident.title())
        + "\n\n"
        + fact("When", when())
        + fact("Where", where())
        + fact("Status", status() + severity())
        + fact("Reason", shortened(incident.reason(), 1000))
        + fact("People", people())
        + fact("Source", source());
  }

  private String tail(Recipient recipient) {
    List<String> names = recipient.watches().stream().map(Waters::name).toList();
    StringBuilder tail = new StringBuilder();
    tail.append("\nHow you may pass this on\n").append(sharing(incident.tlp()));
    tail.append("\n\nWhy you get this\nIt lies in your ");
    tail.append(names.size() == 1 ? "watch " : "watches ");
    tail.append(
        String.join(", ", names.stream().limit(MOST_NAMED).map(AlertText::quoted).toList()));
    if (names.size() > MOST_NAMED) {
      tail.append(" and ").append(names.size() - MOST_NAMED).append(" more");
    }
    tail.append(". To stop it, open the page \"Alerts\" of the platform and choose \"Stop\": ");
    tail.append(baseUrl).append("/alerts\n\n");
    tail.append(incident.reference()).append('\n').append(link()).append('\n');
    return tail.append(incident.tlp().label()).append('\n').toString();
  }

  /** What was reported, cut so that the mail stays small whoever gets it. */
  private String words() {
    String quoted = "> " + incident.text().strip().replaceAll("\\R", "\n> ");
    String title = "\nWhat was reported\n";
    String end = "\n[Cut here, so that the mail stays small. The rest is on the platform.]";
    String rest = head() + sharing(incident.tlp()) + link() + baseUrl;
    int room = MailBody.MOST_BYTES - PERSONAL_BYTES - MailBody.wireSize(rest);
    String clipped = MailBody.clip(quoted, room, end);
    while (room > 500
        && MailBody.wireSize(rest + title + clipped) > MailBody.MOST_BYTES - PERSONAL_BYTES) {
      room -= 500;
      clipped = MailBody.clip(quoted, room, end);
    }
    return title + clipped + "\n";
  }

  private String utc() {
    OffsetDateTime utc = incident.occurredAt().atOffset(ZoneOffset.UTC);
    return incident.precision() == OccurredPrecision.DAY
        ? DAY.format(utc)
        : MINUTE.format(utc) + " UTC";
  }

  private String when() {
    Instant at = incident.occurredAt();
    if (incident.precision() == OccurredPrecision.DAY) {
      return utc() + " (the time of day is not known)";
    }
    String about = incident.precision() == OccurredPrecision.HOUR ? "about " : "";
    if (incident.utcOffsetMinutes() == null) {
      return about + utc();
    }
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(incident.utcOffsetMinutes() * 60);
    return about + utc() + " (" + MINUTE.format(at.atOffset(offset)) + " local)";
  }

  private String where() {
    String area = line(incident.area());
    if (incident.position() == null) {
      return area;
    }
    String near =
        incident.blurNm() > 0
            ? " (within " + WatersText.miles(incident.blurNm()) + " NM of it)"
            : "";
    return incident.position().format() + near + (area.isEmpty() ? "" : ", " + area);
  }

  private String distance(Waters waters) {
    if (waters.circle() == null) {
      return quoted(waters.name()) + ": inside of your box";
    }
    Position centre = waters.circle().centre();
    double miles = centre.distanceNm(incident.position());
    return quoted(waters.name())
        + ": "
        + WatersText.miles(miles)
        + " NM, bearing "
        + String.format(Locale.ROOT, "%03d°", Math.round(centre.bearing(incident.position())) % 360)
        + " from its middle "
        + centre.format();
  }

  private String ship() {
    String imo = incident.shipImo() == null ? "" : "IMO " + incident.shipImo();
    String name = line(incident.shipName());
    return fact("Ship", name.isEmpty() || imo.isEmpty() ? name + imo : name + ", " + imo);
  }

  private String people() {
    return switch (incident.personsHarmed()) {
      case "YES" ->
          "hurt, missing or taken"
              + (incident.harmNote().isBlank() ? "" : ": ")
              + shortened(incident.harmNote(), 300);
      case "NO" -> "nobody hurt, missing or taken";
      default -> "not known whether anybody is hurt";
    };
  }

  private String source() {
    if (incident.source() == IncidentSource.MEMBER) {
      return incident.source().label();
    }
    return incident.source().label() + " " + line(incident.sourceReference());
  }

  private String status() {
    return switch (incident.status()) {
      case CONFIRMED -> "Confirmed";
      case DISPUTED -> "Disputed";
      case WITHDRAWN -> "Withdrawn";
      case REPORTED -> "Not confirmed";
    };
  }

  private String severity() {
    return incident.severity() == null ? ", not rated" : ", CAT " + incident.severity();
  }

  private String link() {
    return baseUrl + "/incidents/" + incident.reference();
  }

  /** The sharing rules of TLP 2.0 in short (first.org/tlp). */
  private static String sharing(Tlp tlp) {
    return switch (tlp) {
      case RED -> "TLP:RED: to nobody.";
      case AMBER_STRICT ->
          "TLP:AMBER+STRICT: inside of your own company, to those who need to know.";
      case AMBER -> "TLP:AMBER: to those who need to know in your company and among its clients.";
      case GREEN -> "TLP:GREEN: to peers and partners of the community, not by open channels.";
      case CLEAR -> "TLP:CLEAR: to anybody.";
    };
  }

  private static String fact(String label, String value) {
    return value.isEmpty() ? "" : String.format(Locale.ROOT, "%-8s%s\n", label, value);
  }

  private static String quoted(String name) {
    return "\"" + shortened(name, 60) + "\"";
  }

  private static String shortened(String text, int most) {
    String line = line(text);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : PlainText.column(line, most - 2).strip() + " …";
  }

  private static String line(String text) {
    return PlainText.line(text, Integer.MAX_VALUE);
  }
}
