package org.csoalliance.membership.group;

/** What a person's company must have, so that the person may be in a group. */
public enum GroupRule {
  /** The company runs a cruise ship at least. */
  PASSENGER_SHIPS("Only for people whose company runs cruise ships.");

  private final String words;

  GroupRule(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
