package org.csoalliance.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.csoalliance.event.calendar.EventCalendarService;
import org.csoalliance.web.shared.Answers;

/** The secret address of one's own calendar feed: made, shown once, revoked. */
@Named("myCalendar")
@RequestScoped
public class MyCalendarBean {
  @Inject private EventCalendarService calendars;

  private String address;

  /** Makes the address and shows it. */
  public void make() {
    address = calendars.make();
  }

  /** Ends the address. */
  public void revoke() {
    FacesContext context = FacesContext.getCurrentInstance();
    calendars.revoke();
    Answers.notice(context, EventWords.text("feed.revoked"));
    Answers.redirect(context, "/me/calendar");
  }

  /** The whole address right after it was made; null else. */
  public String getAddress() {
    return address;
  }

  /** When it was made; null when there is none. */
  public Instant getMade() {
    return calendars.made().orElse(null);
  }
}
