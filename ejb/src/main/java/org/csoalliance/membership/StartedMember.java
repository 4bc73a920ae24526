package org.csoalliance.membership;

import java.util.List;

/**
 * What became of a {@link NewMember}.
 *
 * @param accountId the account, which has no password yet when it is new
 * @param companyId the company served
 * @param contested numbers of ships that another company holds; they were not taken
 */
public record StartedMember(long accountId, long companyId, List<String> contested) {
  /** Copies the list. */
  public StartedMember {
    contested = List.copyOf(contested);
  }
}
