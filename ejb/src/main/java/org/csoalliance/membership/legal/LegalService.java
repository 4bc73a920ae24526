package org.csoalliance.membership.legal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.security.CallerContext;

/**
 * What a person has accepted, and what they are still asked. About the own account alone, whatever
 * role is held.
 */
@Stateless
@PermitAll
public class LegalService {
  @Inject private LegalRepository legal;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public LegalService() {}

  LegalService(LegalRepository legal, AuditLog audit, CallerContext caller, Clock clock) {
    this.legal = legal;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** What the caller accepted, every version, the oldest first. */
  public List<Acceptance> mine() {
    return legal.of(caller.ownAccount());
  }

  /** The texts whose version of now the caller has not accepted; one statement. */
  public List<LegalText> open() {
    List<Acceptance> accepted = mine();
    return Arrays.stream(LegalDocument.values())
        .filter(LegalDocument::asked)
        .filter(
            document -> accepted.stream().noneMatch(a -> a.document() == document && a.current()))
        .map(LegalText::current)
        .toList();
  }

  /**
   * Accepts a version; twice is no fault.
   *
   * @throws ConflictException when it is not the version of now any longer
   */
  public void accept(LegalDocument document, String version) {
    if (!document.current().equals(version)) {
      throw new ConflictException("There is a newer version. Read that one.");
    }
    if (legal.accept(caller.ownAccount(), document, version, clock.instant())) {
      audit.record(caller.reader(), "legal.accepted", "legal", document.slug() + " " + version, "");
    }
  }
}
