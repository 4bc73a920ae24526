package org.csoalliance.membership.group;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * Reads groups. A hidden group is there for its members and for those invited; for anyone else it
 * does not exist, in the list as at its address.
 */
@Stateless
@RolesAllowed({MEMBER, EDITOR})
public class GroupService {
  static final String NO_SUCH = "There is no such group, or you may not know of it.";

  @Inject private GroupRepository groups;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public GroupService() {}

  /** For tests. */
  public GroupService(GroupRepository groups, CallerContext caller, Clock clock) {
    this.groups = groups;
    this.caller = caller;
    this.clock = clock;
  }

  /** The groups that the caller may know of: invitations, their own, the others; one statement. */
  public List<GroupSummary> list() {
    return groups.visible(caller.reader().accountId(), today());
  }

  /**
   * The page of a group: two statements.
   *
   * @throws NotFoundException when there is none, or the caller may not know of it
   */
  public GroupDetail detail(String slug) {
    Reader reader = caller.reader();
    GroupRepository.Found found =
        groups
            .find(slug == null ? "" : slug, reader.accountId(), today())
            .orElseThrow(() -> new NotFoundException(NO_SUCH));
    GroupSummary summary = found.summary();
    Set<GroupState> states = EnumSet.noneOf(GroupState.class);
    if (summary.joined()) {
      states.add(GroupState.MEMBER);
    }
    if (summary.moderating()) {
      states.add(GroupState.REQUESTED);
      states.add(GroupState.INVITED);
    }
    List<GroupPerson> people = groups.people(summary.id(), reader.accountId(), states);
    return new GroupDetail(
        summary,
        found.outcome(),
        people.stream().filter(GroupPerson::moderator).toList(),
        summary.joined() ? of(people, GroupState.MEMBER) : List.of(),
        of(people, GroupState.REQUESTED),
        of(people, GroupState.INVITED),
        found.fits());
  }

  private static List<GroupPerson> of(List<GroupPerson> people, GroupState state) {
    return people.stream().filter(person -> person.state() == state).toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
