package org.csoalliance.membership;

/** Whether an account may be used. */
enum AccountState {
  ACTIVE,
  /** Ended for good: it signs nobody in, and its open sessions and tokens are dead. */
  ENDED
}
