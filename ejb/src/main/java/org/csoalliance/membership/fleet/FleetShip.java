package org.csoalliance.membership.fleet;

import org.csoalliance.membership.ShipType;

/**
 * A ship of the caller's company.
 *
 * @param flag ISO 3166 alpha-2, empty when unknown
 * @param primary who answers for it as company security officer, by name; empty for nobody
 * @param alternate who answers for it as alternate, by name; empty for nobody
 * @param mine whether the caller answers for it
 * @param claims how many companies claim it and wait for an answer
 */
public record FleetShip(
    String imo,
    String name,
    ShipType type,
    String flag,
    String primary,
    String alternate,
    boolean mine,
    long claims) {}
