package org.csoalliance.event.door;

import java.time.Instant;

/**
 * A ticket as its holder sees it.
 *
 * @param link the signed part of the address of the page
 * @param state as people read it
 * @param seat whether it opens the door; else there is no token and no code
 * @param token what the picture says; null without a seat
 * @param code for typing, in two parts; null without a seat
 * @param venue where it is: who has a ticket may know
 */
public record TicketPage(
    String link,
    String slug,
    String title,
    String status,
    Instant startsAt,
    Instant endsAt,
    String zone,
    String city,
    String venue,
    String mode,
    String name,
    String company,
    String category,
    String state,
    boolean seat,
    String token,
    String code) {}
