package org.csoalliance.membership.fleet;

import java.time.Instant;

/**
 * A company says that a ship in another fleet is its own.
 *
 * @param byName who claims it
 * @param companyId the company that claims it
 * @param holderId the company that has it now, null when none has it any more
 * @param holderName empty when none has it any more
 * @param evidence what the claim rests on
 */
public record ShipClaim(
    long id,
    String imo,
    String shipName,
    Long byId,
    String byName,
    long companyId,
    String companyName,
    Long holderId,
    String holderName,
    String evidence,
    Instant madeAt) {}
