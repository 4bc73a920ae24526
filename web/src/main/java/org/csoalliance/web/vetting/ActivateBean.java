package org.csoalliance.web.vetting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.csoalliance.membership.vetting.ActivationService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page {@code /activate}, on which a new member chooses the first password. */
@Named("activate")
@RequestScoped
public class ActivateBean {
  private static final int GONE = 410;

  @Inject private ActivationService service;

  private String email;
  private boolean asked;
  private String password;

  /** A code that opens nothing is told so, whether it is wrong, too old or used. */
  public void load() {
    if (getEmail() == null) {
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(GONE);
    }
  }

  /** Sets the password; the member signs in with it and is led to the page of the second factor. */
  public void choose() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      service.activate(getCode(), password);
      Answers.notice(
          context,
          "Your password is set. Sign in with it; then set up a passkey, which is safer and"
              + " quicker.");
      Answers.redirect(context, "/sign-in?from=/me/security");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (NotFoundException gone) {
      email = null;
      context.getExternalContext().setResponseStatus(GONE);
    }
  }

  /** The address that is activated, null when the code opens nothing. */
  public String getEmail() {
    if (!asked) { // a form that is sent asks before the page is loaded: it takes what it shows
      asked = true;
      email = service.address(getCode()).orElse(null);
    }
    return email;
  }

  /** The code of the address, or of the form that repeats it. */
  public String getCode() {
    return Asked.parameter("code");
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
