package org.csoalliance.web.group;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.csoalliance.membership.group.GroupCreationService;
import org.csoalliance.membership.group.GroupKind;
import org.csoalliance.membership.group.GroupRule;
import org.csoalliance.membership.group.NewGroup;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;

/** The form that makes a group. */
@Named("newGroup")
@RequestScoped
public class NewGroupBean {
  @Inject private GroupCreationService service;

  private String name;
  private String purpose;
  private GroupKind kind = GroupKind.OPEN;
  private boolean hidden;
  private boolean cruise;
  private String endsOn;
  private String moderatorMail;

  /** Makes the group and goes to its page; to the list when it is hidden. */
  public void create() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      String slug =
          service.create(
              new NewGroup(
                  name,
                  purpose,
                  kind,
                  hidden,
                  cruise ? GroupRule.PASSENGER_SHIPS : null,
                  day(),
                  moderatorMail));
      Answers.notice(
          context,
          hidden
              ? "The group stands. Its moderator sees it under Groups; you do not."
              : "The group stands. Its moderator can invite and accept people.");
      Answers.redirect(context, hidden ? "/groups" : "/groups/" + slug);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  private LocalDate day() {
    try {
      return endsOn == null || endsOn.isBlank() ? null : LocalDate.parse(endsOn.strip());
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** Every kind there is. */
  public List<GroupKind> getKinds() {
    return List.of(GroupKind.values());
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  public GroupKind getKind() {
    return kind;
  }

  public void setKind(GroupKind kind) {
    this.kind = kind;
  }

  public boolean isHidden() {
    return hidden;
  }

  public void setHidden(boolean hidden) {
    this.hidden = hidden;
  }

  public boolean isCruise() {
    return cruise;
  }

  public void setCruise(boolean cruise) {
    this.cruise = cruise;
  }

  public String getEndsOn() {
    return endsOn;
  }

  public void setEndsOn(String endsOn) {
    this.endsOn = endsOn;
  }

  public String getModeratorMail() {
    return moderatorMail;
  }

  public void setModeratorMail(String moderatorMail) {
    this.moderatorMail = moderatorMail;
  }
}
