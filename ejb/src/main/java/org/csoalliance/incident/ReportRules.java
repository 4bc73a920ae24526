package org.csoalliance.incident;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.incident.form.Checked;
import org.csoalliance.incident.form.FormRules;
import org.csoalliance.incident.form.FormWords;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Blur;
import org.csoalliance.platform.sharing.Tlp;

/**
 * The one set of rules of a report, for the page, the interface and the service: what cannot be
 * taken is told in a sentence that says how to mend it, by the name of the component. What can be
 * taken comes back cleaned: no control characters, no marks that turn the direction of writing, no
 * blanks around. HTML and expressions are text like any other.
 */
final class ReportRules {
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration CLOCK_SLIP = Duration.ofMinutes(5);
  private static final int MOST_TITLE = 200;

  private final Map<String, String> wrong = new LinkedHashMap<>();

  private ReportRules() {}

  /**
   * The report as it may be kept.
   *
   * @throws InvalidException with a sentence for each component that cannot be taken, in the order
   *     of the form
   */
  static ReportIncident clean(ReportIncident report, Instant now) {
    return new ReportRules().check(report, now);
  }

  private ReportIncident check(ReportIncident report, Instant now) {
    if (report.kind() == null) {
      wrong.put("kind", "Choose what happened.");
    }
    time(report, now);
    String area = line("area", "The place", report.area(), 200);
    if (report.position() == null && area.isEmpty() && !wrong.containsKey("area")) {
      wrong.put(
          "position",
          "Say where it happened: a position such as 01-49.9N 003-12.1E, or a port, anchorage or"
              + " berth.");
    }
    String imo = imo(report.shipImo());
    String shipName = line("shipName", "The ship’s name", report.shipName(), 100);
    String title = line("title", "The title", report.title(), MOST_TITLE);
    String text = text(report.text());
    String harmNote = block("harmNote", "The note on people", report.harmNote(), 500);
    String told = block("told", "The note on who was told", report.told(), 500);
    String contact = line("contact", "The contact", report.contact(), 320);
    JsonObject details = details(report, now);
    Disclosure disclosure = disclosure(report);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new ReportIncident(
        report.submissionKey(),
        report.kind(),
        report.occurredAt(),
        report.precision() == null ? OccurredPrecision.EXACT : report.precision(),
        report.utcOffsetMinutes(),
        report.position(),
        area,
        imo,
        shipName,
        report.shipShown(),
        title.isEmpty() ? title(report, area) : title,
        text,
        report.personsHarmed() == null ? PersonsHarmed.UNKNOWN : report.personsHarmed(),
        harmNote,
        told,
        report.tlp() == null ? Tlp.GREEN : report.tlp(),
        contact,
        details,
        disclosure,
        report.groups());
  }

  /** What is given away: as the form proposes where nothing was chosen. */
  private Disclosure disclosure(ReportIncident report) {
    if (report.disclosure() != null) {
      double blur = report.disclosure().blurNm();
      if (!(blur >= 0 && blur <= Blur.MOST_NM)) {
        wrong.put("blurNm", "Blur the position by 0 to 100 nautical miles.");
      }
      return report.disclosure();
    }
    return report.kind() == null
        ? Disclosure.USUAL
        : new Disclosure(
            Attribution.valueOf(IncidentVersions.form(report.kind()).attribution()),
            0,
            false,
            false,
            false);
  }

  /** The details by the description of the form; empty where there are none. */
  private JsonObject details(ReportIncident report, Instant now) {
    if (report.details() == null || report.details().isEmpty()) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (report.kind() == null) {
      return report.details();
    }
    Checked checked =
        FormRules.check(
            IncidentVersions.form(report.kind()),
            FormRules.typed(report.details()),
            FormWords.english(),
            now);
    checked.wrong().forEach((path, sentence) -> wrong.put("details." + path, sentence));
    return checked.details();
  }

  private void time(ReportIncident report, Instant now) {
    Instant at = report.occurredAt();
    if (at == null) {
      wrong.put("occurredAt", "Say when it happened: day, month, year and time.");
    } else if (at.isAfter(now.plus(CLOCK_SLIP))) {
      wrong.put(
          "occurredAt",
          "This time lies in the future. Check the date, and whether the clock is UTC or local.");
    } else if (at.isBefore(EARLIEST)) {
      wrong.put("occurredAt", "This time lies before 1990. Check the year.");
    }
    Integer offset = report.utcOffsetMinutes();
    if (offset != null && Math.abs((long) offset) > 840) {
      wrong.put("utcOffsetMinutes", "Local time is at most 14 hours before or after UTC.");
    }
  }

  private String imo(String typed) {
    String number = TypedText.line(typed);
    if (number.isEmpty()) {
      return null;
    }
    Optional<ImoNumber> ship = ImoNumber.ship(number);
    if (ship.isPresent()) {
      return ship.get().digits();
    }
    String digits = number.toUpperCase(Locale.ROOT).replaceFirst("^IMO", "").replace(" ", "");
    wrong.put(
        "shipImo",
        digits.matches("[0-9]{7}")
            ? "Ship number "
                + digits
                + " fails its check digit. Read it again from the certificate, or leave it out."
            : "A ship number has seven digits, such as 9074729. Read it again from the certificate,"
                + " or leave it out.");
    return null;
  }

  private String text(String typed) {
    String text = block("text", "The account", typed, 20_000);
    if (text.codePointCount(0, text.length()) < 10 && !wrong.containsKey("text")) {
      wrong.put("text", "Say in your words what happened, in at least 10 characters.");
    }
    return text;
  }

  private String line(String field, String noun, String typed, int most) {
    return fits(field, noun, TypedText.line(typed), most);
  }

  private String block(String field, String noun, String typed, int most) {
    return fits(field, noun, TypedText.block(typed), most);
  }

  private String fits(String field, String noun, String clean, int most) {
    int length = clean.codePointCount(0, clean.length());
    if (length > most) {
      wrong.put(
          field,
          String.format(
              Locale.ENGLISH, "%s is %,d characters long. Shorten it to %,d.", noun, length, most));
      return "";
    }
    return clean;
  }

  /** The title that is made where none was given. */
  static String title(ReportIncident report, String area) {
    String place = area.isEmpty() ? report.position().format() : area;
    String title =
        (report.kind() == IncidentKind.OTHER ? "Incident" : report.kind().words()) + ", " + place;
    return title.codePointCount(0, title.length()) <= MOST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, MOST_TITLE)).strip();
  }
}
