package org.csoalliance.event;

import java.time.Instant;

/**
 * A row of the list of events.
 *
 * @param startsAt UTC
 * @param endsAt UTC
 * @param zone of the wall clock at the venue
 * @param left seats left; null: no limit
 * @param sequence of the calendar entry
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
    Instant updatedAt) {}
