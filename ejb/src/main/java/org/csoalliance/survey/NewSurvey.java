package org.csoalliance.survey;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/** A survey as an editor sets it up; see {@link Survey}. */
public record NewSurvey(
    String title,
    String intro,
    boolean anonymous,
    Long groupId,
    Instant opensAt,
    Instant closesAt) {

  /**
   * Reads what was typed; times are UTC, such as {@code 2026-12-01 08:00}.
   *
   * @param group the number of a group, empty for all members
   * @throws InvalidException fields {@code title, intro, way, group, opens, closes}
   */
  public static NewSurvey typed(
      String title, String intro, String way, String group, String opens, String closes) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String named = title == null ? "" : PlainText.line(title, 151);
    if (named.length() < 5 || named.codePointCount(0, named.length()) > 150) {
      wrong.put("title", "Enter a title of 5 to 150 characters.");
    }
    String text = intro == null ? "" : intro.strip().replace("\r\n", "\n");
    if (text.codePointCount(0, text.length()) > 2000) {
      wrong.put("intro", "Write at most 2,000 characters.");
    }
    if (!"ANONYMOUS".equals(way) && !"NAMED".equals(way)) {
      wrong.put("way", "Choose whether answers bear names.");
    }
    String number = group == null ? "" : group.strip();
    if (!number.matches("[0-9]{0,18}")) {
      wrong.put("group", "Choose who is asked.");
    }
    Instant from = time(opens);
    Instant to = time(closes);
    if (from == null) {
      wrong.put("opens", "Enter a day and time in UTC, such as 2026-12-01 08:00.");
    }
    if (to == null || (from != null && !to.isAfter(from))) {
      wrong.put("closes", "Enter a day and time in UTC after it opens, such as 2026-12-15 18:00.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewSurvey(
        named,
        PlainText.column(text, 2000),
        "ANONYMOUS".equals(way),
        number.isEmpty() ? null : Long.valueOf(number),
        from,
        to);
  }

  private static Instant time(String typed) {
    try {
      String text = typed == null ? "" : typed.strip().replace(' ', 'T');
      Instant at = LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
      int year = at.atOffset(ZoneOffset.UTC).getYear();
      return year < 2000 || year > 2200 ? null : at;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** The part of an address that a title makes. */
  static String slug(String title) {
    String plain =
        java.text.Normalizer.normalize(title, java.text.Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    String cut = plain.length() > 50 ? plain.substring(0, 50).replaceAll("-+$", "") : plain;
    return cut.isEmpty() ? "survey" : cut;
  }
}
