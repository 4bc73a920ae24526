package org.csoalliance.incident.form;

/** Who reads an answer, beyond editors and the own company, who read every one. */
public enum Audience {
  /** Everybody who reads the incident. */
  ALL,
  /** Everybody who reads the incident, where the reporter lets them know the ship. */
  SHIP,
  /** Nobody: the sealed annex, such as names of stowaways. */
  COMPANY,
  /** Nobody: what would teach criminals; TLP:AMBER+STRICT whatever the report's label is. */
  STRICT
}
