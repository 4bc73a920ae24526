package org.csoalliance.membership.standing;

import java.time.Instant;
import java.time.LocalDate;
import org.csoalliance.membership.Capacity;

/**
 * A person and the company served, as the rules of standing need them.
 *
 * @param companyId null when none is served
 * @param companyName null when none is served
 * @param capacity null when none is served
 * @param since the first day of the service, null when none is served
 * @param ships how many ships the person answers for
 * @param member whether the person has the role of a member, whether it counts now or not
 * @param attestBy the day until whose end the membership holds, null without an end
 * @param suspendedAt null when the person is not suspended
 * @param suspendedUntil null with a suspension: until it is lifted
 * @param suspendedReason null when the person is not suspended
 */
public record Person(
    long accountId,
    String name,
    String email,
    Long companyId,
    String companyName,
    Capacity capacity,
    LocalDate since,
    long ships,
    boolean member,
    LocalDate attestBy,
    Instant suspendedAt,
    Instant suspendedUntil,
    String suspendedReason) {

  /** For so many days after the last one a member still reads. */
  public static final int READ_ONLY_DAYS = 30;

  /** Whether the person is suspended at the moment. */
  public boolean suspended(Instant now) {
    return suspendedAt != null
        && !suspendedAt.isAfter(now)
        && (suspendedUntil == null || suspendedUntil.isAfter(now));
  }

  /** The last day on which the person reads without having attested, null without an end. */
  public LocalDate outAfter() {
    return attestBy == null ? null : attestBy.plusDays(READ_ONLY_DAYS);
  }

  /** How the membership stands. */
  public Standing standing(Instant now, LocalDate today) {
    if (!member || companyId == null) {
      return Standing.LEFT;
    } else if (suspended(now)) {
      return Standing.SUSPENDED;
    } else if (attestBy == null || today.isBefore(attestBy.minusDays(Standing.DUE_DAYS))) {
      return Standing.CURRENT;
    } else if (!today.isAfter(attestBy)) {
      return Standing.DUE;
    }
    return today.isAfter(outAfter()) ? Standing.OUT : Standing.READ_ONLY;
  }
}
