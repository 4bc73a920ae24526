package org.csoalliance.event.evaluation;

import java.util.List;

/**
 * A question of the evaluation.
 *
 * @param options of a choice; empty for the others
 */
public record EvaluationQuestion(long id, Kind kind, String words, List<String> options) {
  /** Copies the options. */
  public EvaluationQuestion {
    options = List.copyOf(options);
  }

  /** How it is answered. */
  public enum Kind {
    /** 1 to 5. */
    SCALE("From 1 to 5"),
    /** One of the options. */
    CHOICE("One of several answers"),
    /** In own words. */
    TEXT("In own words");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  /** What can be answered to a scale or a choice; empty for own words. */
  public List<String> answers() {
    return kind == Kind.SCALE ? List.of("1", "2", "3", "4", "5") : options;
  }
}
