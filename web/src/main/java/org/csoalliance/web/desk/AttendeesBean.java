package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.after.AfterService;
import org.csoalliance.event.after.Attendee;
import org.csoalliance.event.after.Outcome;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Plural;

/** What people with a seat see of an event: who else comes, and what came of it. */
@Named("attendees")
@RequestScoped
public class AttendeesBean {
  @Inject private AfterService service;
  @Inject private EventListService events;
  @Inject private CallerContext caller;

  private EventDetail event;
  private List<Attendee> people = List.of();
  private Outcome outcome;

  /** Before the list of attendees is shown. */
  public void load() {
    read(() -> people = service.attendees(DeskBean.given("slug")));
  }

  /** Before the outcome is shown. */
  public void loadOutcome() {
    read(() -> outcome = service.published(DeskBean.given("slug")));
  }

  private void read(Runnable work) {
    FacesContext context = FacesContext.getCurrentInstance();
    if (!EventAccess.mayHold(caller.reader())) {
      Answers.forbidden(context);
      return;
    }
    try {
      work.run();
      event = events.detail(DeskBean.given("slug"));
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }

  public EventDetail getEvent() {
    return event;
  }

  public List<Attendee> getPeople() {
    return people;
  }

  /** How many, in words. */
  public String getCount() {
    return Plural.of(people.size(), "person comes", "people come");
  }

  public Outcome getOutcome() {
    return outcome;
  }
}
