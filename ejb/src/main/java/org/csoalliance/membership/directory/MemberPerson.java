package org.csoalliance.membership.directory;

import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Sector;

/**
 * A member as other members see them: what the person does not show is null or empty.
 *
 * @param sector of the company; null with it
 * @param ships how many the person answers for; null when not shown
 */
public record MemberPerson(
    long id,
    String name,
    String company,
    Sector sector,
    Capacity capacity,
    Integer ships,
    String telephone,
    String mail,
    String languages,
    String waters,
    String about) {}
