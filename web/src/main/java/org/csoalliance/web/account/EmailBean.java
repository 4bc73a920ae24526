package org.csoalliance.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.membership.EmailChangeService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/**
 * The pages {@code /me/security/email}, {@code /me/security/email/confirm} and {@code
 * /sign-in/undo}: an address is changed, confirmed and taken back.
 */
@Named("myEmail")
@RequestScoped
public class EmailBean {
  @EJB private EmailChangeService service;

  private String email;

  /** Asks for a fresh proof before the form is shown. */
  public void load() {
    if (!FacesContext.getCurrentInstance().isPostback()) {
      service.mayAsk();
    }
  }

  /** Asks for another address. */
  public void ask() {
    try {
      service.ask(email);
      Proofs.done("A mail is on its way to the new address. Its link confirms it", List.of());
    } catch (StepUpRequiredException stale) {
      Proofs.ask("/me/security/email");
    } catch (InvalidException refused) {
      Answers.invalid(FacesContext.getCurrentInstance(), refused);
    }
  }

  /** Confirms the new address. */
  public void confirm() {
    try {
      service.confirm(getCode());
      Proofs.done("You sign in with the new address from now on", List.of());
    } catch (NotFoundException gone) {
      Proofs.done(gone.getMessage(), List.of());
    }
  }

  /** Takes the change back. */
  public void undo() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      service.undo(getCode());
      Answers.notice(
          context, "The address is as it was, and every session is ended. Set a new password");
      Answers.redirect(context, "/sign-in/forgotten");
    } catch (NotFoundException gone) {
      context.responseComplete();
      Answers.notFound(context);
    }
  }

  /** The address of now. */
  public String getAddress() {
    return service.address();
  }

  /** The address that waits for its confirmation, null when there is none. */
  public String getWaiting() {
    return service.waiting().orElse(null);
  }

  /** Whether the link takes a change back. */
  public boolean isUndoable() {
    return service.undoable(getCode());
  }

  /** The code of the link, or of the form that repeats it. */
  public String getCode() {
    return Asked.parameter("code");
  }

  /** The address typed. */
  public String getEmail() {
    return email;
  }

  /** Takes the address typed. */
  public void setEmail(String email) {
    this.email = email;
  }
}
