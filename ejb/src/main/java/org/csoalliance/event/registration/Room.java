package org.csoalliance.event.registration;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventStatus;

/** What a registration needs to know of its event. */
record Room(
    long id,
    String slug,
    String title,
    EventStatus status,
    EventAudience audience,
    AttendanceMode mode,
    boolean approval,
    Integer companyCap,
    String city,
    Instant startsAt,
    Instant endsAt,
    Instant closesAt,
    Instant cancelUntil,
    int offerHours,
    Set<Long> organisers,
    String zone,
    Rules rules) {

  /**
   * What the organiser set for registering.
   *
   * @param waitingList whether there is one
   * @param opensAt no registration before; null: at once
   * @param drawAt end of the window whose requests are drawn by lot; null: first come
   * @param drawnAt when that was done; null: not yet
   * @param formMinutes how long a seat is held for an open form; null: none is
   * @param quietFrom hour of the venue from which no offer is made; null: offers at any hour
   */
  record Rules(
      boolean byCode,
      boolean hold,
      boolean approveChanges,
      boolean approveTransfers,
      boolean waitingList,
      Integer formMinutes,
      Integer quietFrom,
      Integer quietUntil,
      Instant opensAt,
      Instant drawAt,
      String drawSeed,
      Instant drawnAt) {

    /** Whether seats are still to be drawn. */
    boolean drawPending() {
      return drawAt != null && drawnAt == null;
    }
  }

  /** From when on nobody registers. */
  Instant closes() {
    return closesAt == null ? startsAt : closesAt;
  }

  /** From when on people cannot give back, hand over or change a seat by themselves. */
  Instant lastChange() {
    return cancelUntil == null ? startsAt : cancelUntil;
  }

  /** Whether registrations are taken now. */
  boolean open(Instant now) {
    return status.takesRegistrations()
        && now.isBefore(closes())
        && (rules.opensAt() == null || !now.isBefore(rules.opensAt()));
  }

  /** Whether no offer is to be sent at this hour of the venue. */
  boolean quiet(Instant now) {
    if (rules.quietFrom() == null) {
      return false;
    }
    int hour = now.atZone(ZoneId.of(zone)).getHour();
    int from = rules.quietFrom();
    int until = rules.quietUntil();
    return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
  }
}
