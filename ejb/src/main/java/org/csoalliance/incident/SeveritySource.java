package org.csoalliance.incident;

/** Where a category comes from. */
public enum SeveritySource {
  /** It follows from the answers of the long form. */
  COMPUTED,
  /** An editor gave it, with a reason; further versions leave it. */
  EDITOR
}
