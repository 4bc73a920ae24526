package org.csoalliance.web.fleet;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.csoalliance.membership.fleet.CompanyView;
import org.csoalliance.membership.fleet.MyCompanyService;
import org.csoalliance.membership.standing.LeavingService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The page {@code /me/company}: who serves the company, and leaving it. */
@Named("myCompany")
@RequestScoped
public class CompanyBean {
  @EJB private MyCompanyService service;
  @EJB private LeavingService leaving;
  @Inject private CallerContext caller;

  private CompanyView company;
  private boolean asked;
  private String reason;

  /** Before the page is shown or left. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.MEMBER)) {
      Answers.forbidden(context);
      return;
    }
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    asked = given.containsKey("leave");
    if (context.isPostback() && given.containsKey("leave-now")) {
      reason = given.get("reason");
      leave(context);
    }
    if (!context.getResponseComplete()) {
      company = service.mine().orElse(null);
    }
  }

  private void leave(FacesContext context) {
    try {
      leaving.leave(reason);
      Answers.notice(
          context,
          "Your membership has ended and you are signed out everywhere. If you serve another"
              + " company now, apply again.");
      Answers.redirect(context, "/sign-in");
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  /** The company, null when none is served. */
  public CompanyView getCompany() {
    return company;
  }

  /** Whether the reader is asked if they want to leave. */
  public boolean isAsked() {
    return asked;
  }

  /** The reason that was typed. */
  public String getReason() {
    return reason;
  }

  /** Takes the reason that was typed. */
  public void setReason(String reason) {
    this.reason = reason;
  }
}
