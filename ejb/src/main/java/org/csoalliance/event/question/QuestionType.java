package org.csoalliance.event.question;

/** How a question is answered. */
public enum QuestionType {
  TEXT("A line of text"),
  LONG_TEXT("A longer text"),
  CHOICE("One of several"),
  SEVERAL("Any of several"),
  DATE("A date"),
  COUNTRY("A country"),
  FILE("A file"),
  /** A sentence to agree with. */
  CONSENT("Agreement");

  private final String words;

  QuestionType(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** Whether its maker lists what there is to choose. */
  public boolean listed() {
    return this == CHOICE || this == SEVERAL;
  }
}
