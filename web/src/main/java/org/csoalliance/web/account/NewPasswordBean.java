package org.csoalliance.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.membership.PasswordForgotten;
import org.csoalliance.membership.PasswordService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.web.security.SessionSettings;
import org.csoalliance.web.security.SourceAddress;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/**
 * The pages {@code /me/security/password}, {@code /sign-in/forgotten} and {@code /sign-in/reset}.
 */
@Named("newPassword")
@RequestScoped
public class NewPasswordBean {
  @EJB private PasswordService service;
  @EJB private PasswordForgotten forgotten;
  @Inject private SessionSettings settings;

  private String email;
  private String password;
  private boolean asked;

  /** Asks for a fresh proof before the form of somebody signed in is shown. */
  public void load() {
    if (!FacesContext.getCurrentInstance().isPostback()) {
      service.mayChange();
    }
  }

  /** Changes the password of somebody signed in. */
  public void change() {
    try {
      service.change(password);
      Proofs.done("The password is changed, and your other sessions are ended", List.of());
    } catch (StepUpRequiredException stale) {
      Proofs.ask("/me/security/password");
    } catch (InvalidException refused) {
      Answers.invalid(FacesContext.getCurrentInstance(), refused);
    }
  }

  /** Asks for a link; the answer is the same for every address. */
  public void forgot() {
    forgotten.ask(email, SourceAddress.of(Proofs.request(), settings.proxyTrusted()));
    asked = true;
  }

  /** Sets the password by a link. */
  public void reset() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      service.reset(getCode(), password);
      Answers.notice(context, "The new password is set. Sign in with it");
      Answers.redirect(context, "/sign-in");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (NotFoundException gone) {
      password = null; // the page says that the link does not work
    }
  }

  /** Whether the link of the address works. */
  public boolean isOpen() {
    return service.opens(getCode());
  }

  /** Whether a link was asked for just now. */
  public boolean isAsked() {
    return asked;
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

  /** Always null: a password is never sent back. */
  public String getPassword() {
    return null;
  }

  /** Takes the password typed. */
  public void setPassword(String password) {
    this.password = password;
  }
}
