package org.csoalliance.membership.group;

import java.time.LocalDate;

/**
 * A group to be made.
 *
 * @param name 3 to 100 characters
 * @param purpose 10 to 2,000 characters
 * @param kind how people come in
 * @param hidden whether only its members and those invited know of it
 * @param rule null: none
 * @param endsOn the last day of a working group; null for others
 * @param moderatorMail the work address of the first moderator, who must be a member
 */
public record NewGroup(
    String name,
    String purpose,
    GroupKind kind,
    boolean hidden,
    GroupRule rule,
    LocalDate endsOn,
    String moderatorMail) {}
