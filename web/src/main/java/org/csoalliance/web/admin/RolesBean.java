package org.csoalliance.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.admin.RoleGrant;
import org.csoalliance.membership.admin.RoleGrantService;
import org.csoalliance.platform.error.AllianceException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.web.shared.Answers;

/** Roles that wait for a second person. */
@Named("adminRoles")
@RequestScoped
public class RolesBean {
  private static final String ADDRESS = "/admin/roles";

  @Inject private RoleGrantService service;
  @Inject private CallerContext caller;
  @Inject private StepUp stepUp;

  private List<RoleGrant> waiting;

  /** Reads the buttons, then what waits; asks for a fresh proof where there is one to decide. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    if (context.isPostback()) {
      act(context, given);
      return;
    }
    waiting = service.waiting();
    if (waiting.stream().anyMatch(service::mayDecide)) {
      stepUp.require();
    }
  }

  private void act(FacesContext context, Map<String, String> given) {
    try {
      if (number(given.get("confirm")) != null) {
        service.decide(number(given.get("confirm")), true);
        Answers.notice(context, "Confirmed. The person is told by mail.");
      } else if (number(given.get("refuse")) != null) {
        service.decide(number(given.get("refuse")), false);
        Answers.notice(context, "Refused.");
      } else if (number(given.get("withdraw")) != null) {
        service.withdraw(number(given.get("withdraw")));
        Answers.notice(context, "Taken back.");
      }
    } catch (StepUpRequiredException again) {
      throw again;
    } catch (AllianceException told) {
      Answers.notice(context, told.getMessage() + ".");
    }
    Answers.redirect(context, ADDRESS);
  }

  private static Long number(String text) {
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  /** What waits, the oldest first. */
  public List<RoleGrant> getWaiting() {
    return waiting;
  }

  /** Whether the caller may decide this one. */
  public boolean decides(RoleGrant grant) {
    return service.mayDecide(grant);
  }

  /** Whether the caller asked for this one. */
  public boolean asked(RoleGrant grant) {
    return grant.askedById() == caller.reader().accountId();
  }
}
