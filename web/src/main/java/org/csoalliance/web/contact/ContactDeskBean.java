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
  private int page;
  private boolean more;

  /** Reads the list. */
  public void load() {
    if (ContactTopic.of(caller.reader()).isEmpty()) {
      Answers.forbidden(FacesContext.getCurrentInstance());
      return;
    }
    page = page();
    List<ContactThread> found = service.list(state(), page);
    more = found.size() > ContactDeskService.PAGE;
    all = more ? found.subList(0, ContactDeskService.PAGE) : found;
  }

  private static int page() {
    String asked = Asked.parameter("page");
    return asked != null && asked.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(asked) - 1 : 0;
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

  /** Which of them are shown, in words. */
  public String getCount() {
    int first = page * ContactDeskService.PAGE;
    return page == 0 && !more
        ? Plural.of(all.size(), "message", "messages")
        : "Messages " + (first + 1) + " to " + (first + all.size());
  }

  /** The number of the page before, 0 on the first. */
  public int getPrevious() {
    return page;
  }

  /** The number of the next page, 0 on the last. */
  public int getNext() {
    return more ? page + 2 : 0;
  }
}
