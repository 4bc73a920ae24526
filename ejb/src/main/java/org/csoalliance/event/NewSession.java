package org.csoalliance.event;

import java.time.Instant;
import org.csoalliance.platform.sharing.Tlp;

/**
 * A part of the agenda as its organiser describes it.
 *
 * @param title 2 to 100 characters
 * @param track of those that run beside each other, at most 100 characters; may be empty
 * @param room where, at most 100 characters; may be empty
 * @param speaker who, at most 200 characters; may be empty
 * @param text what about, at most 2,000 characters; may be empty
 * @param startsAt UTC
 * @param endsAt UTC, after the start
 * @param tlp the label of what is said, never TLP:RED
 * @param pause whether nothing is shared in it: doors, lunch
 * @param chosen whether people choose it when they register
 * @param topics numbers 1 to 20 of ISPS B/13.1, parted by blanks; may be empty
 * @param capacity its own seats, of those that people choose; null: no limit of its own
 */
public record NewSession(
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
    Integer capacity) {}
