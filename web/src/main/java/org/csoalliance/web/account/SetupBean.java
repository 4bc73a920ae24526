package org.csoalliance.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.csoalliance.membership.SetupService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page {@code /setup}, which makes the first administrator of a new system. */
@Named("setup")
@RequestScoped
public class SetupBean {
  @EJB private SetupService service;

  private String name;
  private String email;
  private String password;

  /** Without the code of this start there is no such page. */
  public void load() {
    if (!service.open(getCode())) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  /** Makes the administrator, who then signs in. */
  public void create() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      service.create(getCode(), name, email, password);
      Answers.redirect(context, "/sign-in");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (NotFoundException gone) {
      Answers.notFound(context);
    }
  }

  /** The code of the address, or of the form that repeats it. */
  public String getCode() {
    return Asked.parameter("code");
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

  /** Always null: a password is never sent back. */
  public String getPassword() {
    return null;
  }

  /** Takes the password typed. */
  public void setPassword(String password) {
    this.password = password;
  }
}
