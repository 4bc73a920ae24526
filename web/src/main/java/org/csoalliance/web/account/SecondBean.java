package org.csoalliance.web.account;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.csoalliance.membership.SignedIn;
import org.csoalliance.membership.factor.PasskeyService;
import org.csoalliance.membership.factor.SecondStepService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.security.HalfWay;
import org.csoalliance.web.security.LocalPath;
import org.csoalliance.web.security.PasskeyPage;
import org.csoalliance.web.security.ProvenCredential;
import org.csoalliance.web.security.SessionSettings;
import org.csoalliance.web.security.SourceAddress;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/**
 * The pages {@code /sign-in/second}, after the password, and {@code /sign-in/passkey}, instead of
 * it.
 */
@Named("second")
@RequestScoped
public class SecondBean {
  static final String ADDRESS = "/sign-in/second";

  @EJB private SecondStepService service;
  @EJB private PasskeyService passkeys;
  @Inject private SecurityContext security;
  @Inject private PasskeyPage page;
  @Inject private SessionSettings settings;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private String code;
  private String options;
  private List<byte[]> known;

  /** On the second step's page: whose password was not right of late begins anew. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    Optional<HalfWay> half = HalfWay.of(request(), clock.instant());
    if (half.isEmpty()) {
      Answers.redirect(context, "/sign-in");
    } else if (context.isPostback() && answer() != null) {
      finish(service.passkey(half.get().accountId(), answer(), page.take(request()), source()));
    }
  }

  /** On the page of the passkey alone: takes its answer. */
  public void loadAlone() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (caller.reader().signedIn()) {
      Answers.redirect(context, LocalPath.of(getFrom()).orElse("/me"));
    } else if (context.isPostback() && answer() != null) {
      finish(service.passkey(null, answer(), page.take(request()), source()));
    }
  }

  /** Takes a code of the app or a recovery code. */
  public void enter() {
    HalfWay.of(request(), clock.instant())
        .ifPresent(
            half -> finish(service.code(half.accountId(), half.sessionStamp(), code, source())));
  }

  private void finish(Optional<SignedIn> who) {
    FacesContext context = FacesContext.getCurrentInstance();
    if (who.isPresent()
        && security.authenticate(
                request(),
                (HttpServletResponse) context.getExternalContext().getResponse(),
                withParams().credential(new ProvenCredential(who.get(), true)))
            == AuthenticationStatus.SUCCESS) {
      Answers.redirect(context, LocalPath.of(getFrom()).orElse("/me"));
      return;
    }
    boolean typed = answer() == null;
    context.addMessage(
        typed ? "code" : null,
        new FacesMessage(
            FacesMessage.SEVERITY_ERROR,
            typed
                ? "The code is wrong, or it was used. After several wrong tries, wait a few minutes"
                : "The passkey was not taken. Try again, or sign in another way",
            null));
    context.validationFailed();
  }

  /** Whether a passkey may answer at the second step. */
  public boolean isWithPasskey() {
    return !known().isEmpty();
  }

  /** The options for the script at the second step; only the page's drawing begins a ceremony. */
  public String getOptions() {
    if (options == null) {
      options = page.use(request(), known());
    }
    return options;
  }

  private List<byte[]> known() {
    if (known == null) {
      known =
          HalfWay.of(request(), clock.instant())
              .map(half -> passkeys.known(half.accountId()))
              .orElse(List.of());
    }
    return known;
  }

  /** The options for the script where any passkey of this site may answer. */
  public String getAnyOptions() {
    if (options == null) {
      options = page.use(request(), List.of());
    }
    return options;
  }

  /** Where the person wanted to be, as the address or the form says; checked before it is used. */
  public String getFrom() {
    return Asked.parameter("from");
  }

  /** The query that carries where the person wanted to be. */
  static String from(String from) {
    return from == null ? "" : "?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
  }

  private String source() {
    return SourceAddress.of(request(), settings.proxyTrusted());
  }

  private static String answer() {
    String answer = Asked.parameter("answer");
    return answer == null || answer.isEmpty() ? null : answer;
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
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
