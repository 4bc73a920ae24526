package org.csoalliance.web.publishing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.publishing.SubscriptionService;
import org.csoalliance.web.security.SessionSettings;
import org.csoalliance.web.security.SourceAddress;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** Bulletins for the public: asking for them, agreeing by the link of a mail, and stopping. */
@Named("newsSubscribe")
@RequestScoped
public class SubscribeBean {
  @EJB private SubscriptionService service;
  @Inject private SessionSettings settings;

  private String email;
  private boolean done;
  private boolean blocked;

  private static FacesContext context() {
    return FacesContext.getCurrentInstance();
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) context().getExternalContext().getRequest();
  }

  private static boolean posted() {
    return request().getMethod().equals("POST");
  }

  /** Asks for bulletins; the answer is the same whether the address is known or not. */
  public void ask() {
    try {
      service.ask(email, SourceAddress.of(request(), settings.proxyTrusted()));
      done = true;
    } catch (InvalidException refused) {
      Answers.invalid(context(), refused);
    }
  }

  /** The page behind the link of the question; opening it changes nothing. */
  public void loadConfirm() {
    if (!posted()) {
      if (!service.known(getToken())) {
        Answers.notFound(context());
      }
      return;
    }
    blocked = Asked.parameter("never") != null;
    done = blocked ? service.block(getToken()) : service.confirm(getToken());
    if (!done) {
      Answers.notFound(context());
    }
  }

  /** The page behind List-Unsubscribe: a post stops, without session and cookie (RFC 8058). */
  public void loadStop() {
    boolean ours = posted() ? service.stop(getToken()) : service.knownStop(getToken());
    if (!ours) {
      Answers.notFound(context());
      return;
    }
    done = posted();
  }

  /** The signed part of the address, for the form. */
  public String getToken() {
    return Asked.parameter("t");
  }

  /** Whether it is done. */
  public boolean isDone() {
    return done;
  }

  /** Whether the address is never written to again. */
  public boolean isBlocked() {
    return blocked;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
