package org.csoalliance.incident;

/** What happened, as the list filters it and the map draws it. */
public enum IncidentKind {
  /** Boarding, robbery or theft by outsiders. */
  ROBBERY('R'),
  /** Weapons used against the ship, or fired upon. */
  ATTACK('A'),
  /** Control of the ship taken. */
  HIJACK('H'),
  /** Persons taken from the ship. */
  KIDNAP('K'),
  /** Tried to board and failed. */
  ATTEMPT('T'),
  /** Suspicious approach or irregular activity. */
  SUSPICIOUS('S'),
  /** A person hidden on board (FAL.13(42)), or found before departure. */
  STOWAWAY('W'),
  /** Theft of cargo, bunkers or from containers. */
  CARGO_THEFT('C'),
  /** Drugs found or smuggled. */
  DRUGS('D'),
  /** Cyber, or false or lost position signals. */
  CYBER('Y'),
  /** War risk and acts of states: seizure, missile, drone, mine, challenge. */
  STATE_ACTION('G'),
  /** Migrants and rescue. */
  MIGRANTS('M'),
  /** Weapons and guards. */
  WEAPONS('F'),
  /** What no other kind covers. */
  OTHER('O');

  private final char letter;

  IncidentKind(char letter) {
    this.letter = letter;
  }

  /** The letter in the marker of the map. */
  public char letter() {
    return letter;
  }
}
