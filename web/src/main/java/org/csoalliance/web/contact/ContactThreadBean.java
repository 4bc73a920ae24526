package org.csoalliance.web.contact;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.csoalliance.contact.ContactService;
import org.csoalliance.contact.ContactThread;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Typed;

/** A person's own thread with the office, by the signed link. */
@Named("contactThread")
@RequestScoped
public class ContactThreadBean {
  @EJB private ContactService service;

  private ContactThread thread;

  /** Takes what was written, then shows the thread. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    try {
      if (Typed.isPost()) {
        reply(context);
      }
      thread = service.thread(getToken());
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void reply(FacesContext context) {
    try {
      service.reply(getToken(), Asked.parameter("body"));
      Answers.redirect(context, "/contact/thread?more=1&t=" + getToken());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      Typed.refuse(refused.getMessage());
    }
  }

  /** The signed part of the address. */
  public String getToken() {
    return Asked.parameter("t");
  }

  /** The thread. */
  public ContactThread getThread() {
    return thread;
  }

  /** Whether the message was sent a moment ago. */
  public boolean isSent() {
    return Asked.parameter("sent") != null;
  }

  /** Whether more was written a moment ago. */
  public boolean isMore() {
    return Asked.parameter("more") != null;
  }
}
