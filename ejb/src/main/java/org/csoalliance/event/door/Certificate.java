package org.csoalliance.event.door;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A certificate of attendance as it was issued; what the event says later changes nothing in it.
 *
 * @param number such as {@code CPD-2026-000012}
 * @param code of {@code /verify}, which opens no name
 * @param link the signed part of the address of the PDF
 * @param hours attended, in halves
 * @param withdrawnAt null while it counts
 */
public record Certificate(
    long id,
    String number,
    String code,
    String link,
    long eventId,
    long registrationId,
    String name,
    String initials,
    String title,
    String city,
    String organisers,
    LocalDate startsOn,
    LocalDate endsOn,
    BigDecimal hours,
    List<IspsTopic> topics,
    List<Attendance.Line> lines,
    Instant issuedAt,
    String issuedBy,
    Instant withdrawnAt,
    String withdrawnReason) {
  /** Copies the lists. */
  public Certificate {
    topics = List.copyOf(topics);
    lines = List.copyOf(lines);
  }

  /** Whether it counts. */
  public boolean valid() {
    return withdrawnAt == null;
  }
}
