package org.csoalliance.web.alert;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.csoalliance.incident.alert.AcknowledgeService;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/**
 * The link in a mail by which its reader says that it was read. A post says so, without session;
 * opening it asks first, since mail software opens what it finds in a mail.
 */
@Named("acknowledge")
@RequestScoped
public class AcknowledgeBean {
  @EJB private AcknowledgeService service;

  private boolean done;

  /** Before the page is shown. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    boolean post = request.getMethod().equals("POST");
    if (post ? !service.byLink(getToken()) : !service.known(getToken())) {
      Answers.notFound(context);
      return;
    }
    done = post;
  }

  /** The signed part of the address, for the form. */
  public String getToken() {
    return Asked.parameter("t");
  }

  /** Whether it was said. */
  public boolean isDone() {
    return done;
  }
}
