package org.csoalliance.web.join;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.join.JoinService;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.security.SessionSettings;
import org.csoalliance.web.security.SourceAddress;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The page {@code /join}: who may join, and the form that mails the link. */
@Named("join")
@RequestScoped
public class JoinBean {
  @EJB private JoinService service;
  @Inject private SessionSettings settings;
  @Inject private JoinSession session;

  private String role;
  private String email;
  private String mailedTo;

  /** Mails the link; whoever has another role is told where they belong. */
  public void begin() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (isElsewhere()) {
      return;
    }
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    try {
      service.begin(capacity(role), email, SourceAddress.of(request, settings.proxyTrusted()));
      mailedTo = email.strip();
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    }
  }

  /** The role of that name, null when it is none that members have. */
  static Capacity capacity(String name) {
    for (Capacity one : Capacity.values()) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    return null;
  }

  /** Follows the link of a mail; the page tells when it opens nothing. */
  public void open() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      session.open(service.open(Asked.parameter("code")));
      Answers.redirect(context, "/join/go-on");
    } catch (NotFoundException old) {
      context.getExternalContext().setResponseStatus(404);
    }
  }

  /** Whether the role chosen is not one that members have. */
  public boolean isElsewhere() {
    return role != null && !role.isBlank() && capacity(role) == null;
  }

  /** Where the mail went, null before. */
  public String getMailedTo() {
    return mailedTo;
  }

  /** The name of a {@link Capacity}, or of a role that belongs elsewhere. */
  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  /** The work address typed. */
  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
