package org.csoalliance.event;

/** How an event is held, and how a person takes part. */
public enum AttendanceMode {
  IN_PERSON("In person"),
  REMOTE("Remote"),
  /** Of an event alone: a person takes part one way or the other. */
  BOTH("In person or remote");

  private final String words;

  AttendanceMode(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** Whether somebody may take part in this way in an event that is held so. */
  public boolean offers(AttendanceMode wanted) {
    return wanted != BOTH && (this == BOTH || this == wanted);
  }
}
