package org.csoalliance.membership.group;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * What the moderators of a group do. Everybody else is refused, and somebody who may not know of
 * the group is told that there is none.
 */
@Stateless
@RolesAllowed({MEMBER, EDITOR})
public class GroupModerationService {
  private static final int MOST_INVITATIONS = 200;

  @Inject private GroupChangeRepository groups;
  @Inject private GroupMails mails;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public GroupModerationService() {}

  /** For tests. */
  public GroupModerationService(
      GroupChangeRepository groups,
      GroupMails mails,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.groups = groups;
    this.mails = mails;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Accepts a request.
   *
   * @throws ConflictException when it was answered or taken back
   */
  public void accept(String slug, long request) {
    GroupChangeRepository.Locked group = moderated(slug);
    GroupChangeRepository.Standing asked = row(group, request, GroupState.REQUESTED);
    if (!groups.fits(group.id(), asked.accountId())) {
      throw new RefusedException(group.rule().words() + " This person's company has none now.");
    }
    groups.join(asked.id(), clock.instant());
    mails.taken(asked, group);
    record("group.request_accepted", group, asked.name());
  }

  /**
   * Declines a request.
   *
   * @param reason mailed to the person, 5 to 500 characters
   */
  public void decline(String slug, long request, String reason) {
    GroupChangeRepository.Locked group = moderated(slug);
    GroupChangeRepository.Standing asked = row(group, request, GroupState.REQUESTED);
    String why = reason(reason);
    groups.end(asked.id(), GroupState.DECLINED, clock.instant(), why);
    mails.declined(asked, group, why);
    record("group.request_declined", group, asked.name());
  }

  /**
   * Invites by work address. What happens and what is shown is the same whether a member has the
   * address or not; a mail goes to a member alone whom the rule of the group lets in.
   */
  public void invite(String slug, String mail) {
    GroupChangeRepository.Locked group = moderated(slug);
    String address = mail == null ? "" : mail.strip();
    if (!MailAddress.valid(address)) {
      throw new InvalidException("mail", "Enter a work address such as name@company.example.");
    }
    if (groups.invited(group.id(), address)) {
      return;
    }
    if (groups.invitations(group.id()) >= MOST_INVITATIONS) {
      throw new InvalidException(
          "mail", "200 invitations wait for an answer. Withdraw some before you invite others.");
    }
    Optional<GroupChangeRepository.Found> member =
        groups
            .member(address.toLowerCase(Locale.ROOT), group.rule())
            .filter(GroupChangeRepository.Found::fits);
    Optional<GroupChangeRepository.Standing> standing =
        member.flatMap(found -> groups.standing(group.id(), found.accountId()));
    Long account =
        standing.isPresent()
            ? null
            : member.map(GroupChangeRepository.Found::accountId).orElse(null);
    groups.begin(group.id(), account, GroupState.INVITED, false, clock.instant(), address, "");
    if (account != null) {
      mails.invited(member.get(), group, caller.reader().name());
    }
    record("group.invited", group, "");
  }

  /** Takes an invitation back that nobody has answered. */
  public void withdraw(String slug, long invitation) {
    GroupChangeRepository.Locked group = moderated(slug);
    groups.withdraw(row(group, invitation, GroupState.INVITED).id());
    record("group.invitation_withdrawn", group, "");
  }

  /** Makes a moderator of a member. */
  public void makeModerator(String slug, long member) {
    GroupChangeRepository.Locked group = moderated(slug);
    GroupChangeRepository.Standing standing = row(group, member, GroupState.MEMBER);
    groups.moderator(standing.id(), true);
    record("group.moderator_made", group, standing.name());
  }

  /**
   * Makes a plain member of a moderator.
   *
   * @throws RefusedException when nobody would moderate the group
   */
  public void unmakeModerator(String slug, long member) {
    GroupChangeRepository.Locked group = moderated(slug);
    GroupChangeRepository.Standing standing = row(group, member, GroupState.MEMBER);
    keepOne(group, standing);
    groups.moderator(standing.id(), false);
    record("group.moderator_unmade", group, standing.name());
  }

  /**
   * Removes a member.
   *
   * @param reason mailed to the person, 5 to 500 characters
   */
  public void remove(String slug, long member, String reason) {
    GroupChangeRepository.Locked group = moderated(slug);
    GroupChangeRepository.Standing standing = row(group, member, GroupState.MEMBER);
    String why = reason(reason);
    keepOne(group, standing);
    groups.end(standing.id(), GroupState.REMOVED, clock.instant(), why);
    mails.removed(standing, group, why);
    record("group.member_removed", group, standing.name());
  }

  /**
   * Writes what the group is for.
   *
   * @param endsOn the last day of a working group, needed there; ignored for others
   * @param outcome what a working group found; ignored for others
   */
  public void describe(String slug, String purpose, LocalDate endsOn, String outcome) {
    GroupChangeRepository.Locked group = moderated(slug);
    boolean working = group.kind() == GroupKind.WORKING;
    Map<String, String> wrong = new LinkedHashMap<>();
    GroupRules.purpose(purpose, wrong);
    GroupRules.end(working, endsOn, wrong);
    GroupRules.outcome(outcome, wrong);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    groups.describe(
        group.id(),
        GroupRules.clean(purpose),
        working ? endsOn : null,
        working && outcome != null ? GroupRules.clean(outcome) : "");
    record("group.described", group, "");
  }

  private void keepOne(
      GroupChangeRepository.Locked group, GroupChangeRepository.Standing standing) {
    if (standing.moderator() && !groups.moderatedWithout(group.id(), standing.id())) {
      throw new RefusedException(
          "This is the last moderator. Make another member a moderator first.");
    }
  }

  private static String reason(String typed) {
    String reason = typed == null ? "" : typed.strip();
    int length = reason.codePointCount(0, reason.length());
    if (length < 5 || length > GroupMembershipService.LONGEST_SENTENCE) {
      throw new InvalidException("reason", "Give a reason of 5 to 500 characters.");
    }
    return PlainText.column(reason, GroupMembershipService.LONGEST_SENTENCE);
  }

  private GroupChangeRepository.Standing row(
      GroupChangeRepository.Locked group, long id, GroupState state) {
    return groups
        .row(group.id(), id)
        .filter(found -> found.state() == state)
        .orElseThrow(() -> new ConflictException("This was answered or changed before."));
  }

  private GroupChangeRepository.Locked moderated(String slug) {
    Reader reader = caller.reader();
    GroupChangeRepository.Locked group =
        groups
            .lock(slug == null ? "" : slug, reader.accountId())
            .orElseThrow(() -> new NotFoundException(GroupService.NO_SUCH));
    boolean moderates =
        groups
            .standing(group.id(), reader.accountId())
            .filter(GroupChangeRepository.Standing::moderator)
            .isPresent();
    if (!moderates) {
      throw new RefusedException("The moderators of the group alone can do this.");
    }
    if (reader.readOnly()) {
      throw new RefusedException(
          "Your membership has lapsed. Attest it again, then you can change something here.");
    }
    return group;
  }

  private void record(String action, GroupChangeRepository.Locked group, String detail) {
    audit.record(caller.reader(), action, "group", group.slug(), detail == null ? "" : detail);
  }
}
