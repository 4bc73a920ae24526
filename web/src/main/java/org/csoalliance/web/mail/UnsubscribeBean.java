package org.csoalliance.web.mail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.mail.UnsubscribeService;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/**
 * The address in the header List-Unsubscribe. A post stops the mails, without session and cookie,
 * as RFC 8058 asks; opening it asks first, since mail software opens what it finds in a mail.
 */
@Named("unsubscribe")
@RequestScoped
public class UnsubscribeBean {
  @EJB private UnsubscribeService service;

  private MailList list;
  private boolean done;

  /** Before the page is shown. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    boolean post = request.getMethod().equals("POST");
    Optional<MailList> found = post ? service.stop(getToken()) : service.listOf(getToken());
    if (found.isEmpty()) {
      Answers.notFound(context);
      return;
    }
    list = found.get();
    done = post;
  }

  /** The signed part of the address, for the form. */
  public String getToken() {
    return Asked.parameter("t");
  }

  /** What is stopped, in words. */
  public String getWords() {
    return list == null ? "" : list.words();
  }

  /** Whether it is stopped now. */
  public boolean isDone() {
    return done;
  }
}
