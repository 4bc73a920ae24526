package org.csoalliance.membership;

/** The trade that ships are counted in; each {@link ShipType} belongs to one. */
public enum Sector {
  TANKER("Tankers"),
  BULK("Bulk carriers"),
  CONTAINER("Container ships"),
  CRUISE("Cruise ships"),
  FERRY("Ferries and ro-pax"),
  CARGO("General cargo and ro-ro"),
  OFFSHORE("Offshore and service ships"),
  OTHER("Other ships");

  private final String words;

  Sector(String words) {
    this.words = words;
  }

  /** As people read it, in the plural. */
  public String words() {
    return words;
  }
}
