package org.csoalliance.web.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentPage;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.ShortText;
import org.csoalliance.web.shared.Bundles;

/** The words of the incident pages: {@code #{incidentText['kind.ROBBERY']}} and whole sentences. */
@Named("incidentWords")
@ApplicationScoped
public class IncidentWords {
  private static final Map<String, String> TEXTS = Bundles.read("incident");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("incidentText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text by its key; the key itself where it is missing, so that a page never breaks over it. */
  public static String text(String key) {
    return TEXTS.getOrDefault(key, key);
  }

  /** A text with places {0}, {1} filled in; numbers as they are. */
  public String fill(String key, Object... values) {
    Object[] words = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      words[i] = String.valueOf(values[i]);
    }
    return new MessageFormat(text(key), Locale.ENGLISH).format(words);
  }

  /** Such as "22 Nov 2026". */
  public String day(Instant instant) {
    return DAY.format(instant);
  }

  /** Such as "22 Nov 2026 04:15 UTC". */
  public String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** Such as "22 Nov 04:15", in UTC, for a column that says so. */
  public String shortMinute(Instant instant) {
    return SHORT.format(instant);
  }

  /** A number with thousands parted: "8,140". */
  public String number(long value) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value);
  }

  /** "1 incident", "8,140 incidents", "More than 10,000 incidents". */
  public String count(long total) {
    if (total > IncidentPage.MOST_COUNTED) {
      return "More than " + number(IncidentPage.MOST_COUNTED) + " incidents";
    }
    return number(total) + (total == 1 ? " incident" : " incidents");
  }

  /** What follows the number in the line above the list: period and order. */
  public String selection(IncidentFilter filter) {
    StringBuilder words = new StringBuilder();
    Instant from = filter.from();
    Instant to = filter.to();
    // the end is exclusive: the last day inside is the one before
    Instant last = to == null ? null : to.minusMillis(1);
    if (from != null && last != null) {
      words.append(period(from, last)).append(", ");
    } else if (from != null) {
      words.append("since ").append(day(from)).append(", ");
    } else if (last != null) {
      words.append("until ").append(day(last)).append(", ");
    }
    return words
        .append(
            switch (filter.sort()) {
              case NEWEST -> "newest first";
              case OLDEST -> "oldest first";
              case GRAVEST -> "gravest first";
              case UPDATED -> "last changed first";
            })
        .toString();
  }

  private String period(Instant from, Instant last) {
    LocalDate a = LocalDate.ofInstant(from, ZoneOffset.UTC);
    LocalDate b = LocalDate.ofInstant(last, ZoneOffset.UTC);
    if (a.equals(b)) {
      return "on " + day(from);
    }
    if (a.getYear() == b.getYear() && a.getMonth() == b.getMonth()) {
      return "between " + a.getDayOfMonth() + " and " + day(last);
    }
    return "between " + day(from) + " and " + day(last);
  }

  /** How long something waits: "12 min", "2 h 39 min", "3 d 15 h". */
  public static String waited(Instant since, Instant now) {
    long minutes = Math.max(0, (now.getEpochSecond() - since.getEpochSecond()) / 60);
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    return hours < 24
        ? hours + " h " + minutes % 60 + " min"
        : hours / 24 + " d " + hours % 24 + " h";
  }

  /** The incident in one sentence, as NGA's Anti-Shipping Activity Messages are written. */
  public String shortText(IncidentSummary incident) {
    return ShortText.of(incident);
  }
}
