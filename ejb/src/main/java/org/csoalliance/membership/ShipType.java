package org.csoalliance.membership;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of ship it is, as far as the alliance tells ships apart. */
public enum ShipType {
  OIL_TANKER("Oil tanker", Sector.TANKER),
  CHEMICAL_TANKER("Chemical tanker", Sector.TANKER),
  GAS_CARRIER("Gas carrier", Sector.TANKER),
  BULK_CARRIER("Bulk carrier", Sector.BULK),
  CONTAINER("Container ship", Sector.CONTAINER),
  CRUISE("Cruise ship", Sector.CRUISE),
  FERRY("Ferry or ro-pax", Sector.FERRY),
  GENERAL_CARGO("General cargo ship", Sector.CARGO),
  REEFER("Refrigerated cargo ship", Sector.CARGO),
  RO_RO("Ro-ro or vehicle carrier", Sector.CARGO),
  OFFSHORE("Offshore or service ship", Sector.OFFSHORE),
  TUG("Tug", Sector.OFFSHORE),
  FISHING("Fishing vessel", Sector.OTHER),
  OTHER("Other ship", Sector.OTHER);

  private final String words;
  private final Sector sector;

  ShipType(String words, Sector sector) {
    this.words = words;
    this.sector = sector;
  }

  /** As people read it, in the singular. */
  public String words() {
    return words;
  }

  /** The sector in which such a ship is counted. */
  public Sector sector() {
    return sector;
  }

  /**
   * Reads a name of this list or its words, in any case.
   *
   * @param typed null as nothing
   * @return empty when it is neither
   */
  public static Optional<ShipType> of(String typed) {
    String wanted = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            type ->
                type.words.toLowerCase(Locale.ROOT).equals(wanted)
                    || type.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted.replace(' ', '_').replace('-', '_')))
        .findFirst();
  }
}
