package org.csoalliance.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.membership.factor.FactorService;
import org.csoalliance.membership.factor.NewApp;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.web.security.BrowserSession;
import org.csoalliance.web.shared.Answers;

/**
 * The page {@code /me/security/app}: an authenticator app is taken over and gives its first code.
 */
@Named("authenticator")
@RequestScoped
public class AuthenticatorBean {
  @EJB private FactorService factors;
  @Inject private BrowserSession sessions;

  private NewApp app;
  private String code;

  /** Without an app that waits for its first code it goes back. */
  public void load() {
    try {
      app = factors.unconfirmedApp();
    } catch (NotFoundException none) {
      Answers.redirect(FacesContext.getCurrentInstance(), Proofs.SECURITY);
    }
  }

  /** Takes the first code. */
  public void confirm() {
    try {
      List<String> codes = factors.confirmApp(code);
      sessions.proved(Proofs.request(), true);
      Proofs.done("The authenticator app is set up", codes);
    } catch (StepUpRequiredException stale) {
      Proofs.ask("/me/security/app");
    } catch (InvalidException refused) {
      Answers.invalid(FacesContext.getCurrentInstance(), refused);
    }
  }

  /** The secret to take over. */
  public NewApp getApp() {
    return app;
  }

  /** Always null: a code is never sent back. */
  public String getCode() {
    return null;
  }

  /** Takes the code typed. */
  public void setCode(String code) {
    this.code = code;
  }
}
