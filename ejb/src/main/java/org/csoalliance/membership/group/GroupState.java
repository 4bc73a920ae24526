package org.csoalliance.membership.group;

/** How a person stands to a group; the last three are past. */
public enum GroupState {
  INVITED,
  REQUESTED,
  MEMBER,
  LEFT,
  REMOVED,
  DECLINED
}
