package org.csoalliance.event.question;

/** What needs more care than a name: who reads it, and how long it is kept. */
public enum Special {
  NONE("Ordinary", false),
  /** Food; may tell of faith or health (GDPR, 9). */
  DIET("Food", true),
  /** Help that somebody needs; may tell of health (GDPR, 9). */
  ACCESS("Access", true),
  /** Numbers or copies of identity papers. */
  IDENTITY("Identity papers", false);

  private final String words;
  private final boolean consent;

  Special(String words, boolean consent) {
    this.words = words;
    this.consent = consent;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** Whether an answer needs a consent of its own. */
  public boolean consent() {
    return consent;
  }

  /** As the database keeps it. */
  String column() {
    return this == NONE ? "" : name();
  }

  static Special of(String column) {
    return column == null || column.isEmpty() ? NONE : valueOf(column);
  }
}
