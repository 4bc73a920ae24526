package org.csoalliance.web.account;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.security.HalfWay;
import org.csoalliance.web.security.LocalPath;
import org.csoalliance.web.security.SessionSettings;
import org.csoalliance.web.security.SignInCredential;
import org.csoalliance.web.security.SourceAddress;
import org.csoalliance.web.shared.Answers;

/**
 * The page {@code /sign-in}. It keeps no view state, so it can stay open for days and still work.
 */
@Named("signIn")
@RequestScoped
public class SignInBean {
  private static final String HOME = "/me";

  @Inject private SecurityContext security;
  @Inject private SessionSettings settings;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private String email;
  private String password;

  /** Sends on whoever is signed in already. */
  public void load() {
    if (caller.reader().signedIn()) {
      Answers.redirect(FacesContext.getCurrentInstance(), target());
    }
  }

  /** Checks what was typed; goes to where the person wanted to be, or says that it was refused. */
  public void signIn() {
    FacesContext context = FacesContext.getCurrentInstance();
    ExternalContext external = context.getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String source = SourceAddress.of(request, settings.proxyTrusted());
    HalfWay.forget(request);
    AuthenticationStatus status =
        security.authenticate(
            request,
            (HttpServletResponse) external.getResponse(),
            withParams().credential(new SignInCredential(email, password, source)));
    if (status == AuthenticationStatus.SUCCESS) {
      Answers.redirect(context, target());
      return;
    }
    if (HalfWay.of(request, clock.instant()).isPresent()) {
      Answers.redirect(context, SecondBean.ADDRESS + SecondBean.from(getFrom()));
      return;
    }
    context.addMessage(
        "email",
        new FacesMessage(
            FacesMessage.SEVERITY_ERROR,
            "E-mail or password is wrong. After several wrong tries, wait a few minutes",
            null));
    context.validationFailed();
  }

  private String target() {
    return LocalPath.of(getFrom()).orElse(HOME);
  }

  /** Where the person wanted to be, as the address or the form says; checked before it is used. */
  public String getFrom() {
    var parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    return parameters.getOrDefault("from", parameters.get("next"));
  }

  /** The query that carries where the person wanted to be to another way of signing in. */
  public String getFromQuery() {
    return SecondBean.from(getFrom());
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
