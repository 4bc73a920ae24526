package org.csoalliance.membership.factor;

import java.io.Serializable;

/**
 * One ceremony of WebAuthn that was begun: what the answer of the browser is held against.
 *
 * @param origin where the page was, such as {@code https://alliance.example}
 * @param challenge random bytes, good for one answer
 */
@SuppressWarnings("ArrayRecordComponent")
public record PasskeyCeremony(String origin, byte[] challenge) implements Serializable {
  /** The relying party: the host of the origin. */
  public String rpId() {
    return java.net.URI.create(origin).getHost();
  }
}
