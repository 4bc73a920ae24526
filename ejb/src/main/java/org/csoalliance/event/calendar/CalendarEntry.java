package org.csoalliance.event.calendar;

import java.time.Instant;
import org.csoalliance.event.EventStatus;

/**
 * An event as its reader's calendar shows it.
 *
 * @param slug makes the UID, which never changes
 * @param text what to know, in plain text; may be empty
 * @param place as far as the reader may know it; may be empty
 * @param startsAt UTC
 * @param endsAt UTC
 * @param zone IANA name of the wall clock at the place
 * @param sequence counts on with each change of place, time or title
 * @param updatedAt UTC
 * @param tentative whether the reader has no seat yet
 */
public record CalendarEntry(
    String slug,
    String title,
    String text,
    String place,
    Instant startsAt,
    Instant endsAt,
    String zone,
    EventStatus status,
    int sequence,
    Instant updatedAt,
    boolean tentative) {}
