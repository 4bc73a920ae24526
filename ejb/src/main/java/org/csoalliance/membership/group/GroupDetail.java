package org.csoalliance.membership.group;

import java.util.List;

/**
 * The page of a group.
 *
 * @param outcome what a working group found, may be empty
 * @param moderators for everybody who may know of the group
 * @param members for its members alone, else empty
 * @param requests for its moderators alone, the oldest first
 * @param invitations for its moderators alone, the newest first
 * @param fits whether the reader may be a member by the rule of the group
 */
public record GroupDetail(
    GroupSummary summary,
    String outcome,
    List<GroupPerson> moderators,
    List<GroupPerson> members,
    List<GroupPerson> requests,
    List<GroupPerson> invitations,
    boolean fits) {}
