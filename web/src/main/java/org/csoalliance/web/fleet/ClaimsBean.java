package org.csoalliance.web.fleet;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.fleet.ShipClaim;
import org.csoalliance.membership.fleet.ShipClaimService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Answers;

/** The page {@code /vetting/claims}: ships that two companies say are theirs. */
@Named("claims")
@RequestScoped
public class ClaimsBean {
  private static final String ADDRESS = "/vetting/claims";

  @EJB private ShipClaimService service;
  @Inject private CallerContext caller;

  private List<ShipClaim> open = List.of();
  private ShipClaim chosen;
  private String reason;

  /** Before the page is shown or a decision is taken. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!caller.reader().is(Role.VETTING_OFFICER)) {
      Answers.forbidden(context);
      return;
    }
    Map<String, String> given = context.getExternalContext().getRequestParameterMap();
    long id = FleetBean.number(given.get("claim"));
    if (context.isPostback()) {
      reason = given.get("reason");
      settle(context, id, given);
    }
    if (!context.getResponseComplete()) {
      open = service.open();
      chosen = open.stream().filter(claim -> claim.id() == id).findFirst().orElse(null);
    }
  }

  private void settle(FacesContext context, long id, Map<String, String> given) {
    try {
      if (given.containsKey("accept") || given.containsKey("refuse")) {
        service.settle(id, given.containsKey("accept"), reason);
        done(context, "The claim is settled. Both companies are told by mail.");
      }
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException gone) {
      done(context, gone.getMessage());
    }
  }

  private static void done(FacesContext context, String sentence) {
    Answers.notice(context, sentence);
    Answers.redirect(context, ADDRESS);
  }

  /** Open claims, the oldest first. */
  public List<ShipClaim> getOpen() {
    return open;
  }

  /** The claim that is decided, null when none is. */
  public ShipClaim getChosen() {
    return chosen;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
