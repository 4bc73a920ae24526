package org.csoalliance.web.contact;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.contact.ContactDeskService;
import org.csoalliance.contact.ContactThread;
import org.csoalliance.contact.ContactTopic;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Typed;

/** A message on the officers' desk: answer it, pass it on, close it. */
@Named("contactCase")
@RequestScoped
public class ContactCaseBean {
  @EJB private ContactDeskService service;
  @Inject private CallerContext caller;

  private ContactThread thread;

  /** Does what the button says, then shows the message. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (ContactTopic.of(caller.reader()).isEmpty()) {
      Answers.forbidden(context);
      return;
    }
    try {
      if (Typed.isPost()) {
        act(context, String.valueOf(Asked.parameter("act")));
      }
      if (!context.getResponseComplete()) {
        thread = service.open(reference());
      }
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  private void act(FacesContext context, String act) {
    try {
      String done;
      switch (act) {
        case "answer" -> {
          service.answer(reference(), Asked.parameter("body"));
          done = ContactWords.text("done.answered");
        }
        case "close" -> {
          service.close(reference());
          done = ContactWords.text("done.closed");
        }
        case "reopen" -> {
          service.reopen(reference());
          done = ContactWords.text("done.reopened");
        }
        case "pass" -> {
          service.passOn(reference(), Asked.parameter("topic"));
          done = ContactWords.text("done.passed");
        }
        default -> {
          Answers.badRequest(context);
          return;
        }
      }
      Answers.notice(context, done);
      Answers.redirect(
          context, act.equals("pass") ? "/editor/contact" : "/editor/contact/" + reference());
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      Typed.refuse(refused.getMessage());
    }
  }

  private static String reference() {
    return Asked.parameter("reference");
  }

  /** The message and what followed. */
  public ContactThread getThread() {
    return thread;
  }

  /** To whom it can be passed on. */
  public Map<String, String> getTopics() {
    Map<String, String> topics = new LinkedHashMap<>();
    for (ContactTopic topic : ContactTopic.values()) {
      topics.put(topic.name(), topic.words());
    }
    return topics;
  }
}
