package org.csoalliance.listing;

import java.util.Arrays;
import java.util.Optional;

/** What an entry is to the alliance. */
public enum ListingKind {
  PARTNER("Partner", "Partners"),
  SUPPLIER("Profiled supplier", "Profiled suppliers"),
  /** A public body that is named because members need it, and that has no tie to us. */
  REFERENCE("For reference", "Public bodies, for reference");

  private final String words;
  private final String heading;

  ListingKind(String words, String heading) {
    this.words = words;
    this.heading = heading;
  }

  /** One of them. */
  public String words() {
    return words;
  }

  /** All of them. */
  public String heading() {
    return heading;
  }

  /** The kind of a name; empty for what is none, and for null. */
  public static Optional<ListingKind> of(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }
}
