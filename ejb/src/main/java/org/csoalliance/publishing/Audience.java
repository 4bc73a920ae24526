package org.csoalliance.publishing;

/** Whom a section is for. */
public enum Audience {
  /** Everybody. */
  PUBLIC("Everybody"),
  /** Members, and partners whose agreement reaches that far. */
  MEMBERS("Members"),
  /** The members of the groups that the section names. */
  GROUPS("Groups");

  private final String words;

  Audience(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
