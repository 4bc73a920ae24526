package org.csoalliance.membership;

import java.util.List;

/**
 * A vetted person who becomes a member, with the company and ships they answer for.
 *
 * @param accountId an account that the person has already; null to make one
 * @param email the work address, checked by a mail that was answered
 * @param name as others see it
 * @param telephone as typed, null when unknown
 * @param company the company served
 * @param capacity as what
 * @param ships the ships answered for, each once
 */
public record NewMember(
    Long accountId,
    String email,
    String name,
    String telephone,
    NewCompany company,
    Capacity capacity,
    List<NewShip> ships) {

  /**
   * A company as the person gave it; one with the same IMO company number is taken as the same.
   *
   * @param imo seven digits that pass the company rule
   * @param country ISO 3166 alpha-2, null when unknown
   * @param mailDomain in lower case, null when unknown
   */
  public record NewCompany(
      String imo, String name, String country, Sector sector, String mailDomain) {}

  /**
   * A ship as the person gave it.
   *
   * @param imo seven digits that pass the ship rule
   * @param flag ISO 3166 alpha-2, null when unknown
   */
  public record NewShip(String imo, String name, ShipType type, String flag) {}
}
