package org.csoalliance.platform.security;

/** The names of {@link Role} as constants, for security annotations. */
public final class Roles {
  public static final String APPLICANT = "APPLICANT";
  public static final String MEMBER = "MEMBER";
  public static final String PARTNER = "PARTNER";
  public static final String EDITOR = "EDITOR";
  public static final String VETTING_OFFICER = "VETTING_OFFICER";
  public static final String ORGANISER = "ORGANISER";
  public static final String AUTHORITY = "AUTHORITY";
  public static final String PMSC = "PMSC";
  public static final String AUDITOR = "AUDITOR";
  public static final String ADMINISTRATOR = "ADMINISTRATOR";

  private Roles() {}
}
