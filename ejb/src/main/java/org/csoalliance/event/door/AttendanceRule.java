package org.csoalliance.event.door;

/**
 * How much of an event somebody must have been at for a certificate.
 *
 * @param basis what is counted
 * @param percent the least share, 1 to 100
 */
public record AttendanceRule(Basis basis, int percent) {
  /** Of an event whose organiser has said nothing else. */
  public static final AttendanceRule DEFAULT = new AttendanceRule(Basis.DAYS, 50);

  /** What a share is counted of. */
  public enum Basis {
    /** Days of the event on which the person was checked in. */
    DAYS("days"),
    /** Sessions that the person could attend and was checked in to. */
    SESSIONS("sessions");

    private final String words;

    Basis(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }
}
