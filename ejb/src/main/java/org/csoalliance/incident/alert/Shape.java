package org.csoalliance.incident.alert;

/** What form the waters of a watch have. */
public enum Shape {
  /** All places within a distance of a position. */
  CIRCLE,
  /** Between two parallels and two meridians. */
  BOX,
  /** Inside of an outline. */
  POLYGON,
  /** On both sides of a route. */
  CORRIDOR,
  /** All places within a distance of a port. */
  PORT,
  /** Anywhere, also where no position is known. */
  WORLD
}
