package org.csoalliance.event;

/** What may be told outside of what was said inside. */
public enum RoomRule {
  /** What is said may be used; who said it, for whom, and who was there may not be told. */
  CHATHAM_HOUSE("Chatham House Rule"),
  /** Speakers are named. */
  ATTRIBUTED("Attributed");

  private final String words;

  RoomRule(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
