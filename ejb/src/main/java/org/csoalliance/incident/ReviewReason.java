package org.csoalliance.incident;

/** Why an editor has to look at a report. */
public enum ReviewReason {
  /** It tells of a death. */
  DEATH,
  /** It tells of a minor. */
  MINOR,
  /** A version came after an editor had judged it. */
  NEW_VERSION;

  /** Whether the report is not confirmed before an editor has looked at it. */
  public boolean grave() {
    return this != NEW_VERSION;
  }
}
