package org.csoalliance.incident.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.csoalliance.incident.IncidentSource;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.mail.MailBody;
import org.csoalliance.platform.mail.MailList;
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

  /** Several alerts in one mail. */
  static final String DIGEST = "ALERT_DIGEST";

  private final AlertedIncident incident;
  private final String baseUrl;
  private final String words;

  AlertText(AlertedIncident incident, String baseUrl) {
    this.incident = incident;
    this.baseUrl = baseUrl;
    this.words = words();
  }

  /**
   * The mail that tells the recipient of the confirmed incident.
   *
   * @param what CONFIRMED, RAISED or UPDATED
   * @param watches that matched; may be empty
   */
  OutgoingMail alert(
      AlertKind what, Recipient recipient, List<WatchOrder> watches, AlertLinks links) {
    StringBuilder body = new StringBuilder(2000 + words.length());
    body.append(head(heading(what)));
    if (what == AlertKind.UPDATED) {
      body.append(told());
    }
    if (SharingPolicy.mayKnowShip(recipient.reader(), incident.shared(), incident.shipShown())) {
      body.append(ship());
    }
    for (WatchOrder watch : watches.stream().limit(MOST_NAMED).toList()) {
      body.append(fact("Watch", distance(watch)));
    }
    body.append(words).append(tail(watches, links));
    return mail(recipient, ALERT, subject(subjectWord(what)), body.toString());
  }

  private String heading(AlertKind what) {
    return switch (what) {
      case RAISED -> "GRAVER THAN FIRST RATED";
      case UPDATED -> "UPDATE";
      default -> "CONFIRMED";
    };
  }

  private String subjectWord(AlertKind what) {
    return switch (what) {
      case RAISED -> "Now CAT " + incident.severity();
      case UPDATED -> "Update";
      default -> "Confirmed";
    };
  }

  /** The mail that takes an alert back. */
  OutgoingMail correction(Recipient recipient, AlertLinks links) {
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
            + links.text()
            + incident.reference()
            + "\n"
            + link()
            + "\n"
            + incident.tlp().label()
            + "\n";
    return mail(recipient, CORRECTION, subject(status), body);
  }

  /** The incident in a few lines of a digest, without its label and the words of the report. */
  String entry(AlertKind what) {
    String heading = what == AlertKind.CORRECTED ? "CORRECTION: " + status() : heading(what);
    return heading.toUpperCase(Locale.ENGLISH)
        + ", "
        + incident.tlp().label()
        + "\n"
        + incident.kind().words()
        + ": "
        + shortened(incident.title(), 150)
        + "\n"
        + fact("When", when())
        + fact("Where", where())
        + fact("Status", status() + severity())
        + link()
        + "\n";
  }

  private OutgoingMail mail(Recipient recipient, String category, String subject, String body) {
    return new OutgoingMail(
        recipient.email(),
        recipient.reader().accountId(),
        category,
        incident.reference(),
        subject,
        body,
        MailList.ALERTS);
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

  private String head(String heading) {
    return incident.tlp().label()
        + "\n\n"
        + heading
        + ": "
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

  /** What the newest version adds, and whether an editor has looked at it. */
  private String told() {
    AlertedIncident.Told told = incident.told();
    if (told == null) {
      return "";
    }
    return fact(
            "Version",
            told.number()
                + ", "
                + FormWords.english().text("stage." + told.stage()).toLowerCase(Locale.ENGLISH))
        + fact("New", shortened(told.reason(), 1000))
        + fact("Checked", told.checked() ? "" : "not yet, an editor has to look at this version");
  }

  private String tail(List<WatchOrder> watches, AlertLinks links) {
    List<String> names = watches.stream().map(WatchOrder::name).toList();
    StringBuilder tail = new StringBuilder();
    tail.append("\nHow you may pass this on\n").append(sharing(incident.tlp()));
    tail.append("\n\nWhy you get this\n");
    if (names.isEmpty()) {
      tail.append("An alert about it was mailed to you before.");
    } else {
      tail.append("It lies in your ").append(names.size() == 1 ? "watch " : "watches ");
      tail.append(
          String.join(", ", names.stream().limit(MOST_NAMED).map(AlertText::quoted).toList()));
      if (names.size() > MOST_NAMED) {
        tail.append(" and ").append(names.size() - MOST_NAMED).append(" more");
      }
      tail.append('.');
    }
    tail.append(" To stop it, open the page \"Alerts\" of the platform and choose \"Stop\": ");
    tail.append(baseUrl).append("/alerts\n\n").append(links.text());
    tail.append(incident.reference()).append('\n').append(link()).append('\n');
    return tail.append(incident.tlp().label()).append('\n').toString();
  }

  /** What was reported, cut so that the mail stays small whoever gets it. */
  private String words() {
    String quoted = "> " + incident.text().strip().replaceAll("\\R", "\n> ");
    String title = "\nWhat was reported\n";
    String end = "\n[Cut here, so that the mail stays small. The rest is on the platform.]";
    String rest =
        head("GRAVER THAN FIRST RATED") + told() + sharing(incident.tlp()) + link() + baseUrl;
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

  private String distance(WatchOrder watch) {
    String name = quoted(watch.name()) + ": ";
    Waters waters = watch.waters();
    Position at = incident.position();
    if (at == null) {
      return name + "anywhere";
    }
    return switch (waters.shape()) {
      case CIRCLE, PORT -> {
        Position centre = waters.circle().centre();
        yield name
            + WatersText.miles(centre.distanceNm(at))
            + " NM, bearing "
            + String.format(Locale.ROOT, "%03d°", Math.round(centre.bearing(at)) % 360)
            + (waters.shape() == Shape.PORT ? " from the port" : " from its middle ")
            + (waters.shape() == Shape.PORT ? "" : centre.format());
      }
      case BOX -> name + "inside of your box";
      case POLYGON -> name + "inside of your area";
      case CORRIDOR ->
          name + WatersText.miles(waters.corridor().distanceNm(at)) + " NM from your route";
      case WORLD -> name + "anywhere";
    };
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
  static String sharing(Tlp tlp) {
    return switch (tlp) {
      case RED -> "TLP:RED: to nobody.";
      case AMBER_STRICT ->
          "TLP:AMBER+STRICT: inside of your own company, to those who need to know.";
      case AMBER -> "TLP:AMBER: to those who need to know in your company and among its clients.";
      case GREEN -> "TLP:GREEN: to peers and partners of the community, not by open channels.";
      case CLEAR -> "TLP:CLEAR: to anybody.";
    };
  }

  static String fact(String label, String value) {
    return value.isEmpty() ? "" : String.format(Locale.ROOT, "%-8s%s\n", label, value);
  }

  private static String quoted(String name) {
    return "\"" + shortened(name, 60) + "\"";
  }

  static String shortened(String text, int most) {
    String line = line(text);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : PlainText.column(line, most - 2).strip() + " …";
  }

  static String line(String text) {
    return PlainText.line(text, Integer.MAX_VALUE);
  }
}
