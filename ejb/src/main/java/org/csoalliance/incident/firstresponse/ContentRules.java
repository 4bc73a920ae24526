package org.csoalliance.incident.firstresponse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.TypedText;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.sharing.Tlp;

/**
 * The rules of a report's content. A draft may lack what a published report must have; too long, or
 * in the future, nothing may be.
 */
final class ContentRules {
  static final int MOST_BLOCKS = 30;
  private static final int MOST_TITLE = 200;
  private static final int MOST_BLOCK = 5_000;
  private static final int MOST_TEXT = 15_000;
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration CLOCK_SLIP = Duration.ofMinutes(5);

  private ContentRules() {}

  /**
   * The content as a draft may be kept: cleaned, without empty blocks, in the order of the page.
   *
   * @throws InvalidException with a sentence for each field that cannot be taken
   */
  static Content draft(Content typed, Instant now) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String title = fits("title", "The title", TypedText.line(typed.title()), MOST_TITLE, wrong);
    String area = fits("area", "The place", TypedText.line(typed.area()), 200, wrong);
    time("occurredAt", typed.occurredAt(), now, wrong);
    Integer severity = typed.severity();
    if (severity != null && (severity < 1 || severity > 4)) {
      wrong.put("severity", "The category is a number from 1, the gravest, to 4.");
    }
    if (typed.tlp() != null && typed.tlp() != Tlp.AMBER && typed.tlp() != Tlp.GREEN) {
      wrong.put("tlp", "What members read is TLP:GREEN or TLP:AMBER.");
    }
    List<Block> blocks = blocks(typed.blocks(), now, wrong);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new Content(
        title,
        typed.kind() == null ? IncidentKind.OTHER : typed.kind(),
        severity,
        typed.occurredAt(),
        typed.precision() == null ? OccurredPrecision.EXACT : typed.precision(),
        typed.position(),
        area,
        typed.audience() == null ? Audience.MEMBERS : typed.audience(),
        typed.tlp() == null ? Tlp.GREEN : typed.tlp(),
        blocks);
  }

  private static List<Block> blocks(List<Block> typed, Instant now, Map<String, String> wrong) {
    List<Block> kept = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < typed.size(); i++) {
      Block block = typed.get(i);
      String field = "block-" + i;
      String text = fits(field, "This part", TypedText.block(block.text()), MOST_BLOCK, wrong);
      length += text.length();
      if (text.isEmpty()) {
        continue;
      }
      Instant at = block.part() == Part.UPDATE ? block.at() : null;
      if (block.part() == Part.UPDATE) {
        if (at == null) {
          wrong.putIfAbsent(field, "Say when this became known, such as 21 Nov 2026 19:40.");
        } else {
          time(field, at, now, wrong);
        }
      }
      Audience audience = block.audience() == null ? Audience.MEMBERS : block.audience();
      kept.add(new Block(block.part(), at, audience, text));
    }
    if (kept.size() > MOST_BLOCKS) {
      wrong.put("block-0", "A report has at most " + MOST_BLOCKS + " parts. Leave some out.");
    }
    if (length > MOST_TEXT) {
      wrong.put(
          "block-0",
          String.format(
              Locale.ENGLISH,
              "All parts together have %,d characters. Shorten them to %,d: a report fits on two"
                  + " pages.",
              length,
              MOST_TEXT));
    }
    kept.sort(
        Comparator.comparing(Block::part)
            .thenComparing(Block::at, Comparator.nullsFirst(Comparator.reverseOrder())));
    return kept;
  }

  private static void time(String field, Instant at, Instant now, Map<String, String> wrong) {
    if (at == null) {
      return;
    }
    if (at.isAfter(now.plus(CLOCK_SLIP))) {
      wrong.put(field, "This time lies in the future. Check the date; times are in UTC.");
    } else if (at.isBefore(EARLIEST)) {
      wrong.put(field, "This time lies before 1990. Check the year.");
    }
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

  /** What a draft still lacks to be published, a sentence by field; empty when nothing. */
  static Map<String, String> lacks(Content content) {
    Map<String, String> lacks = new LinkedHashMap<>();
    if (content.title().codePointCount(0, content.title().length()) < 5) {
      lacks.put("title", "Give the report a title of at least 5 characters.");
    }
    if (content.blocks().stream().noneMatch(block -> block.part() == Part.KNOWN)) {
      lacks.put("known", "Say what is known, in at least one sentence.");
    } else if (content.audience() == Audience.PUBLIC
        && content.blocks().stream()
            .noneMatch(
                block -> block.part() == Part.KNOWN && block.audience() == Audience.PUBLIC)) {
      lacks.put(
          "known", "The report is public: show at least one part of what is known to everybody.");
    }
    return lacks;
  }

  /**
   * A reason or note as it may be kept.
   *
   * @throws InvalidException when it is shorter than {@code least} or longer than 1,000 characters
   */
  static String note(String field, String typed, int least, String missing) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String note = fits(field, "This", TypedText.block(typed), 1000, wrong);
    if (wrong.isEmpty() && note.codePointCount(0, note.length()) < least) {
      wrong.put(field, missing);
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return note;
  }
}
