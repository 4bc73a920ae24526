package org.csoalliance.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.csoalliance.membership.ConfirmService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.security.BrowserSession;
import org.csoalliance.web.security.LocalPath;
import org.csoalliance.web.security.SessionSettings;
import org.csoalliance.web.security.SourceAddress;
import org.csoalliance.web.shared.Answers;

/** The page {@code /sign-in/confirm}: somebody signed in proves again who they are. */
@Named("confirm")
@RequestScoped
public class ConfirmBean {
  @EJB private ConfirmService service;
  @Inject private BrowserSession sessions;
  @Inject private SessionSettings settings;
  @Inject private CallerContext caller;

  private String password;

  /** Only for somebody who is signed in. */
  public void load() {
    if (caller.session() == null) {
      Answers.redirect(FacesContext.getCurrentInstance(), "/sign-in");
    }
  }

  /** Checks the password and goes back to where it was asked for. */
  public void confirm() {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    if (service.password(password, SourceAddress.of(request, settings.proxyTrusted()))) {
      sessions.proved(request, false);
      Answers.redirect(context, LocalPath.of(getFrom()).orElse("/me"));
      return;
    }
    context.addMessage(
        "password",
        new FacesMessage(
            FacesMessage.SEVERITY_ERROR,
            "The password is wrong. After several wrong tries, wait a few minutes",
            null));
    context.validationFailed();
  }

  /** Where the person was, as the address or the form says; checked before it is used. */
  public String getFrom() {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get("from");
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
