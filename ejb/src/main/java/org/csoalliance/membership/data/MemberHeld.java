package org.csoalliance.membership.data;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What membership holds on a person, and for how long. */
@Dependent
public class MemberHeld {
  private MemberDataRepository data;

  /** For CDI. */
  protected MemberHeld() {}

  /** Reads and removes through the given repository. */
  @Inject
  public MemberHeld(MemberDataRepository data) {
    this.data = data;
  }

  /** Adds account, services, sessions, factors, groups, applications. */
  public void asked(@Observes DataAsked asked) {
    for (String section : data.sections()) {
      asked.add(section, data.held(section, asked.accountId()));
    }
  }

  /** The rules of membership. */
  public void rules(@Observes RetentionAsked asked) {
    days(
        asked,
        "links",
        "Links in mails to set a password that have run out",
        "30 days after their end",
        "To tell a person whose link has run out what happened.",
        30,
        before -> data.forgetLinks(before));
    days(
        asked,
        "address-changes",
        "Changes of an account's address",
        "12 months",
        "So that a change by a stranger can be undone and looked into.",
        365,
        before -> data.forgetAddressChanges(before));
    days(
        asked,
        "sessions",
        "Sessions that have ended: when, where from, on what device",
        "90 days",
        "So that a person sees sign-ins that were not theirs.",
        90,
        before -> data.forgetSessions(before));
    days(
        asked,
        "failures",
        "Failed sign-ins, without the address that was typed",
        "7 days",
        "To slow down guessing.",
        7,
        before -> data.forgetFailures(before));
    days(
        asked,
        "tokens",
        "Access tokens that have ended, without the token itself",
        "12 months after their end",
        "To look into what a program did.",
        365,
        before -> data.forgetTokens(before));
    days(
        asked,
        "groups",
        "Past memberships of groups, with the reason of their end",
        "24 months after their end",
        "For questions about a removal.",
        730,
        before -> data.forgetGroups(before));
    days(
        asked,
        "invitations",
        "Invitations to a group that nobody answered",
        "90 days",
        "Whoever wants the person asks again.",
        90,
        before -> data.forgetInvitations(before));
    asked.add(
        new RetentionRule(
            "accounts",
            "Accounts: name, address, telephone, company, ships",
            "Until the person erases the account",
            "To know who is a member, and who was when a report came in.",
            "The person, on the page My data",
            null));
  }

  private interface Over {
    int remove(java.time.Instant before);
  }

  private static void days(
      RetentionAsked asked,
      String id,
      String what,
      String howLong,
      String why,
      int days,
      Over over) {
    asked.add(
        new RetentionRule(
            id,
            what,
            howLong,
            why,
            RetentionRule.JOB,
            now -> over.remove(now.minus(Duration.ofDays(days)))));
  }
}
