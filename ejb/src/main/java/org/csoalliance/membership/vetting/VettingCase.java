package org.csoalliance.membership.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.ShipType;
import org.csoalliance.membership.join.ApplicationState;
import org.csoalliance.membership.join.Proof;
import org.csoalliance.membership.join.Voucher;

/**
 * An application as an officer works on it.
 *
 * @param version as the officer saw it; a decision on an older one is refused
 * @param checks the items of the checklist that were entered, as they stand
 * @param checkLog every check ever entered, the newest first
 * @param steps the newest first
 */
public record VettingCase(
    String reference,
    ApplicationState state,
    int version,
    Person person,
    Company company,
    Dates dates,
    Words words,
    List<Ship> ships,
    List<Vouch> vouchers,
    List<Proof> proofs,
    List<Check> checks,
    List<Check> checkLog,
    List<Note> notes,
    List<VettingStep> steps,
    VettingStanding standing) {

  /**
   * Who applies.
   *
   * @param domain of the work address
   * @param sharedDomain whether many companies share that domain
   * @param account whether the person has an account
   * @param usable whether that account can be signed in with
   */
  public record Person(
      String name,
      String email,
      String domain,
      boolean sharedDomain,
      String telephone,
      Capacity capacity,
      boolean account,
      boolean usable) {}

  /**
   * For which company.
   *
   * @param country ISO 3166 alpha-2, null when not given
   * @param mailDomain as the applicant gave it, null when not given
   * @param knownName the name of the company that has this number already, null when none has
   * @param knownDomain that company's mail domain, null when unknown
   * @param people how many members serve that company now
   */
  public record Company(
      String name,
      String imo,
      String country,
      String mailDomain,
      List<String> flagStates,
      Sector sector,
      String knownName,
      String knownDomain,
      int people) {}

  /**
   * When.
   *
   * @param age in working days since it came in
   * @param purgeAt from when on the proofs are deleted, null while they are needed
   */
  public record Dates(
      Instant submittedAt,
      int age,
      LocalDate promised,
      boolean overdue,
      Instant acceptedAt,
      String codeVersion,
      String privacyVersion,
      Instant decidedAt,
      Instant purgeAt) {}

  /** What was asked, answered, refused and appealed; each null when it was not. */
  public record Words(String asked, String reply, String refusal, String appeal) {}

  /**
   * A ship that the person answers for.
   *
   * @param knownName as the alliance knows it, null when it does not
   * @param heldBy the company that has it, null when none has
   * @param contested whether that is another company than the applicant's
   */
  public record Ship(
      String imo,
      String name,
      ShipType type,
      String flag,
      String knownName,
      String heldBy,
      boolean contested) {}

  /**
   * A member who was named to vouch.
   *
   * @param name null when the address is no member's
   * @param company likewise
   * @param sameCompany whether the member serves the applicant's company
   * @param answer null while there is none
   */
  public record Vouch(
      String email,
      String name,
      String company,
      boolean sameCompany,
      Voucher.Answer answer,
      Instant answeredAt) {}

  /** What an officer noted for the others. */
  public record Note(String text, String byName, Instant at) {}

  /** The item as it stands, null when nobody entered it. */
  public Check check(CheckItem item) {
    return checks.stream().filter(check -> check.item() == item).findFirst().orElse(null);
  }
}
