package org.csoalliance.web.group;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.membership.group.GroupState;
import org.csoalliance.membership.group.GroupSummary;
import org.csoalliance.web.shared.Plural;

/** The groups that the reader may know of: invitations, their own, the others. */
@Named("groups")
@RequestScoped
public class GroupsBean {
  @Inject private GroupService service;

  private List<GroupSummary> all = List.of();

  /** Reads the list once. */
  public void load() {
    all = service.list();
  }

  /** Groups that the reader is invited to. */
  public List<GroupSummary> getInvited() {
    return all.stream().filter(group -> group.mine() == GroupState.INVITED).toList();
  }

  /** Groups that the reader is in. */
  public List<GroupSummary> getMine() {
    return all.stream().filter(GroupSummary::joined).toList();
  }

  /** Groups that the reader may know of and is not in. */
  public List<GroupSummary> getOthers() {
    return all.stream()
        .filter(group -> !group.joined() && group.mine() != GroupState.INVITED)
        .toList();
  }

  /** How many members, in words. */
  public String members(GroupSummary group) {
    return Plural.of(group.members(), "member", "members");
  }
}
