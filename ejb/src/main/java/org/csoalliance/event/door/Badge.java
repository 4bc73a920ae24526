package org.csoalliance.event.door;

/**
 * Somebody's badge.
 *
 * @param colour of the band, such as {@code #1c5f97}
 * @param role in the band, such as Speaker
 * @param token what the picture says, for the doors of sessions
 * @param prints how often it was printed before
 */
public record Badge(
    long registrationId,
    String name,
    String company,
    String category,
    String colour,
    String role,
    String token,
    int prints) {}
