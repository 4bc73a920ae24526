package org.csoalliance.incident.list;

/** What a column of a list can mean. */
public enum ListField {
  REFERENCE("The source's own number"),
  DATE("Date, or date and time"),
  TIME("Time, where it has a column of its own"),
  POSITION("Position, in any form a bridge writes"),
  LATITUDE("Latitude"),
  LONGITUDE("Longitude"),
  AREA("Place or sea area"),
  KIND("What happened, as the source names it"),
  TITLE("Title"),
  TEXT("What happened, in words"),
  SHIP_NAME("Ship's name"),
  SHIP_IMO("IMO ship number"),
  SHIP_TYPE("Ship type");

  private final String words;

  ListField(String words) {
    this.words = words;
  }

  /** Its name for people. */
  public String words() {
    return words;
  }
}
