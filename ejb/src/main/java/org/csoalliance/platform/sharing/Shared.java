package org.csoalliance.platform.sharing;

/**
 * What the sharing policy needs to know of a thing, whatever the thing is.
 *
 * @param tlp its label
 * @param published whether it has been checked, so that CLEAR may reach the public
 * @param companyId whose company it comes from, null when from none
 * @param reporterId the account it comes from, null when from none
 */
public record Shared(Tlp tlp, boolean published, Long companyId, Long reporterId) {}
