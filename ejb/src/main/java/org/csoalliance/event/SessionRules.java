package org.csoalliance.event;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.PlainText;

/** What a part of an agenda must be to be kept. */
final class SessionRules {
  /** The topics of ISPS Code, part B, 13.1, which a ship's company trains its people ashore in. */
  private static final int TOPICS = 20;

  private SessionRules() {}

  /**
   * The part as it is kept.
   *
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  static NewSession clean(NewSession given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String title = EventRules.line(given.title());
    if (title.length() < 2 || title.length() > 100) {
      wrong.put("title", "Give this part a title of 2 to 100 characters.");
    }
    if (given.startsAt() == null) {
      wrong.put("startsAt", "Enter the day and time when it starts.");
    } else if (given.endsAt() == null || !given.endsAt().isAfter(given.startsAt())) {
      wrong.put("endsAt", "Enter an end after the start.");
    } else if (Duration.between(given.startsAt(), given.endsAt()).compareTo(Duration.ofDays(1))
        > 0) {
      wrong.put("endsAt", "One part lasts a day at most. Make one for each day.");
    }
    if (given.tlp() == null || given.tlp() == Tlp.RED) {
      wrong.put("tlp", "Choose a label up to TLP:AMBER+STRICT.");
    }
    if (given.capacity() != null && (given.capacity() < 1 || given.capacity() > 100_000)) {
      wrong.put("seats", "Enter a number from 1 to 100,000, or leave it empty.");
    }
    List<Integer> topics = topics(given.topics(), wrong);
    for (String[] one :
        new String[][] {
          {"track", given.track(), "100"},
          {"room", given.room(), "100"},
          {"speaker", given.speaker(), "200"}
        }) {
      if (EventRules.line(one[1]).length() > Integer.parseInt(one[2])) {
        wrong.put(one[0], "Shorten this to " + one[2] + " characters.");
      }
    }
    String text = PlainText.column(given.text(), 20_000).replace("\r\n", "\n").strip();
    if (text.codePointCount(0, text.length()) > 2000) {
      wrong.put("text", "Shorten this to 2,000 characters.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewSession(
        title,
        EventRules.line(given.track()),
        EventRules.line(given.room()),
        EventRules.line(given.speaker()),
        text,
        given.startsAt(),
        given.endsAt(),
        given.tlp(),
        given.pause(),
        given.chosen() && !given.pause(),
        topics.stream().map(String::valueOf).collect(Collectors.joining(" ")),
        given.chosen() && !given.pause() ? given.capacity() : null);
  }

  private static List<Integer> topics(String given, Map<String, String> wrong) {
    String line = EventRules.line(given);
    if (line.isEmpty()) {
      return List.of();
    }
    if (!line.matches("[0-9]{1,2}([ ,;]+[0-9]{1,2}){0,19}")) {
      wrong.put("topics", "Write the numbers of the topics, such as 1, 5, 12.");
      return List.of();
    }
    List<Integer> topics =
        Arrays.stream(line.split("[ ,;]+")).map(Integer::valueOf).distinct().sorted().toList();
    if (topics.get(0) < 1 || topics.get(topics.size() - 1) > TOPICS) {
      wrong.put("topics", "The topics have the numbers 1 to 20.");
    }
    return topics;
  }
}
