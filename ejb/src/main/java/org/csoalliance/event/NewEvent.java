package org.csoalliance.event;

import java.time.Instant;

/**
 * An event as its organiser describes it, new or changed. What cannot be taken is told by {@link
 * EventRules}.
 *
 * @param title 5 to 150 characters
 * @param series such as "Cyber workshops"; may be empty
 * @param summary one sentence for lists, at most 300 characters; may be empty
 * @param text at most 8,000 characters; may be empty
 * @param organisers as the page names them; may be empty
 * @param city where; may be empty for a remote event
 * @param venue name and address; may be empty
 * @param venueHidden whether accepted people alone see the venue
 * @param startsAt UTC
 * @param endsAt UTC, after the start, at most 60 days after it
 * @param zone IANA name of the wall clock at the venue, such as Europe/London
 * @param languages such as "English, Greek"; may be empty
 * @param capacity seats in all; null: no limit
 * @param audience whom it is for
 * @param rule what may be told outside
 * @param mode how it is held
 * @param approval whether an organiser decides before a seat is taken
 * @param companyCap how many of one company may have a seat; null: no limit
 * @param closesAt no registration from then on; null: until it starts
 * @param cancelUntil nobody cancels by themselves from then on; null: until it starts
 * @param offerHours how long an offer to somebody on the waiting list holds, 1 to 168 hours
 */
public record NewEvent(
    String title,
    String series,
    String summary,
    String text,
    String organisers,
    String city,
    String venue,
    boolean venueHidden,
    Instant startsAt,
    Instant endsAt,
    String zone,
    String languages,
    Integer capacity,
    EventAudience audience,
    RoomRule rule,
    AttendanceMode mode,
    boolean approval,
    Integer companyCap,
    Instant closesAt,
    Instant cancelUntil,
    int offerHours) {}
