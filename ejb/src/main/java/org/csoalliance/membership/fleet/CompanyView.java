package org.csoalliance.membership.fleet;

import java.time.LocalDate;
import java.util.List;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Sector;

/**
 * The company that somebody serves, to those who serve it.
 *
 * @param imoNumber the IMO company number, null when unknown
 * @param country ISO 3166 alpha-2, null when unknown
 * @param ships how many ships are in its fleet
 * @param officers who serves it, the primary officers first, and then who did
 */
public record CompanyView(
    String name,
    String imoNumber,
    String country,
    Sector sector,
    long ships,
    List<Officer> officers) {

  /**
   * A service.
   *
   * @param to the last day, null while it goes on
   * @param ships how many ships the person answers for, or answered for at the end
   * @param shipNames the first five of them, the rest counted; empty for none
   * @param mine whether it is the reader's own
   */
  public record Officer(
      String name,
      Capacity capacity,
      LocalDate from,
      LocalDate to,
      long ships,
      String shipNames,
      boolean mine) {}

  /** Who serves the company now. */
  public List<Officer> serving() {
    return officers.stream().filter(officer -> officer.to() == null).toList();
  }

  /** Who served it before. */
  public List<Officer> former() {
    return officers.stream().filter(officer -> officer.to() != null).toList();
  }
}
