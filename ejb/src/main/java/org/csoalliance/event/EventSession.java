package org.csoalliance.event;

import java.time.Instant;
import org.csoalliance.platform.sharing.Tlp;

/**
 * A part of the agenda.
 *
 * @param id its quota
 * @param title of the part; on two days the same may come twice
 * @param track of those that run beside each other; may be empty
 * @param room where; may be empty
 * @param speaker who; may be empty
 * @param text what about; may be empty
 * @param startsAt UTC
 * @param endsAt UTC, after the start
 * @param tlp the label of what is said
 * @param pause whether nothing is shared in it: doors, lunch
 * @param chosen whether people choose it; else whoever comes may sit in
 * @param topics numbers of ISPS B/13.1, parted by blanks; may be empty
 * @param capacity its own seats; null: no limit of its own
 * @param taken of its own seats
 */
public record EventSession(
    long id,
    String title,
    String track,
    String room,
    String speaker,
    String text,
    Instant startsAt,
    Instant endsAt,
    Tlp tlp,
    boolean pause,
    boolean chosen,
    String topics,
    Integer capacity,
    int taken) {}
