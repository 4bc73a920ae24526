package org.csoalliance.membership.standing;

import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.Reader;

/** Nobody decides about themselves or about their own company. */
public final class OtherCompany {
  private OtherCompany() {}

  /**
   * Lets an officer pass who has nothing to do with it.
   *
   * @param accountId whom it is about, null for nobody
   * @param companyIds which companies it is about; null among them is none
   * @throws RefusedException for oneself and for the own company
   */
  public static void require(Reader officer, Long accountId, Long... companyIds) {
    if (officer.accountId().equals(accountId)) {
      throw new RefusedException("Another officer has to decide about you.");
    }
    for (Long company : companyIds) {
      if (company != null && company.equals(officer.companyId())) {
        throw new RefusedException("Another officer has to decide about your own company.");
      }
    }
  }
}
