package org.csoalliance.platform.sharing;

import java.util.Set;

/**
 * What the sharing policy needs to know of a thing, whatever the thing is.
 *
 * @param tlp its label
 * @param published whether it has been checked, so that CLEAR may reach the public
 * @param companyId whose company it comes from, null when from none
 * @param reporterId the account it comes from, null when from none
 * @param attribution how it names its source
 * @param groups the groups it is shared with now, never null
 */
public record Shared(
    Tlp tlp,
    boolean published,
    Long companyId,
    Long reporterId,
    Attribution attribution,
    Set<Long> groups) {

  /** A thing that is shared with no group and hides its company. */
  public Shared(Tlp tlp, boolean published, Long companyId, Long reporterId) {
    this(tlp, published, companyId, reporterId, Attribution.COMPANY_HIDDEN, Set.of());
  }

  /** Copies the groups. */
  public Shared {
    groups = Set.copyOf(groups);
  }
}
