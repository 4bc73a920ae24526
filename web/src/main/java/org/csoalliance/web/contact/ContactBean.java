package org.csoalliance.web.contact;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.contact.ContactService;
import org.csoalliance.contact.ContactTopic;
import org.csoalliance.contact.NewContact;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.security.SessionSettings;
import org.csoalliance.web.security.SourceAddress;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Typed;

/** The page {@code /contact}: whom to telephone, and the form that reaches the right desk. */
@Named("contact")
@RequestScoped
public class ContactBean {
  @EJB private ContactService service;
  @Inject private SessionSettings settings;

  private String form;

  /** Before the page is shown: takes the message that was posted. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    form = service.form();
    if (!Typed.isPost()) {
      return;
    }
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    try {
      NewContact made =
          NewContact.typed(
              Asked.parameter("topic"),
              Asked.parameter("name"),
              Asked.parameter("email"),
              Asked.parameter("subject"),
              Asked.parameter("body"));
      String token =
          service.send(
              Asked.parameter("form"),
              Asked.parameter("website"),
              made,
              SourceAddress.of(request, settings.proxyTrusted()));
      Answers.redirect(context, "/contact/thread?sent=1&t=" + token);
    } catch (InvalidException refused) {
      keep();
      Answers.invalid(context, refused);
    } catch (ConflictException refused) {
      // a mark that has run out is replaced, one that came too soon is good in a moment
      Typed.refuse(refused.getMessage());
      if (!refused.getMessage().startsWith("This form")) {
        keep();
      }
    }
  }

  private void keep() {
    String given = Asked.parameter("form");
    form = given == null || given.isEmpty() ? form : given;
  }

  /** The mark of the form. */
  public String getForm() {
    return form;
  }

  /** What it can be about. */
  public Map<String, String> getTopics() {
    Map<String, String> topics = new LinkedHashMap<>();
    topics.put("", "Choose");
    for (ContactTopic topic : ContactTopic.values()) {
      topics.put(topic.name(), topic.words());
    }
    return topics;
  }

  /** The topic that a link asks for, such as {@code /contact?topic=MEMBERSHIP}. */
  public String getAsked() {
    return ContactTopic.of(Asked.parameter("topic")).map(Enum::name).orElse("");
  }
}
