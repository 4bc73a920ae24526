package org.csoalliance.incident.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.sharing.Tlp;

/** The daily mail of figures: plain text, a few lines, readable at sea. */
final class StatisticsMailText {
  static final String CATEGORY = "STATISTICS";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final LocalDate day;
  private final String baseUrl;

  /**
   * @param day whose figures are told, UTC
   */
  StatisticsMailText(LocalDate day, String baseUrl) {
    this.day = day;
    this.baseUrl = baseUrl;
  }

  /** Reads a selection as it is kept; one that nobody understands any more counts everything. */
  static IncidentFilter filter(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String part : query.split("&")) {
      int at = part.indexOf('=');
      if (at > 0) {
        parameters
            .computeIfAbsent(part.substring(0, at), name -> new ArrayList<>())
            .add(URLDecoder.decode(part.substring(at + 1), UTF_8));
      }
    }
    try {
      return IncidentFilter.parse(parameters);
    } catch (InvalidException old) {
      return IncidentFilter.ALL;
    }
  }

  /** TLP:RED is never mailed, not even as a part of a number. */
  static IncidentFilter mailable(IncidentFilter f) {
    Set<Tlp> labels = f.tlps().isEmpty() ? Set.of(Tlp.values()) : f.tlps();
    Set<Tlp> without =
        labels.stream().filter(tlp -> tlp != Tlp.RED).collect(Collectors.toUnmodifiableSet());
    return new IncidentFilter(
        f.kinds(),
        f.statuses(),
        f.severities(),
        f.from(),
        f.to(),
        f.bbox(),
        f.near(),
        f.radiusNm(),
        f.port(),
        f.area(),
        f.text(),
        without.isEmpty() ? Set.of(Tlp.CLEAR) : without,
        f.sources(),
        f.sort());
  }

  IncidentFilter ofDay(IncidentFilter filter) {
    return during(filter, day, day.plusDays(1));
  }

  IncidentFilter ofThirtyDays(IncidentFilter filter) {
    return during(filter, day.minusDays(29), day.plusDays(1));
  }

  private static IncidentFilter during(IncidentFilter filter, LocalDate from, LocalDate to) {
    return filter.during(
        from.atStartOfDay(ZoneOffset.UTC).toInstant(), to.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  OutgoingMail mail(
      long account, String email, String query, Statistics ofDay, Statistics ofThirtyDays) {
    String shown = DAY.format(day);
    StringBuilder body = new StringBuilder();
    body.append("What happened on ").append(shown).append(" (UTC), as far as you may read it.\n\n");
    body.append(line("All", ofDay.total().words()));
    ofDay.kinds().forEach(kind -> body.append(line(words(kind.key()), kind.count().words())));
    body.append("\nThe 30 days until then\n\n");
    body.append(line("All", ofThirtyDays.total().words()));
    ofThirtyDays
        .kinds()
        .forEach(kind -> body.append(line(words(kind.key()), kind.count().words())));
    if (!ofThirtyDays.areas().isEmpty()) {
      body.append("\nMost often\n\n");
      ofThirtyDays.areas().stream()
          .limit(5)
          .forEach(
              area ->
                  body.append(
                      line(
                          area.key() == null ? "No words of the place" : area.key(),
                          area.count().words())));
    }
    body.append(
        "\n\"few\" stands for one to four reports of members, or for more where a sum would tell"
            + " those. TLP:RED is not counted.\n\n");
    body.append("Figures and danger clock: ").append(baseUrl).append("/statistics");
    if (!query.isEmpty()) {
      body.append('?').append(query);
    }
    body.append("\nEnd or change this mail: ").append(baseUrl).append("/statistics/mail\n");
    return new OutgoingMail(
        email,
        account,
        CATEGORY,
        day.toString(),
        "Figures of " + shown + ": " + ofDay.total().words(),
        body.toString(),
        MailList.STATISTICS);
  }

  private static String words(String kind) {
    return Arrays.stream(IncidentKind.values())
        .filter(k -> k.name().equals(kind))
        .map(IncidentKind::words)
        .findFirst()
        .orElse("Other");
  }

  private static String line(String label, String count) {
    String cut = label.length() <= 34 ? label : label.substring(0, 33) + "…";
    return String.format(Locale.ROOT, "  %-36s%s\n", cut, count);
  }
}
