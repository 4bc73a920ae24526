package org.csoalliance.event.calendar;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.mail.MailAttachment;
import org.csoalliance.platform.settings.Settings;

/** The entry for a calendar that goes with a mail about an event, in the caller's transaction. */
@Dependent
public class CalendarInvites {
  private EventCalendarRepository calendars;
  private Settings settings;
  private Clock clock;

  /** For CDI. */
  protected CalendarInvites() {}

  /** Reads through the given repository. */
  @Inject
  public CalendarInvites(EventCalendarRepository calendars, Settings settings, Clock clock) {
    this.calendars = calendars;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The entry as it stands now: a request that replaces the one there was, or its end where the
   * event is called off.
   *
   * @param eventId of an event that is there
   * @param seat whether the person has a seat; else it is tentative, and knows no hidden venue
   * @param mail of the person
   * @param name of the person
   */
  public MailAttachment entry(long eventId, boolean seat, String mail, String name) {
    CalendarEntry entry = calendars.one(eventId, seat).orElseThrow();
    String method = entry.status() == EventStatus.CANCELLED ? "CANCEL" : "REQUEST";
    return new MailAttachment(
        "event.ics",
        "text/calendar; charset=UTF-8; method=" + method,
        new CalendarFile(settings.baseUrl(), clock.instant())
            .message(entry, settings.mailFrom(), mail, name));
  }
}
