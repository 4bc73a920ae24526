package org.csoalliance.incident.firstresponse;

/** Whom a report, or one block of it, is for. */
public enum Audience {
  /** Everybody: TLP:CLEAR. */
  PUBLIC,
  /** Members, and partners where the label of the report says so. */
  MEMBERS
}
