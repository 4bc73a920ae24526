package org.csoalliance.membership.standing;

import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.platform.error.NotFoundException;

/** Members as vetting officers see them: how each stands, and what happened. */
@Stateless
@RolesAllowed(VETTING_OFFICER)
public class MemberListService {
  @Inject private MemberListRepository members;
  @Inject private StandingRepository people;
  @Inject private Clock clock;

  /** Made by the container. */
  public MemberListService() {}

  MemberListService(MemberListRepository members, StandingRepository people, Clock clock) {
    this.members = members;
    this.people = people;
    this.clock = clock;
  }

  /** A page of those who are or were members. */
  public MemberPage page(MemberQuery query) {
    Instant now = clock.instant();
    return members.page(query, now, LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /**
   * A person and the history of the membership.
   *
   * @throws NotFoundException when the person is and was no member
   */
  public MemberHistory history(long accountId) {
    Instant now = clock.instant();
    Person person = people.person(accountId).orElseThrow(MemberListService::unknown);
    List<MemberHistory.Event> events = members.events(accountId);
    if (!person.member() && events.isEmpty()) {
      throw unknown();
    }
    return new MemberHistory(
        person, person.standing(now, LocalDate.ofInstant(now, ZoneOffset.UTC)), events);
  }

  private static NotFoundException unknown() {
    return new NotFoundException("There is no such member.");
  }
}
