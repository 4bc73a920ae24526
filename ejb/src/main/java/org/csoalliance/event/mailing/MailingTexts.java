package org.csoalliance.event.mailing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.event.registration.RegistrationState;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/**
 * Subject and text with places such as {@code {name}} that are filled in for each person. A place
 * that does not exist is refused before anything is sent.
 */
final class MailingTexts {
  /** The places, in the order in which they are told. */
  static final List<String> PLACES =
      List.of("name", "company", "event", "when", "city", "state", "page", "evaluation");

  private static final Pattern PLACE = Pattern.compile("\\{([^{}\\s]{1,30})\\}");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
  private static final int SUBJECT = 150;
  private static final int TEXT = 8000;

  private MailingTexts() {}

  /** A subject and a text that can be sent. */
  record Written(String subject, String text) {}

  /** Checks and cleans what was typed. */
  static Written clean(String subject, String text) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String line = subject == null ? "" : PlainText.line(subject, SUBJECT + 1).strip();
    String words = text == null ? "" : text.strip().replace("\r\n", "\n");
    if (line.isEmpty() || line.length() > SUBJECT) {
      wrong.put("subject", "Enter a subject of 1 to 150 characters.");
    }
    if (words.length() < 10 || words.length() > TEXT) {
      wrong.put("text", "Write 10 to 8,000 characters.");
    }
    places(line, "subject", wrong);
    places(words, "text", wrong);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new Written(line, words);
  }

  private static void places(String text, String field, Map<String, String> wrong) {
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      if (!PLACES.contains(place.group(1))) {
        wrong.putIfAbsent(
            field,
            "There is nothing to fill in for {"
                + place.group(1)
                + "}. Use {"
                + String.join("}, {", PLACES)
                + "}.");
      }
    }
  }

  /** The text for one person. */
  static String fill(String text, MailingRepository.Recipient person, String base, String link) {
    String when =
        MINUTE.format(person.startsAt().atZone(ZoneId.of(person.zone())))
            + " ("
            + person.zone()
            + ")";
    Map<String, String> values =
        Map.of(
            "name", person.name(),
            "company", person.company(),
            "event", person.title(),
            "when", when,
            "city", person.city(),
            "state", RegistrationState.valueOf(person.state()).words().toLowerCase(Locale.ROOT),
            "page", base + "/events/" + person.slug(),
            "evaluation", link);
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
  }
}
