package org.csoalliance.membership.standing;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** Leaving the company, by oneself or by an officer who heard of it. */
@Stateless
@RolesAllowed(MEMBER)
public class LeavingService {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 300;

  @Inject private StandingRepository people;
  @Inject private MembershipLeaving leaving;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public LeavingService() {}

  LeavingService(
      StandingRepository people, MembershipLeaving leaving, AuditLog audit, CallerContext caller) {
    this.people = people;
    this.leaving = leaving;
    this.audit = audit;
    this.caller = caller;
  }

  /**
   * The caller leaves the company; the caller's session ends at its next request.
   *
   * @throws InvalidException field {@code reason}, when it is too short or too long
   * @throws NotFoundException when the caller serves none
   */
  public void leave(String reason) {
    Reader reader = caller.reader();
    end(reader.accountId(), reason, reader, "membership.left");
  }

  /**
   * An officer ends the membership of another person.
   *
   * @throws InvalidException field {@code reason}, when it is too short or too long
   * @throws NotFoundException when there is no such member
   * @throws RefusedException for oneself and for the own company
   */
  @RolesAllowed({VETTING_OFFICER, ADMINISTRATOR})
  public void end(long accountId, String reason) {
    Person person = people.person(accountId).orElseThrow(LeavingService::unknown);
    OtherCompany.require(caller.reader(), person.accountId(), person.companyId());
    end(accountId, reason, caller.reader(), "membership.ended");
  }

  private void end(long accountId, String reason, Reader by, String action) {
    String words = words(reason);
    Person person =
        people
            .locked(accountId)
            .filter(found -> found.companyId() != null)
            .orElseThrow(LeavingService::unknown);
    leaving.end(person, "LEFT", words, by);
    audit.record(by, action, "account", person.name(), person.companyName());
  }

  private static String words(String reason) {
    String words = reason == null ? "" : reason.strip();
    int length = words.codePointCount(0, words.length());
    if (length < SHORTEST || length > LONGEST) {
      throw new InvalidException("reason", "Say why in 3 to 300 characters.");
    }
    return words;
  }

  private static NotFoundException unknown() {
    return new NotFoundException("There is no such member.");
  }
}
