package org.csoalliance.membership.join;

/** How far an application has come. */
public enum ApplicationState {
  DRAFT("Not sent yet"),
  SUBMITTED("Waits to be checked"),
  MORE_ASKED("We asked you for more"),
  CHECKED("Checked by one officer, waits for the second"),
  APPROVED("Approved"),
  REFUSED("Refused"),
  APPEALED("Refused; your appeal waits for a decision"),
  WITHDRAWN("Withdrawn");

  private final String words;

  ApplicationState(String words) {
    this.words = words;
  }

  /** As the applicant reads it. */
  public String words() {
    return words;
  }

  /** Whether the officers have it now. */
  public boolean waiting() {
    return this == SUBMITTED || this == CHECKED || this == APPEALED;
  }

  /** Whether nothing more becomes of it, an appeal apart. */
  public boolean ended() {
    return this == APPROVED || this == REFUSED || this == WITHDRAWN;
  }
}
