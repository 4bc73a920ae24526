package org.csoalliance.event.question;

import java.util.List;
import java.util.Map;

/**
 * What somebody filled in, unchecked.
 *
 * @param texts what was typed or chosen, by the keys of the questions, never null
 * @param files what was attached, by the keys of the questions, never null
 */
public record GivenAnswers(Map<String, List<String>> texts, Map<String, GivenFile> files) {
  /** Nothing filled in. */
  public static final GivenAnswers NONE = new GivenAnswers(Map.of(), Map.of());

  /** Copies both. */
  public GivenAnswers {
    texts = Map.copyOf(texts);
    files = Map.copyOf(files);
  }

  /** A file as it was sent. */
  public record GivenFile(String name, byte[] content) {}

  /** What was typed, empty when nothing was. */
  public String text(String key) {
    List<String> given = texts.getOrDefault(key, List.of());
    return given.isEmpty() || given.get(0) == null ? "" : given.get(0);
  }
}
