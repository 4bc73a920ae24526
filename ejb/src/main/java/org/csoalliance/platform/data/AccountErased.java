package org.csoalliance.platform.data;

/**
 * An account is erased, in this very transaction. Each feature removes or anonymises what it holds.
 *
 * @param accountId the account, which stays as a number without a person
 * @param emailKey the address it had, in lower case
 */
public record AccountErased(long accountId, String emailKey) {
  /** What others read instead of the name. */
  public static final String NAME = "Former member";
}
