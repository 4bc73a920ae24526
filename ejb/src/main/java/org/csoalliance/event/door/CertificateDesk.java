package org.csoalliance.event.door;

import java.util.List;

/**
 * Who may get a certificate of an event, and who has one.
 *
 * @param ready who was there for enough and has none yet
 */
public record CertificateDesk(
    String slug, String title, AttendanceRule rule, int ready, int issued, List<Row> rows) {
  /** Copies the rows. */
  public CertificateDesk {
    rows = List.copyOf(rows);
  }

  /**
   * Somebody with a seat.
   *
   * @param certificate the one that counts, else the last that was withdrawn, else null
   */
  public record Row(
      long registrationId,
      String name,
      String company,
      String attended,
      String hours,
      boolean enough,
      Certificate certificate) {
    /** Whether one can be issued now. */
    public boolean open() {
      return enough && (certificate == null || !certificate.valid());
    }

    /** Whether one counts now. */
    public boolean has() {
      return certificate != null && certificate.valid();
    }
  }
}
