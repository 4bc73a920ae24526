package org.csoalliance.membership.legal;

import java.time.Instant;

/**
 * That a person accepted a version.
 *
 * @param version null while no version of the document was accepted
 * @param at null in that case
 */
public record Acceptance(
    long accountId, String name, LegalDocument document, String version, Instant at) {
  /** Whether it is the version of now. */
  public boolean current() {
    return document.current().equals(version);
  }
}
