package org.csoalliance.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.csoalliance.membership.AccessTokenService;
import org.csoalliance.membership.AccessTokenSummary;
import org.csoalliance.membership.NewAccessToken;
import org.csoalliance.membership.SessionService;
import org.csoalliance.membership.SessionSummary;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.StepUpRequiredException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page {@code /me/security}: open sessions and access tokens. */
@Named("mySecurity")
@RequestScoped
public class SecurityBean {
  private static final String ADDRESS = "/me/security";
  private static final String NEW_TOKEN = "alliance.token";

  @EJB private AccessTokenService tokens;
  @EJB private SessionService sessions;
  @Inject private Clock clock;

  private String label;
  private String scope = "read";
  private int days = 90;
  private List<AccessTokenSummary> list;
  private List<SessionSummary> open;

  /** The caller's tokens, the newest first. */
  public List<AccessTokenSummary> getTokens() {
    if (list == null) {
      list = tokens.list();
    }
    return list;
  }

  /** Whether the token opens anything now. */
  public boolean live(AccessTokenSummary token) {
    return token.live(clock.instant());
  }

  /** Now, for what the page compares with. */
  public Instant getNow() {
    return clock.instant();
  }

  /** The token that was made just now, shown once; null otherwise. */
  public String getNewToken() {
    return (String)
        FacesContext.getCurrentInstance().getExternalContext().getFlash().get(NEW_TOKEN);
  }

  /** Makes a token and shows it on the page that follows, which a reload does not make again. */
  public void create() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      String plain = tokens.create(new NewAccessToken(label, scope.contains("write"), days));
      context.getExternalContext().getFlash().put(NEW_TOKEN, plain);
      Answers.redirect(context, ADDRESS);
    } catch (StepUpRequiredException stale) {
      Proofs.ask(ADDRESS);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused, Map.of("writes", "scope"));
    } catch (ConflictException refused) {
      context.addMessage(
          "label", new FacesMessage(FacesMessage.SEVERITY_ERROR, refused.getMessage(), null));
      context.validationFailed();
    }
  }

  /** Revokes the token that the pressed button names; other posts pass by. */
  public void revoke() {
    FacesContext context = FacesContext.getCurrentInstance();
    String id = Asked.parameter("revoke");
    if (!context.isPostback() || id == null) {
      return;
    }
    try {
      tokens.revoke(Long.parseLong(id));
      Answers.notice(context, "The token is revoked");
      Answers.redirect(context, ADDRESS);
    } catch (NumberFormatException | NotFoundException unknown) {
      Answers.notFound(context);
    }
  }

  /** The caller's open sessions, the last seen first. */
  public List<SessionSummary> getOpen() {
    if (open == null) {
      open = sessions.list();
    }
    return open;
  }

  /** Ends the session that the pressed button names; other posts pass by. */
  public void end() {
    FacesContext context = FacesContext.getCurrentInstance();
    String id = Proofs.posted("end");
    if (id == null) {
      return;
    }
    try {
      sessions.end(UUID.fromString(id));
      Answers.notice(context, "The session is ended");
      Answers.redirect(context, ADDRESS);
    } catch (IllegalArgumentException | NotFoundException unknown) {
      Answers.notFound(context);
    }
  }

  /** Ends every session of the caller, this one too. */
  public void signOutEverywhere() {
    sessions.signOutEverywhere();
    Answers.redirect(FacesContext.getCurrentInstance(), "/sign-in");
  }

  /** The name typed for a new token. */
  public String getLabel() {
    return label;
  }

  /** Takes the name typed for a new token. */
  public void setLabel(String label) {
    this.label = label;
  }

  /** {@code read} or {@code write}. */
  public String getScope() {
    return scope;
  }

  /** Takes {@code read} or {@code write}. */
  public void setScope(String scope) {
    this.scope = scope == null ? "" : scope;
  }

  /** How many days the new token lives. */
  public int getDays() {
    return days;
  }

  /** Takes how many days the new token lives. */
  public void setDays(int days) {
    this.days = days;
  }
}
