package org.csoalliance.geography;

/** Where what is known of a port comes from. */
public enum PortSource {
  /** The npm package sea-ports, shipped with the platform. */
  SEA_PORTS("sea-ports"),
  /** World Port Index, NGA Pub. 150. */
  WPI("World Port Index"),
  /** United Nations Code for Trade and Transport Locations. */
  UNLOCODE("UN/LOCODE");

  private final String label;

  PortSource(String label) {
    this.label = label;
  }

  /** The name of the source as pages show it. */
  public String label() {
    return label;
  }
}
