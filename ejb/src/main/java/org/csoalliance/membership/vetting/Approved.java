package org.csoalliance.membership.vetting;

import java.util.List;

/**
 * What an approval made.
 *
 * @param contested numbers of ships that another company holds; they were not taken
 * @param linkMailed whether an activation link was mailed; else the person signs in as before
 */
public record Approved(List<String> contested, boolean linkMailed) {}
