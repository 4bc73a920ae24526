package org.csoalliance.incident.firstresponse;

/** Where a report stands. */
public enum State {
  /** Never published: editors alone know of it. */
  DRAFT,
  PUBLISHED,
  /** Its address stays and tells when and why it went. */
  WITHDRAWN
}
