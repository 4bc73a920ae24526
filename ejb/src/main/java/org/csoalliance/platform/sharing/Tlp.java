package org.csoalliance.platform.sharing;

import java.util.Optional;

/**
 * The labels of the Traffic Light Protocol 2.0, from the narrowest to the widest, written exactly
 * as FIRST writes them (first.org/tlp): capitals, no space, never translated.
 */
public enum Tlp {
  RED("TLP:RED"),
  AMBER_STRICT("TLP:AMBER+STRICT"),
  AMBER("TLP:AMBER"),
  GREEN("TLP:GREEN"),
  CLEAR("TLP:CLEAR");

  private final String label;

  Tlp(String label) {
    this.label = label;
  }

  /** The label as it is shown, printed, mailed and exported. */
  public String label() {
    return label;
  }

  /** The colour class of the design: red, amber, green or clear. */
  public String css() {
    return this == AMBER_STRICT ? "amber" : name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Reads {@code TLP:AMBER+STRICT}, {@code AMBER+STRICT} or {@code AMBER_STRICT}. */
  public static Optional<Tlp> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String name = text.strip().toUpperCase(java.util.Locale.ROOT);
    name = name.startsWith("TLP:") ? name.substring(4) : name;
    for (Tlp tlp : values()) {
      if (tlp.name().equals(name.replace('+', '_'))) {
        return Optional.of(tlp);
      }
    }
    return Optional.empty();
  }
}
