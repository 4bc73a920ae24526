package org.csoalliance.incident;

/** Whether anyone is hurt, missing or taken. Unknown is not no. */
public enum PersonsHarmed {
  NO,
  YES,
  UNKNOWN
}
