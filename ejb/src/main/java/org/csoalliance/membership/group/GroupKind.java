package org.csoalliance.membership.group;

/** How people come into a group. */
public enum GroupKind {
  OPEN("Open", "Any member joins at once."),
  ON_REQUEST("On request", "A member asks in a sentence, and a moderator answers."),
  INVITED("By invitation", "A moderator invites."),
  WORKING("Working group", "It ends on a day, with an outcome. A member asks to join.");

  private final String words;
  private final String rule;

  GroupKind(String words, String rule) {
    this.words = words;
    this.rule = rule;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** How one comes in, as a sentence. */
  public String rule() {
    return rule;
  }

  /** Whether a member may ask to join. */
  public boolean onRequest() {
    return this == ON_REQUEST || this == WORKING;
  }
}
