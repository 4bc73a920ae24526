package org.csoalliance.survey;

/** Where a survey stands, by the clock of the database. */
public enum SurveyState {
  DRAFT("Draft"),
  SOON("Opens later"),
  OPEN("Open"),
  CLOSED("Closed");

  private final String words;

  SurveyState(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
