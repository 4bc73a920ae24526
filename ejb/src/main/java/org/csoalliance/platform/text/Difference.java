package org.csoalliance.platform.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What became of a text, word by word. */
public final class Difference {
  /** Whether words stayed, came or went. */
  public enum Kind {
    SAME,
    ADDED,
    REMOVED
  }

  /** Words in a row with the same fate, with their blanks. */
  public record Run(Kind kind, String text) implements Serializable {}

  private Difference() {}

  /** The runs that lead from one text to the other; empty when both are. */
  public static List<Run> of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      add(runs, Kind.SAME, old.subList(at, delta.getSource().getPosition()));
      add(runs, Kind.REMOVED, delta.getSource().getLines());
      add(runs, Kind.ADDED, delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(runs, Kind.SAME, old.subList(at, old.size()));
    return runs;
  }

  private static void add(List<Run> runs, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      runs.add(new Run(kind, String.join("", words)));
    }
  }

  /** Each word with the blanks behind it, so that joined they are the text again. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i))) {
        words.add(text.substring(start, i));
        start = i;
      }
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }
}
