package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.csoalliance.membership.join.JoinService;

/**
 * Whose application this session may touch: the one that a link of a mail opened, else that of the
 * account signed in. No address and no form names one.
 */
@RequestScoped
public class JoinSession {
  private static final String ATTRIBUTE = "org.csoalliance.application";

  @EJB private JoinService service;

  /** The application of this session, empty when it has none. */
  public Optional<Long> application() {
    HttpSession session = request().getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof Long id
        ? Optional.of(id)
        : service.ofCaller();
  }

  /** Opens an application for this session, under a new session id. */
  void open(long application) {
    HttpServletRequest request = request();
    request.getSession(true).setAttribute(ATTRIBUTE, application);
    request.changeSessionId();
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }
}
