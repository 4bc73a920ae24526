package org.csoalliance.event;

import java.time.Instant;
import org.csoalliance.platform.sharing.Tlp;

/**
 * A row of the list of events.
 *
 * @param startsAt UTC
 * @param endsAt UTC
 * @param zone of the wall clock at the venue
 * @param left seats left; null: no limit
 * @param sequence of the calendar entry
 * @param opensAt no registration before; null: as soon as the status is OPEN
 * @param closesAt no registration from then on; null: until it starts
 * @param waitingList whether people may wait once it is full
 * @param tlp the label of what is said
 */
public record EventSummary(
    long id,
    String slug,
    String title,
    String series,
    String summary,
    String city,
    Instant startsAt,
    Instant endsAt,
    String zone,
    AttendanceMode mode,
    EventAudience audience,
    EventStatus status,
    Integer capacity,
    Integer left,
    int sequence,
    Instant updatedAt,
    Instant opensAt,
    Instant closesAt,
    boolean waitingList,
    Tlp tlp) {}
