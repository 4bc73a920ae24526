package org.csoalliance.incident;

/** How far a report is trusted. Each change carries a reason that members can read. */
public enum IncidentStatus {
  /** As it came in: not confirmed. */
  REPORTED,
  /** Checked by an editor, or taken from a source that checks. */
  CONFIRMED,
  /** Somebody who should know says otherwise. */
  DISPUTED,
  /** Taken back: it did not happen, or it was reported twice. */
  WITHDRAWN
}
