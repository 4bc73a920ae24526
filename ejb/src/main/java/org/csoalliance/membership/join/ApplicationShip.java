package org.csoalliance.membership.join;

import org.csoalliance.membership.ShipType;

/**
 * A ship of an application, as the person gave it.
 *
 * @param imo seven digits that pass the ship rule
 * @param name may be empty
 * @param flag ISO 3166 alpha-2, null when not given
 */
public record ApplicationShip(String imo, String name, ShipType type, String flag) {}
