package org.csoalliance.incident;

/** Where a report comes from; sources are never mixed silently. */
public enum IncidentSource {
  /** A member, partner or editor of the alliance. */
  MEMBER("Alliance report"),
  /** Anti-Shipping Activity Messages of the US National Geospatial-Intelligence Agency. */
  NGA_ASAM("NGA ASAM"),
  /** A list of another source that an editor imported; whose it is stands with the incident. */
  LIST("Imported list");

  private final String label;

  IncidentSource(String label) {
    this.label = label;
  }

  /** The source's name as it is shown. */
  public String label() {
    return label;
  }
}
