package org.csoalliance.platform.security;

/** How far a partner reads by the agreement of its organisation that is in force now. */
public enum Agreement {
  /** None is in force: a partner reads what the public reads. */
  NONE,
  /** TLP:GREEN and wider. */
  GREEN,
  /** TLP:AMBER and wider. */
  AMBER
}
