package org.csoalliance.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.admin.PeopleService;
import org.csoalliance.membership.admin.RoleGrantService;
import org.csoalliance.membership.admin.RoleWords;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.web.shared.Answers;

/** Asks for an account of staff; it opens once another person has confirmed the role. */
@Named("adminInvite")
@RequestScoped
public class InviteBean {
  @Inject private PeopleService people;
  @Inject private StepUp stepUp;

  private String name;
  private String email;
  private String role;
  private String reason;

  /** Asks for a fresh proof before anything is typed; takes the form when it was sent. */
  public void load() {
    stepUp.require();
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    if (!context.isPostback() || !given.containsKey("go")) {
      return;
    }
    name = given.get("name");
    email = given.get("email");
    role = given.get("role");
    reason = given.get("reason");
    try {
      long id =
          people.invite(name, email, PeopleBean.among(Role.values(), role).orElse(null), reason);
      Answers.notice(
          context, "Asked for. When another person has confirmed it, the invitation is mailed.");
      Answers.redirect(context, "/admin/people/" + id);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  /** The roles that can be asked for. */
  public List<PeopleBean.Choice> getRoles() {
    return RoleGrantService.GRANTABLE.stream()
        .map(each -> new PeopleBean.Choice(each.name(), RoleWords.of(each.name())))
        .toList();
  }

  /** The name typed. */
  public String getName() {
    return name;
  }

  /** Takes the name typed. */
  public void setName(String name) {
    this.name = name;
  }

  /** The address typed. */
  public String getEmail() {
    return email;
  }

  /** Takes the address typed. */
  public void setEmail(String email) {
    this.email = email;
  }

  /** The role chosen. */
  public String getRole() {
    return role;
  }

  /** Takes the role chosen. */
  public void setRole(String role) {
    this.role = role;
  }

  /** The reason typed. */
  public String getReason() {
    return reason;
  }

  /** Takes the reason typed. */
  public void setReason(String reason) {
    this.reason = reason;
  }
}
