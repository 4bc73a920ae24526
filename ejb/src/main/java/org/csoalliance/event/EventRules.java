package org.csoalliance.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/** What an event must be to be kept: one sentence for each component that cannot be taken. */
final class EventRules {
  private static final Duration LONGEST = Duration.ofDays(60);
  private static final int MOST_SEATS = 100_000;

  private EventRules() {}

  /**
   * The event as it is kept.
   *
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  static NewEvent clean(NewEvent given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String title = line(given.title());
    if (title.length() < 5 || title.length() > 150) {
      wrong.put("title", "Give the event a title of 5 to 150 characters.");
    }
    times(given, wrong);
    if (given.capacity() != null && (given.capacity() < 1 || given.capacity() > MOST_SEATS)) {
      wrong.put(
          "capacity", "Enter how many seats there are, from 1 to 100,000, or leave it empty.");
    }
    if (given.audience() == null) {
      wrong.put("audience", "Choose whom the event is for.");
    }
    if (given.mode() == null) {
      wrong.put("mode", "Choose whether people come, take part remotely, or both.");
    }
    if (given.companyCap() != null && (given.companyCap() < 1 || given.companyCap() > 1000)) {
      wrong.put("companyCap", "Enter a number from 1 to 1,000, or leave it empty.");
    }
    if (given.offerHours() < 1 || given.offerHours() > 168) {
      wrong.put("offerHours", "An offer holds from 1 to 168 hours.");
    }
    String city = line(given.city());
    if (city.isEmpty() && given.mode() != null && given.mode() != AttendanceMode.REMOTE) {
      wrong.put("city", "Enter the city, so that people can plan to come.");
    }
    longest(wrong, "city", city, 100);
    longest(wrong, "series", line(given.series()), 100);
    longest(wrong, "summary", line(given.summary()), 300);
    longest(wrong, "organisers", line(given.organisers()), 300);
    longest(wrong, "venue", line(given.venue()), 300);
    longest(wrong, "languages", line(given.languages()), 100);
    longest(wrong, "text", block(given.text()), 8000);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewEvent(
        title,
        line(given.series()),
        line(given.summary()),
        block(given.text()),
        line(given.organisers()),
        city,
        line(given.venue()),
        given.venueHidden(),
        given.startsAt(),
        given.endsAt(),
        given.zone().strip(),
        line(given.languages()),
        given.capacity(),
        given.audience(),
        given.rule() == null ? RoomRule.CHATHAM_HOUSE : given.rule(),
        given.mode(),
        given.approval(),
        given.companyCap(),
        given.closesAt(),
        given.cancelUntil(),
        given.offerHours());
  }

  private static void times(NewEvent given, Map<String, String> wrong) {
    Instant start = given.startsAt();
    Instant end = given.endsAt();
    if (start == null || start.isBefore(Instant.parse("1990-01-01T00:00:00Z"))) {
      wrong.put("startsAt", "Enter the day and time when it starts.");
    } else if (end == null || !end.isAfter(start)) {
      wrong.put("endsAt", "Enter an end after the start.");
    } else if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      wrong.put("endsAt", "An event lasts 60 days at most. Make a series of several.");
    }
    try {
      ZoneId.of(given.zone() == null ? "" : given.zone().strip());
    } catch (DateTimeException unknown) {
      wrong.put("zone", "Choose the time zone of the venue, such as Europe/London.");
    }
    if (end != null && given.closesAt() != null && given.closesAt().isAfter(end)) {
      wrong.put("closesAt", "Registration closes before the event ends.");
    }
    if (end != null && given.cancelUntil() != null && given.cancelUntil().isAfter(end)) {
      wrong.put("cancelUntil", "The last moment to cancel lies before the end of the event.");
    }
  }

  private static void longest(Map<String, String> wrong, String field, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) {
      wrong.putIfAbsent(
          field, String.format(java.util.Locale.ENGLISH, "Shorten this to %,d characters.", most));
    }
  }

  private static String line(String text) {
    return PlainText.line(text, 10_000);
  }

  private static String block(String text) {
    return PlainText.column(text, 20_000).replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
