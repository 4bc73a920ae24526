package org.csoalliance.membership.group;

import java.time.LocalDate;

/**
 * A group as one who may know of it sees it in the list.
 *
 * @param slug its part of the address
 * @param hidden whether only its members and those invited know of it
 * @param rule null: none
 * @param endsOn the last day of a working group, null for others
 * @param ended whether that day has passed
 * @param members how many members it has
 * @param mine how the reader stands to it, null: not at all
 * @param moderating whether the reader moderates it
 * @param waiting how many people wait for a moderator; 0 for a reader who is none
 */
public record GroupSummary(
    long id,
    String slug,
    String name,
    String purpose,
    GroupKind kind,
    boolean hidden,
    GroupRule rule,
    LocalDate endsOn,
    boolean ended,
    int members,
    GroupState mine,
    boolean moderating,
    int waiting) {
  /** Whether the reader is in it. */
  public boolean joined() {
    return mine == GroupState.MEMBER;
  }
}
