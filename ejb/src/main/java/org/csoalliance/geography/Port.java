package org.csoalliance.geography;

import java.time.ZoneId;
import org.csoalliance.platform.geo.Country;
import org.csoalliance.platform.geo.Position;

/**
 * A port, made one of what the sources tell.
 *
 * @param code its UN/LOCODE; {@code WPI-} and its number where it has none
 * @param wpiNumber its number in the World Port Index, null when it stands not there
 * @param country ISO 3166, null when unknown
 * @param position null when no source tells it
 * @param positionSource whose position it is, null when there is none
 * @param doubtful whether the position was found by the name and may be far off
 * @param zone IANA time zone, null when unknown
 * @param zoneOwn whether the zone is told of this port; else it is that of the nearest port of the
 *     country that has one
 */
public record Port(
    String code,
    Integer wpiNumber,
    String name,
    String country,
    Position position,
    PortSource positionSource,
    boolean doubtful,
    String zone,
    boolean zoneOwn,
    PortFacts facts) {

  /** The English name of the country by ISO 3166; empty when unknown. */
  public String countryName() {
    return Country.name(country);
  }

  /** Such as "Lagos, Nigeria". */
  public String label() {
    return countryName().isEmpty() ? name : name + ", " + countryName();
  }

  /** Whether the code is a UN/LOCODE. */
  public boolean locode() {
    return !code.startsWith("WPI-");
  }

  /** The time zone as rules, null when unknown. */
  public ZoneId zoneId() {
    return zone == null ? null : ZoneId.of(zone);
  }
}
