package org.csoalliance.web.account;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.csoalliance.membership.ConfirmService;
import org.csoalliance.membership.factor.FactorOverview;
import org.csoalliance.membership.factor.FactorService;
import org.csoalliance.membership.factor.PasskeyService;
import org.csoalliance.membership.factor.SecondStepService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.security.BrowserSession;
import org.csoalliance.web.security.LocalPath;
import org.csoalliance.web.security.PasskeyPage;
import org.csoalliance.web.security.SessionSettings;
import org.csoalliance.web.security.SourceAddress;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/**
 * The page {@code /sign-in/confirm}: somebody signed in proves again who they are. A session that
 * proved no second factor, of a person who has one, is asked for that.
 */
@Named("confirm")
@RequestScoped
public class ConfirmBean {
  @EJB private ConfirmService service;
  @EJB private SecondStepService second;
  @EJB private FactorService factors;
  @EJB private PasskeyService passkeys;
  @Inject private BrowserSession sessions;
  @Inject private PasskeyPage page;
  @Inject private SessionSettings settings;
  @Inject private CallerContext caller;

  private String password;
  private String code;
  private String options;
  private FactorOverview overview;

  /** Only for somebody who is signed in; takes the answer of a passkey. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (caller.session() == null) {
      Answers.redirect(context, "/sign-in");
      return;
    }
    String answer = Asked.parameter("answer");
    if (context.isPostback() && answer != null && !answer.isEmpty()) {
      boolean right = second.confirmPasskey(answer, page.take(request()));
      finish(right, true, null, "The passkey was not taken. Try again, or confirm another way");
    }
  }

  /** Checks the password. */
  public void confirm() {
    boolean right =
        isByPassword()
            && service.password(password, SourceAddress.of(request(), settings.proxyTrusted()));
    finish(
        right,
        false,
        "password",
        "The password is wrong. After several wrong tries, wait a few minutes");
  }

  /** Checks a code of the app or a recovery code. */
  public void enter() {
    finish(
        second.confirmCode(code),
        true,
        "code",
        "The code is wrong, or it was used. After several wrong tries, wait a few minutes");
  }

  private void finish(boolean right, boolean strong, String field, String sentence) {
    FacesContext context = FacesContext.getCurrentInstance();
    if (right) {
      sessions.proved(request(), strong);
      Answers.redirect(context, LocalPath.of(getFrom()).orElse("/me"));
      return;
    }
    context.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
    context.validationFailed();
  }

  /** Whether the password will do. */
  public boolean isByPassword() {
    return caller.session() != null && (caller.strong() || !overview().any());
  }

  /** Whether a code will do. */
  public boolean isByCode() {
    return caller.session() != null
        && (overview().appSince() != null || overview().any() && overview().recoveryCodes() > 0);
  }

  /** Whether a passkey will do. */
  public boolean isWithPasskey() {
    return caller.session() != null && !overview().passkeys().isEmpty();
  }

  /** The options for the script; only the page's drawing begins a ceremony. */
  public String getOptions() {
    if (options == null) {
      options = page.use(request(), passkeys.known(caller.reader().accountId()));
    }
    return options;
  }

  private FactorOverview overview() {
    if (overview == null) {
      overview = factors.overview();
    }
    return overview;
  }

  /** Where the person was, as the address or the form says; checked before it is used. */
  public String getFrom() {
    return Asked.parameter("from");
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  /** Always null: a password is never sent back. */
  public String getPassword() {
    return null;
  }

  /** Takes the password typed. */
  public void setPassword(String password) {
    this.password = password;
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
