package org.csoalliance.web.contact;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.csoalliance.contact.ContactDeskService;
import org.csoalliance.contact.ContactState;
import org.csoalliance.contact.ContactThread;
import org.csoalliance.contact.ContactTopic;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Plural;

/** The page {@code /editor/contact}: messages of the topics that the officer answers. */
@Named("contactDesk")
@RequestScoped
public class ContactDeskBean {
  @EJB private ContactDeskService service;
  @Inject private CallerContext caller;

  private List<ContactThread> all = List.of();

  /** Reads the list. */
  public void load() {
    if (ContactTopic.of(caller.reader()).isEmpty()) {
      Answers.forbidden(FacesContext.getCurrentInstance());
      return;
    }
    all = service.list(state());
  }

  private static ContactState state() {
    return Arrays.stream(ContactState.values())
        .filter(state -> state.name().equals(Asked.parameter("state")))
        .findFirst()
        .orElse(null);
  }

  /** The state that is asked for, null for all. */
  public ContactState getState() {
    return state();
  }

  /** Every state there is. */
  public List<ContactState> getStates() {
    return List.of(ContactState.values());
  }

  /** The messages. */
  public List<ContactThread> getAll() {
    return all;
  }

  /** How many there are, in words. */
  public String getCount() {
    return all.size() >= 200
        ? "The first 200 messages"
        : Plural.of(all.size(), "message", "messages");
  }
}
