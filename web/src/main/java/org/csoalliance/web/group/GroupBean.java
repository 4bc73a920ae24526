package org.csoalliance.web.group;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.csoalliance.membership.group.GroupDetail;
import org.csoalliance.membership.group.GroupKind;
import org.csoalliance.membership.group.GroupMembershipService;
import org.csoalliance.membership.group.GroupModerationService;
import org.csoalliance.membership.group.GroupPerson;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.membership.group.GroupSummary;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Plural;

/** The page of a group: what it is for, who is in it, and the way in and out. */
@Named("group")
@RequestScoped
public class GroupBean {
  @Inject private GroupService service;
  @Inject private GroupMembershipService membership;
  @Inject private GroupModerationService moderation;

  private GroupDetail detail;
  private boolean gone;

  /** Takes the button that was pressed, then reads the group. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (getDetail() == null) {
      Answers.notFound(context);
    } else if (context.isPostback() && asked("act")) {
      act(context, given("act"));
    }
  }

  private void act(FacesContext context, String act) {
    try {
      String[] parts = act.split(":", 2);
      String done = done(parts[0], parts.length > 1 ? Long.parseLong(parts[1]) : 0);
      if (done == null) {
        Answers.badRequest(context);
        return;
      }
      Answers.notice(context, done);
      boolean out = parts[0].equals("leave") || parts[0].equals("refuse");
      Answers.redirect(context, out ? "/groups" : "/groups/" + slug());
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (NumberFormatException unreadable) {
      Answers.badRequest(context);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException | RefusedException refused) {
      context.addMessage(
          null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refused.getMessage(), null));
      context.validationFailed();
    }
  }

  private String done(String act, long id) {
    switch (act) {
      case "join" -> membership.join(slug());
      case "ask" -> membership.request(slug(), given("sentence"));
      case "take" -> membership.accept(slug());
      case "refuse" -> membership.decline(slug());
      case "leave" -> membership.leave(slug());
      case "take-over" -> membership.takeOver(slug());
      case "accept" -> moderation.accept(slug(), id);
      case "decline" -> moderation.decline(slug(), id, given("reason"));
      case "invite" -> moderation.invite(slug(), given("mail"));
      case "withdraw" -> moderation.withdraw(slug(), id);
      case "make" -> moderation.makeModerator(slug(), id);
      case "unmake" -> moderation.unmakeModerator(slug(), id);
      case "remove" -> moderation.remove(slug(), id, given("reason"));
      case "describe" -> moderation.describe(slug(), given("purpose"), day(), given("outcome"));
      default -> {
        return null;
      }
    }
    return switch (act) {
      case "join", "take" -> "You are in the group.";
      case "ask" -> "Your request has gone to the moderators. Their answer comes by mail.";
      case "refuse" -> "Done. Nobody but the moderators learns of it.";
      case "leave" -> "You have left the group.";
      case "invite" ->
          "If this is the work address of a member who may be in the group, a mail is on its way.";
      case "accept" -> "The person is in the group and has been mailed.";
      case "decline", "remove" -> "Done. The reason has been mailed.";
      default -> "Done.";
    };
  }

  private LocalDate day() {
    String typed = given("endsOn");
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private String slug() {
    return given("slug");
  }

  private static String given(String parameter) {
    return Asked.parameter(parameter);
  }

  /**
   * The group, read once a request; a post asks for it before the button is taken. Null when there
   * is none or the reader may not know of it.
   */
  public GroupDetail getDetail() {
    if (detail == null && !gone) {
      try {
        detail = service.detail(slug());
      } catch (NotFoundException none) {
        gone = true;
      }
    }
    return detail;
  }

  /** What the list says of it. */
  public GroupSummary getSummary() {
    return getDetail() == null ? null : getDetail().summary();
  }

  /** Whether somebody who asks is to be offered the way in. */
  public boolean isJoinable() {
    return getDetail() != null
        && getDetail().fits()
        && !getSummary().ended()
        && getSummary().mine() == null;
  }

  /** Whether it ends on a day, with an outcome. */
  public boolean isWorking() {
    return getSummary() != null && getSummary().kind() == GroupKind.WORKING;
  }

  /** How many members, in words. */
  public String getMembers() {
    return getSummary() == null ? "" : Plural.of(getSummary().members(), "member", "members");
  }

  /** The member who is to be removed once a reason is given, null when none is. */
  public GroupPerson getRemoving() {
    return people(GroupDetail::members).stream()
        .filter(person -> String.valueOf(person.id()).equals(given("remove")))
        .findFirst()
        .orElse(null);
  }

  /** The request that is to be declined once a reason is given, null when none is. */
  public GroupPerson getDeclining() {
    return people(GroupDetail::requests).stream()
        .filter(person -> String.valueOf(person.id()).equals(given("decline")))
        .findFirst()
        .orElse(null);
  }

  private List<GroupPerson> people(Function<GroupDetail, List<GroupPerson>> list) {
    return getDetail() == null ? List.of() : list.apply(getDetail());
  }

  /** Whether the address asks for a panel, such as {@code ?leave=1}. */
  public boolean asked(String panel) {
    return given(panel) != null;
  }

  /** What was typed into a field, else what stands. */
  public String value(String field, String standing) {
    return asked("act") && asked(field) ? given(field) : standing;
  }

  /** Whether a field was refused. */
  public boolean wrong(String field) {
    return !FacesContext.getCurrentInstance().getMessageList(field).isEmpty();
  }

  /** The ids that describe a field. */
  public String describes(String field) {
    return field + "-h" + (wrong(field) ? " " + field + "-e" : "");
  }
}
