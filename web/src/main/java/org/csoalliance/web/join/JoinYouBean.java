package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.membership.join.ApplicationDraftService;
import org.csoalliance.membership.join.ApplicationView;
import org.csoalliance.membership.join.Step;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;

/** The step "You": name, telephone, and as what the person serves. */
@Named("joinYou")
@RequestScoped
public class JoinYouBean {
  @EJB private ApplicationDraftService service;
  @Inject private JoinPage page;

  private String name;
  private String telephone;
  private String role;

  /** Opens the step with what is known. */
  public void load() {
    if (page.enter(Step.YOU) && !FacesContext.getCurrentInstance().isPostback()) {
      ApplicationView view = page.getView();
      name = view.name();
      telephone = view.telephone();
      role = view.role().name();
    }
  }

  /** Keeps what was typed and goes on. */
  public void save() {
    if (page.closed()) {
      return;
    }
    try {
      service.person(page.id(), name, telephone, JoinBean.capacity(role));
      page.goOn();
    } catch (InvalidException refused) {
      Answers.invalid(FacesContext.getCurrentInstance(), refused);
    } catch (ConflictException sent) {
      JoinPage.refuse("name", sent);
    }
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getTelephone() {
    return telephone;
  }

  public void setTelephone(String telephone) {
    this.telephone = telephone;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }
}
