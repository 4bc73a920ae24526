package org.csoalliance.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.membership.factor.FactorOverview;
import org.csoalliance.membership.factor.FactorService;
import org.csoalliance.membership.factor.PasskeyService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.web.shared.Answers;

/** The factors on the page {@code /me/security}, and the page that shows new recovery codes. */
@Named("factors")
@RequestScoped
public class FactorsBean {
  @EJB private FactorService service;
  @EJB private PasskeyService passkeys;
  @Inject private CallerContext caller;

  private FactorOverview overview;

  /** Does what the pressed button names; other posts pass by. */
  public void act() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      if (Proofs.posted("removePasskey") != null) {
        passkeys.remove(Long.parseLong(Proofs.posted("removePasskey")));
        Proofs.done("The passkey is removed", List.of());
      } else if (Proofs.posted("removeApp") != null) {
        service.removeApp();
        Proofs.done("The authenticator app is removed", List.of());
      } else if (Proofs.posted("beginApp") != null) {
        service.beginApp();
        Answers.redirect(context, "/me/security/app");
      } else if (Proofs.posted("newCodes") != null) {
        Proofs.done("The recovery codes are made", service.newRecoveryCodes());
      } else if (Proofs.posted("rename") != null) {
        passkeys.rename(Long.parseLong(Proofs.posted("rename")), Proofs.posted("newLabel"));
        Proofs.done("The passkey has its new name", List.of());
      }
    } catch (StepUpRequiredException stale) {
      Proofs.ask(Proofs.SECURITY);
    } catch (RefusedException | ConflictException refused) {
      Proofs.done(refused.getMessage(), List.of());
    } catch (org.csoalliance.platform.error.InvalidException refused) {
      Proofs.done(refused.getMessage(), List.of());
    } catch (NumberFormatException | NotFoundException unknown) {
      Answers.notFound(context);
    }
  }

  /** The caller's second factors. */
  public FactorOverview getOverview() {
    if (overview == null) {
      overview = service.overview();
    }
    return overview;
  }

  /** Whether roles are withheld from this session. */
  public boolean isLimited() {
    return caller.limited();
  }

  /** The recovery codes that were made just now; empty otherwise, and then there is no page. */
  public List<String> getNewCodes() {
    Object codes =
        FacesContext.getCurrentInstance().getExternalContext().getFlash().get(Proofs.NEW_CODES);
    return codes == null ? List.of() : List.of(codes.toString().split(" "));
  }

  /** Codes are shown once: without new ones it goes back. */
  public void loadCodes() {
    if (getNewCodes().isEmpty()) {
      Answers.redirect(FacesContext.getCurrentInstance(), Proofs.SECURITY);
    }
  }
}
