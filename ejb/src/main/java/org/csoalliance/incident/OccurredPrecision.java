package org.csoalliance.incident;

/** How exactly the time is known. */
public enum OccurredPrecision {
  EXACT,
  HOUR,
  DAY
}
