package org.csoalliance.listing;

import java.util.Arrays;
import java.util.Optional;

/** What somebody in the directory does. */
public enum ListingCategory {
  NAVY("Navy"),
  REPORTING_CENTRE("Reporting centre"),
  FLAG("Flag administration"),
  INSURER("P&I club"),
  CLASS("Classification society"),
  ASSOCIATION("Association"),
  INTELLIGENCE("Threat reports"),
  GUARDING("Guards and escorts"),
  TRAINING("Training and drills"),
  CYBER("Cyber security"),
  EQUIPMENT("Equipment on board"),
  COMMUNICATION("Communication");

  private final String words;

  ListingCategory(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The category of a name; empty for what is none, and for null. */
  public static Optional<ListingCategory> of(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }
}
