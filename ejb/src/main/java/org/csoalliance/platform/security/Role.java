package org.csoalliance.platform.security;

/**
 * What a signed-in person may be. A person who is not signed in is a visitor and has none of them.
 *
 * <p>An {@link #ADMINISTRATOR} runs the system and does not, by that role, read reports, sealed
 * files or certificates.
 */
public enum Role {
  /** Has applied and is not vetted yet. */
  APPLICANT,
  /** A vetted Company Security Officer or alternate (ISPS A/11). */
  MEMBER,
  /** A navy, reporting centre, flag administration, P&amp;I club or class society. */
  PARTNER,
  /** Checks, confirms and disputes reports. */
  EDITOR,
  /** Decides on applications. */
  VETTING_OFFICER,
  /** Holds workshops. */
  ORGANISER,
  /** Issues end-user certificates. */
  AUTHORITY,
  /** A private maritime security company. */
  PMSC,
  /** Reads who did what. */
  AUDITOR,
  /** Runs the system. */
  ADMINISTRATOR
}
