package org.csoalliance.event;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.sharing.Tlp;
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
    about(given.about(), wrong);
    place(given.place(), wrong);
    seats(given.seats(), wrong);
    closing(given.seats(), given.place().endsAt(), wrong);
    NewEvent.Room room = given.room();
    if (room.audience() == null) {
      wrong.put("audience", "Choose whom the event is for.");
    }
    if (room.tlp() == Tlp.RED) {
      wrong.put("tlp", "TLP:RED stays between those who speak. Choose another label.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewEvent(
        cleaned(given.about()),
        cleaned(given.place()),
        given.seats(),
        new NewEvent.Room(
            room.audience(),
            room.rule() == null ? RoomRule.CHATHAM_HOUSE : room.rule(),
            room.tlp() == null ? Tlp.GREEN : room.tlp()));
  }

  private static void about(NewEvent.About about, Map<String, String> wrong) {
    String title = line(about.title());
    if (title.length() < 5 || title.length() > 150) {
      wrong.put("title", "Give the event a title of 5 to 150 characters.");
    }
    longest(wrong, "series", line(about.series()), 100);
    longest(wrong, "summary", line(about.summary()), 300);
    longest(wrong, "organisers", line(about.organisers()), 300);
    longest(wrong, "languages", line(about.languages()), 100);
    longest(wrong, "text", block(about.text()), 8000);
    longest(wrong, "before", block(about.before()), 4000);
  }

  private static NewEvent.About cleaned(NewEvent.About about) {
    return new NewEvent.About(
        line(about.title()),
        line(about.series()),
        line(about.summary()),
        block(about.text()),
        block(about.before()),
        line(about.organisers()),
        line(about.languages()));
  }

  private static void place(NewEvent.Place place, Map<String, String> wrong) {
    Instant start = place.startsAt();
    Instant end = place.endsAt();
    if (start == null || start.isBefore(Instant.parse("1990-01-01T00:00:00Z"))) {
      wrong.put("startsAt", "Enter the day and time when it starts.");
    } else if (end == null || !end.isAfter(start)) {
      wrong.put("endsAt", "Enter an end after the start.");
    } else if (Duration.between(start, end).compareTo(LONGEST) > 0) {
      wrong.put("endsAt", "An event lasts 60 days at most. Make a series of several.");
    }
    try {
      ZoneId.of(place.zone() == null ? "" : place.zone().strip());
    } catch (DateTimeException unknown) {
      wrong.put("zone", "Choose the time zone of the venue, such as Europe/London.");
    }
    if (place.mode() == null) {
      wrong.put("mode", "Choose whether people come, take part remotely, or both.");
    }
    String city = line(place.city());
    if (city.isEmpty() && place.mode() != null && place.mode() != AttendanceMode.REMOTE) {
      wrong.put("city", "Enter the city, so that people can plan to come.");
    }
    longest(wrong, "city", city, 100);
    longest(wrong, "venue", line(place.venue()), 300);
    longest(wrong, "remoteLink", line(place.remoteLink()), 500);
    if (!line(place.remoteLink()).isEmpty() && !web(line(place.remoteLink()))) {
      wrong.putIfAbsent("remoteLink", "Enter the whole address, starting with https://.");
    }
  }

  private static boolean web(String address) {
    try {
      URI uri = URI.create(address);
      return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private static NewEvent.Place cleaned(NewEvent.Place place) {
    return new NewEvent.Place(
        place.startsAt(),
        place.endsAt(),
        place.zone().strip(),
        line(place.city()),
        line(place.venue()),
        place.venueHidden(),
        place.mode(),
        line(place.remoteLink()));
  }

  private static void seats(NewEvent.Seats seats, Map<String, String> wrong) {
    number(wrong, "capacity", seats.capacity(), MOST_SEATS);
    number(wrong, "inPerson", seats.inPerson(), MOST_SEATS);
    number(wrong, "remote", seats.remote(), MOST_SEATS);
    number(wrong, "companyCap", seats.companyCap(), 1000);
    if (seats.offerHours() < 1 || seats.offerHours() > 168) {
      wrong.put("offerHours", "An offer holds from 1 to 168 hours.");
    }
    if ((seats.quietFrom() == null) != (seats.quietTo() == null)) {
      wrong.put("quietFrom", "Quiet hours have a beginning and an end. Choose both, or neither.");
    } else if (seats.quietFrom() != null
        && (seats.quietFrom() < 0
            || seats.quietFrom() > 23
            || seats.quietTo() < 0
            || seats.quietTo() > 23
            || seats.quietFrom().equals(seats.quietTo()))) {
      wrong.put("quietFrom", "Quiet hours are two different hours from 0 to 23.");
    }
  }

  private static void number(Map<String, String> wrong, String field, Integer number, int most) {
    if (number != null && (number < 1 || number > most)) {
      wrong.put(
          field,
          String.format(Locale.ENGLISH, "Enter a number from 1 to %,d, or leave it empty.", most));
    }
  }

  private static void closing(NewEvent.Seats seats, Instant end, Map<String, String> wrong) {
    if (end != null && seats.closesAt() != null && seats.closesAt().isAfter(end)) {
      wrong.put("closesAt", "Registration closes before the event ends.");
    }
    if (end != null && seats.cancelUntil() != null && seats.cancelUntil().isAfter(end)) {
      wrong.put("cancelUntil", "The last moment to cancel lies before the end of the event.");
    }
    if (seats.opensAt() != null
        && seats.closesAt() != null
        && !seats.opensAt().isBefore(seats.closesAt())) {
      wrong.put("opensAt", "Registration opens before it closes.");
    }
    if (end != null && seats.drawAt() != null && seats.drawAt().isAfter(end)) {
      wrong.put("drawAt", "Draw before the event ends.");
    }
  }

  private static void longest(Map<String, String> wrong, String field, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) {
      wrong.putIfAbsent(
          field, String.format(Locale.ENGLISH, "Shorten this to %,d characters.", most));
    }
  }

  /** One line of plain text. */
  static String line(String text) {
    return PlainText.line(text, 10_000);
  }

  private static String block(String text) {
    return PlainText.column(text, 20_000).replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
