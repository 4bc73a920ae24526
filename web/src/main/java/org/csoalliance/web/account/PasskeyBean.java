package org.csoalliance.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.membership.factor.PasskeyCeremony;
import org.csoalliance.membership.factor.PasskeyService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.web.security.BrowserSession;
import org.csoalliance.web.security.PasskeyPage;
import org.csoalliance.web.shared.Answers;

/** The page {@code /me/security/passkey}: a passkey is made. */
@Named("newPasskey")
@RequestScoped
public class PasskeyBean {
  @EJB private PasskeyService passkeys;
  @Inject private PasskeyPage page;
  @Inject private BrowserSession sessions;

  private String label;
  private String options;

  /** Asks for a fresh proof before anything is made. */
  public void load() {
    if (!FacesContext.getCurrentInstance().isPostback()) {
      getOptions();
    }
  }

  /** Keeps what the device made. */
  public void add() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      PasskeyCeremony ceremony = page.take(Proofs.request());
      if (ceremony == null || Proofs.posted("answer") == null) {
        throw new InvalidException(
            "label", "The device gave no passkey. This page needs JavaScript to ask it");
      }
      List<String> codes =
          passkeys.add(label, Proofs.posted("answer"), ceremony, page.handle(Proofs.request()));
      sessions.proved(Proofs.request(), true);
      Proofs.done("The passkey is set up", codes);
    } catch (StepUpRequiredException stale) {
      Proofs.ask("/me/security/passkey");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused, java.util.Map.of("passkey", "label"));
    }
  }

  /** The options for the script. */
  public String getOptions() {
    if (options == null) {
      options = page.make(Proofs.request());
    }
    return options;
  }

  /** The name typed. */
  public String getLabel() {
    return label;
  }

  /** Takes the name typed. */
  public void setLabel(String label) {
    this.label = label;
  }
}
