package org.csoalliance.incident;

/** What happened, as the list filters it and the map draws it. */
public enum IncidentKind {
  /** Boarding, robbery or theft by outsiders. */
  ROBBERY('R', "Robbery"),
  /** Weapons used against the ship, or fired upon. */
  ATTACK('A', "Attack"),
  /** Control of the ship taken. */
  HIJACK('H', "Hijack"),
  /** Persons taken from the ship. */
  KIDNAP('K', "Kidnap"),
  /** Tried to board and failed. */
  ATTEMPT('T', "Attempted boarding"),
  /** Suspicious approach or irregular activity. */
  SUSPICIOUS('S', "Suspicious approach"),
  /** A person hidden on board (FAL.13(42)), or found before departure. */
  STOWAWAY('W', "Stowaways"),
  /** Theft of cargo, bunkers or from containers. */
  CARGO_THEFT('C', "Cargo theft"),
  /** Drugs found or smuggled. */
  DRUGS('D', "Drugs"),
  /** Cyber, or false or lost position signals. */
  CYBER('Y', "Cyber"),
  /** War risk and acts of states: seizure, missile, drone, mine, challenge. */
  STATE_ACTION('G', "War risk or act of a state"),
  /** Migrants and rescue. */
  MIGRANTS('M', "Migrants or rescue"),
  /** Weapons and guards. */
  WEAPONS('F', "Weapons and guards"),
  /** What no other kind covers. */
  OTHER('O', "Other");

  private final char letter;
  private final String words;

  IncidentKind(char letter, String words) {
    this.letter = letter;
    this.words = words;
  }

  /** The letter in the marker of the map. */
  public char letter() {
    return letter;
  }

  /** The kind as people read it in a list, a title and a mail, such as "Cargo theft". */
  public String words() {
    return words;
  }
}
