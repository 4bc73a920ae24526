package org.csoalliance.event.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.csoalliance.event.EventStatus;

/**
 * Writes entries as a calendar file (RFC 5545). Times are those of the place, with the rules of its
 * zone beside them, so that an entry stays right wherever it is read.
 */
public final class CalendarFile {
  /** The media type of a feed. */
  public static final String TYPE = "text/calendar;charset=UTF-8";

  private static final String PRODUCT = "-//CSO Alliance//Events//EN";

  private final String site;
  private final Instant now;

  /**
   * A writer.
   *
   * @param site the address of the product, for links
   * @param now when it is written
   */
  public CalendarFile(String site, Instant now) {
    this.site = site;
    this.now = now;
  }

  /**
   * A feed.
   *
   * @param name as the calendar program shows it
   * @param alarms whether it rings a day and two hours before
   */
  public byte[] feed(String name, List<CalendarEntry> entries, boolean alarms) {
    ICalendar calendar = calendar(Method.PUBLISH);
    calendar.setName(name);
    calendar.addExperimentalProperty("X-WR-CALNAME", name);
    calendar.setRefreshInterval(Duration.builder().hours(1).build());
    Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();
    for (CalendarEntry entry : entries) {
      add(calendar, zones, entry, entries, alarms);
    }
    return bytes(calendar);
  }

  /**
   * What a mail carries (RFC 5546): a request that replaces the entry there was, or its end.
   *
   * @param from the address of the platform, as the organiser
   * @param mail of the person who comes
   * @param name of that person
   */
  public byte[] message(CalendarEntry entry, String from, String mail, String name) {
    boolean cancelled = entry.status() == EventStatus.CANCELLED;
    ICalendar calendar = calendar(cancelled ? Method.CANCEL : Method.REQUEST);
    VEvent event = add(calendar, new HashMap<>(), entry, List.of(entry), !cancelled);
    event.setOrganizer(new Organizer("CSO Alliance", from));
    Attendee attendee = new Attendee(name, mail);
    attendee.setParticipationStatus(
        entry.tentative() ? ParticipationStatus.TENTATIVE : ParticipationStatus.ACCEPTED);
    attendee.setRsvp(false);
    event.addAttendee(attendee);
    return bytes(calendar);
  }

  private static ICalendar calendar(String method) {
    ICalendar calendar = new ICalendar();
    calendar.setVersion(ICalVersion.V2_0);
    calendar.setProductId(PRODUCT);
    calendar.setMethod(method);
    return calendar;
  }

  private VEvent add(
      ICalendar calendar,
      Map<ZoneId, TimezoneAssignment> zones,
      CalendarEntry entry,
      List<CalendarEntry> all,
      boolean alarms) {
    VEvent event = new VEvent();
    event.setUid(entry.slug() + "@events.csoalliance.org");
    event.setSequence(entry.sequence());
    // not the moment of writing: the file stays the same until an entry changes
    event.setDateTimeStamp(Date.from(entry.updatedAt()));
    event.setLastModified(Date.from(entry.updatedAt()));
    event.setDateStart(Date.from(entry.startsAt()), true);
    event.setDateEnd(Date.from(entry.endsAt()), true);
    event.setSummary(entry.title());
    String url = site + "/events/" + entry.slug();
    event.setDescription(entry.text().isEmpty() ? url : entry.text() + "\n\n" + url);
    event.setUrl(url);
    if (!entry.place().isEmpty()) {
      event.setLocation(entry.place());
    }
    event.setStatus(status(entry));
    ZoneId zone = ZoneId.of(entry.zone());
    if (!zone.getRules().isFixedOffset() || zone.getRules().getOffset(now).getTotalSeconds() != 0) {
      TimezoneAssignment assigned =
          zones.computeIfAbsent(
              zone, z -> new TimezoneAssignment(TimeZone.getTimeZone(z), ZoneComponent.of(z, all)));
      calendar.getTimezoneInfo().setTimezone(event.getDateStart(), assigned);
      calendar.getTimezoneInfo().setTimezone(event.getDateEnd(), assigned);
      calendar.getTimezoneInfo().getTimezones().add(assigned);
    }
    if (alarms && entry.status() != EventStatus.CANCELLED && entry.startsAt().isAfter(now)) {
      event.addAlarm(alarm(Duration.builder().prior(true).days(1).build(), entry));
      event.addAlarm(alarm(Duration.builder().prior(true).hours(2).build(), entry));
    }
    calendar.addEvent(event);
    return event;
  }

  private static VAlarm alarm(Duration before, CalendarEntry entry) {
    return VAlarm.display(new Trigger(before, biweekly.parameter.Related.START), entry.title());
  }

  private static Status status(CalendarEntry entry) {
    if (entry.status() == EventStatus.CANCELLED) {
      return Status.cancelled();
    }
    return entry.tentative() ? Status.tentative() : Status.confirmed();
  }

  private static byte[] bytes(ICalendar calendar) {
    return Biweekly.write(calendar).go().getBytes(UTF_8);
  }
}
