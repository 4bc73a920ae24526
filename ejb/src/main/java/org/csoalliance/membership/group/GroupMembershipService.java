package org.csoalliance.membership.group;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.text.PlainText;

/**
 * A member's own way into a group and out of it. An editor who is no member may call and is
 * refused, so that a group that is not there answers an editor as it answers a member.
 */
@Stateless
@RolesAllowed({MEMBER, EDITOR})
public class GroupMembershipService {
  /** The longest sentence of a request, and the longest reason. */
  public static final int LONGEST_SENTENCE = 500;

  private static final int SHORTEST_SENTENCE = 10;

  @Inject private GroupChangeRepository groups;
  @Inject private GroupMails mails;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public GroupMembershipService() {}

  /** For tests. */
  public GroupMembershipService(
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
   * Joins an open group.
   *
   * @throws RefusedException when the group is not open, has ended, or its rule does not let the
   *     caller in
   */
  public void join(String slug) {
    Reader reader = writer();
    GroupChangeRepository.Locked group = enterable(slug, reader);
    if (group.kind() != GroupKind.OPEN) {
      throw new RefusedException("This group is not open. " + group.kind().rule());
    }
    Optional<GroupChangeRepository.Standing> standing =
        groups.standing(group.id(), reader.accountId());
    if (standing.isPresent() && standing.get().state() == GroupState.MEMBER) {
      return;
    }
    if (standing.isPresent()) {
      groups.join(standing.get().id(), clock.instant());
    } else {
      groups.begin(
          group.id(), reader.accountId(), GroupState.MEMBER, false, clock.instant(), null, "");
    }
    audit.record(reader, "group.joined", "group", group.slug(), "");
  }

  /**
   * Asks to join; the moderators are mailed.
   *
   * @param sentence why, 10 to 500 characters
   */
  public void request(String slug, String sentence) {
    Reader reader = writer();
    GroupChangeRepository.Locked group = enterable(slug, reader);
    if (!group.kind().onRequest()) {
      throw new RefusedException("This group takes no requests. " + group.kind().rule());
    }
    String why = sentence == null ? "" : sentence.strip();
    if (why.codePointCount(0, why.length()) < SHORTEST_SENTENCE
        || why.codePointCount(0, why.length()) > LONGEST_SENTENCE) {
      throw new InvalidException("sentence", "Say in 10 to 500 characters why you want to join.");
    }
    if (groups.standing(group.id(), reader.accountId()).isPresent()) {
      throw new ConflictException("You are in this group, or on your way into it, already.");
    }
    String clean = PlainText.column(why, LONGEST_SENTENCE);
    groups.begin(
        group.id(), reader.accountId(), GroupState.REQUESTED, false, clock.instant(), null, clean);
    mails.asked(groups.moderators(group.id()), group, reader.name(), clean);
    audit.record(reader, "group.requested", "group", group.slug(), "");
  }

  /** Accepts an invitation. */
  public void accept(String slug) {
    Reader reader = writer();
    GroupChangeRepository.Locked group = enterable(slug, reader);
    GroupChangeRepository.Standing invited = standing(group, reader, GroupState.INVITED);
    groups.join(invited.id(), clock.instant());
    audit.record(reader, "group.joined", "group", group.slug(), "by invitation");
  }

  /** Declines an invitation, or takes a request back. */
  public void decline(String slug) {
    Reader reader = caller.reader();
    GroupChangeRepository.Locked group = lock(slug, reader);
    GroupChangeRepository.Standing standing =
        groups
            .standing(group.id(), reader.accountId())
            .filter(found -> found.state() != GroupState.MEMBER)
            .orElseThrow(() -> new ConflictException("This was answered before."));
    boolean invited = standing.state() == GroupState.INVITED;
    groups.end(standing.id(), invited ? GroupState.DECLINED : GroupState.LEFT, clock.instant(), "");
    audit.record(
        reader,
        invited ? "group.invitation_declined" : "group.request_withdrawn",
        "group",
        group.slug(),
        "");
  }

  /**
   * Leaves the group.
   *
   * @throws RefusedException when nobody would moderate it
   */
  public void leave(String slug) {
    Reader reader = caller.reader();
    GroupChangeRepository.Locked group = lock(slug, reader);
    GroupChangeRepository.Standing standing = standing(group, reader, GroupState.MEMBER);
    if (standing.moderator() && !groups.moderatedWithout(group.id(), standing.id())) {
      throw new RefusedException(
          "You are the last moderator. Make another member a moderator before you leave.");
    }
    groups.end(standing.id(), GroupState.LEFT, clock.instant(), "");
    audit.record(reader, "group.left", "group", group.slug(), "");
  }

  /**
   * Becomes the moderator of a group that has lost all of its own, because none of them is a member
   * of the alliance any longer or their companies no longer fit the rule.
   */
  public void takeOver(String slug) {
    Reader reader = writer();
    GroupChangeRepository.Locked group = lock(slug, reader);
    GroupChangeRepository.Standing standing = standing(group, reader, GroupState.MEMBER);
    if (groups.moderatedWithout(group.id(), 0)) {
      throw new ConflictException("This group has a moderator.");
    }
    groups.moderator(standing.id(), true);
    audit.record(reader, "group.moderator_made", "group", group.slug(), "took over");
  }

  private GroupChangeRepository.Standing standing(
      GroupChangeRepository.Locked group, Reader reader, GroupState state) {
    return groups
        .standing(group.id(), reader.accountId())
        .filter(found -> found.state() == state)
        .orElseThrow(
            () ->
                new ConflictException(
                    state == GroupState.INVITED
                        ? "This invitation was answered or withdrawn before."
                        : "You are not in this group."));
  }

  /** The group, locked, when somebody may come in at all. */
  private GroupChangeRepository.Locked enterable(String slug, Reader reader) {
    GroupChangeRepository.Locked group = lock(slug, reader);
    if (!reader.is(Role.MEMBER)) {
      throw new RefusedException("Members alone can be in a group.");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (group.endsOn() != null && group.endsOn().isBefore(today)) {
      throw new RefusedException("This working group has ended.");
    }
    if (!groups.fits(group.id(), reader.accountId())) {
      throw new RefusedException(
          group.rule().words() + " Your company has none in its fleet at this moment.");
    }
    return group;
  }

  private GroupChangeRepository.Locked lock(String slug, Reader reader) {
    return groups
        .lock(slug == null ? "" : slug, reader.accountId())
        .orElseThrow(() -> new NotFoundException(GroupService.NO_SUCH));
  }

  private Reader writer() {
    Reader reader = caller.reader();
    if (reader.readOnly()) {
      throw new RefusedException(
          "Your membership has lapsed. Attest it again, then you can change something here.");
    }
    return reader;
  }
}
