package org.csoalliance.publishing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/** What a bulletin may say, and what it must say before anybody else reads it. */
final class ContentRules {
  static final int MOST_SECTIONS = 12;
  private static final int MOST_TITLE = 150;
  private static final int MOST_INTRODUCTION = 5_000;
  private static final int MOST_TEASER = 2_000;
  private static final int MOST_TEXT = 20_000;
  private static final int MOST_NOTE = 1_000;
  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private ContentRules() {}

  /**
   * The content as a draft may be kept: cleaned, without empty sections, each with an anchor.
   *
   * @param known the numbers of groups that may be named
   * @throws InvalidException with a sentence for each field that cannot be taken; the fields of the
   *     third section are {@code title-2}, {@code teaser-2}, {@code text-2}, {@code groups-2}
   */
  static Content draft(Content typed, Set<Long> known, Instant now) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String title = line("title", "The title", typed.title(), MOST_TITLE, wrong);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate day = typed.day() == null ? today : typed.day();
    if (day.isBefore(EARLIEST) || day.isAfter(today.plusDays(FARTHEST.toDays()))) {
      wrong.put("day", "The date lies before 2000 or more than a year ahead. Check the year.");
    }
    String introduction =
        text("introduction", "The introduction", typed.introduction(), MOST_INTRODUCTION, wrong);
    List<Section> sections = new ArrayList<>();
    Set<String> anchors = new HashSet<>();
    for (int i = 0; i < typed.sections().size(); i++) {
      Section section = section(typed.sections().get(i), i, known, wrong);
      if (section != null) {
        sections.add(anchored(section, anchors));
      }
    }
    if (sections.size() > MOST_SECTIONS) {
      wrong.put(
          "title-" + (sections.size() - 1),
          "A bulletin has at most " + MOST_SECTIONS + " sections. Leave some out.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new Content(
        typed.kind() == null ? Kind.BULLETIN : typed.kind(),
        title,
        day,
        typed.audience() == Audience.MEMBERS ? Audience.MEMBERS : Audience.PUBLIC,
        introduction,
        sections);
  }

  private static Section section(
      Section typed, int at, Set<Long> known, Map<String, String> wrong) {
    String kicker = line("kicker-" + at, "The word above the title", typed.kicker(), 40, wrong);
    String title = line("title-" + at, "The title", typed.title(), MOST_TITLE, wrong);
    String teaser = text("teaser-" + at, "The beginning", typed.teaser(), MOST_TEASER, wrong);
    String text = text("text-" + at, "The rest", typed.text(), MOST_TEXT, wrong);
    if (title.isEmpty() && teaser.isEmpty() && text.isEmpty()) {
      return null;
    }
    Audience audience = typed.audience() == null ? Audience.MEMBERS : typed.audience();
    Set<Long> groups = audience == Audience.GROUPS ? typed.groups() : Set.of();
    if (audience == Audience.GROUPS && groups.isEmpty()) {
      wrong.put("groups-" + at, "Choose at least one group that this section is for.");
    } else if (!known.containsAll(groups)) {
      wrong.put("groups-" + at, "There is no such group, or you may not know of it.");
    }
    return new Section(kicker, title, "", teaser, text, audience, groups);
  }

  private static Section anchored(Section section, Set<String> taken) {
    String plain = Slug.of(section.title());
    String base = plain.isEmpty() ? "section" : plain;
    String anchor = base;
    for (int next = 2; !taken.add(anchor); next++) {
      anchor = base + "-" + next;
    }
    return new Section(
        section.kicker(),
        section.title(),
        anchor,
        section.teaser(),
        section.text(),
        section.audience(),
        section.groups());
  }

  private static String line(
      String field, String noun, String typed, int most, Map<String, String> wrong) {
    return fits(field, noun, PlainText.line(typed, Integer.MAX_VALUE), most, wrong);
  }

  private static String text(
      String field, String noun, String typed, int most, Map<String, String> wrong) {
    String clean =
        PlainText.column(typed, Integer.MAX_VALUE)
            .replaceAll("\\r\\n?", "\n")
            .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
            .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "")
            .strip();
    String fitting = fits(field, noun, clean, most, wrong);
    if (!Markdown.sound(fitting)) {
      wrong.put(field, noun + " has too many lists or quotations inside of each other.");
      return "";
    }
    return fitting;
  }

  private static String fits(
      String field, String noun, String clean, int most, Map<String, String> wrong) {
    int length = clean.codePointCount(0, clean.length());
    if (length <= most) {
      return clean;
    }
    wrong.put(
        field,
        String.format(
            Locale.ENGLISH, "%s is %,d characters long. Shorten it to %,d.", noun, length, most));
    return "";
  }

  /** When it is to go out, if that can be. */
  static Instant time(Instant typed, Instant now) {
    if (typed != null && typed.isAfter(now.plus(FARTHEST))) {
      throw new InvalidException("publishAt", "This time lies more than a year ahead.");
    }
    return typed;
  }

  /**
   * A reason or note as it may be kept.
   *
   * @throws InvalidException when it is shorter than {@code least} or longer than 1,000 characters
   */
  static String note(String field, String typed, int least, String missing) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String note = text(field, "This", typed, MOST_NOTE, wrong);
    if (wrong.isEmpty() && note.codePointCount(0, note.length()) < least) {
      wrong.put(field, missing);
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return note;
  }

  /**
   * What is missing before a second person reads it, by field; empty when nothing is.
   *
   * @param pictures the numbers of the bulletin's pictures
   */
  static Map<String, String> lacks(Content content, Plan plan, boolean next, Set<Long> pictures) {
    Map<String, String> lacks = new LinkedHashMap<>();
    if (content.title().length() < 5) {
      lacks.put("title", "Give it a title of at least 5 characters.");
    }
    if (content.introduction().length() < 20) {
      lacks.put("introduction", "Write an introduction of at least 20 characters.");
    }
    if (!pictures.containsAll(Markdown.pictures(content.introduction()))) {
      lacks.put("introduction", "The introduction shows a picture that this bulletin has not.");
    }
    for (int i = 0; i < content.sections().size(); i++) {
      Section section = content.sections().get(i);
      if (section.title().isEmpty()) {
        lacks.put("title-" + i, "Give this section a title.");
      }
      if (section.teaser().isEmpty()) {
        lacks.put("teaser-" + i, "Write how this section begins: it stands before “read more”.");
      }
      Set<Long> shown = new HashSet<>(Markdown.pictures(section.teaser()));
      shown.addAll(Markdown.pictures(section.text()));
      if (!pictures.containsAll(shown)) {
        lacks.put("text-" + i, "This section shows a picture that this bulletin has not.");
      }
    }
    if (next && plan.note().length() < 5) {
      lacks.put(
          "note", "Say what was wrong, in at least 5 characters. It stands above the bulletin.");
    }
    return lacks;
  }
}
