package org.csoalliance.survey;

import java.util.Arrays;
import java.util.Optional;

/** How a question is answered. */
public enum QuestionKind {
  SINGLE("One of several"),
  MULTIPLE("Any of several"),
  SCALE("A scale, from low to high"),
  MATRIX("The same choice for several lines"),
  TEXT("In words");

  private final String words;

  QuestionKind(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Whether exactly one option is chosen in each line. */
  public boolean oneEach() {
    return this == SINGLE || this == SCALE || this == MATRIX;
  }

  /** The kind of a name; empty for what is none, and for null. */
  public static Optional<QuestionKind> of(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }
}
