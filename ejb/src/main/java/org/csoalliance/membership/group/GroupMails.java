package org.csoalliance.membership.group;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.settings.Settings;

/**
 * The mails of groups. None of them says in its category or reference which group it is about: the
 * administrator reads those, and must not learn of a hidden group.
 */
@Dependent
public class GroupMails {
  private static final String CATEGORY = "GROUP";

  private Outbox outbox;
  private Settings settings;

  /** For CDI. */
  protected GroupMails() {}

  /** Queues in the given outbox. */
  @Inject
  public GroupMails(Outbox outbox, Settings settings) {
    this.outbox = outbox;
    this.settings = settings;
  }

  void invited(GroupChangeRepository.Found to, GroupChangeRepository.Locked group, String by) {
    send(
        to.mail(),
        to.accountId(),
        "You are invited to a group",
        by
            + " invites you to the group \""
            + group.name()
            + "\" of the CSO Alliance.\n\nAccept or decline here:\n"
            + address(group));
  }

  void asked(
      List<GroupChangeRepository.Standing> moderators,
      GroupChangeRepository.Locked group,
      String by,
      String sentence) {
    for (GroupChangeRepository.Standing moderator : moderators) {
      send(
          moderator.mail(),
          moderator.accountId(),
          "Somebody asks to join your group",
          by
              + " asks to join the group \""
              + group.name()
              + "\":\n\n> "
              + sentence.replaceAll("\\R", "\n> ")
              + "\n\nAccept or decline here:\n"
              + address(group));
    }
  }

  void taken(GroupChangeRepository.Standing to, GroupChangeRepository.Locked group) {
    send(
        to.mail(),
        to.accountId(),
        "You are in the group",
        "You asked to join the group \""
            + group.name()
            + "\". A moderator has accepted it.\n\n"
            + address(group));
  }

  void declined(
      GroupChangeRepository.Standing to, GroupChangeRepository.Locked group, String reason) {
    send(
        to.mail(),
        to.accountId(),
        "Your request to join a group",
        "You asked to join the group \""
            + group.name()
            + "\". A moderator has declined it.\n\nReason\n"
            + reason);
  }

  void removed(
      GroupChangeRepository.Standing to, GroupChangeRepository.Locked group, String reason) {
    send(
        to.mail(),
        to.accountId(),
        "You are no longer in a group",
        "A moderator has ended your membership of the group \""
            + group.name()
            + "\".\n\nReason\n"
            + reason);
  }

  private String address(GroupChangeRepository.Locked group) {
    return settings.baseUrl() + "/groups/" + group.slug() + "\n";
  }

  private void send(String recipient, Long account, String subject, String body) {
    outbox.queue(
        List.of(
            new OutgoingMail(
                recipient, account, CATEGORY, "", "[CSO Alliance] " + subject, body + "\n")));
  }
}
