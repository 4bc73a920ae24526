package org.csoalliance.event;

import static org.csoalliance.platform.sharing.Tlp.AMBER;
import static org.csoalliance.platform.sharing.Tlp.AMBER_STRICT;
import static org.csoalliance.platform.sharing.Tlp.CLEAR;
import static org.csoalliance.platform.sharing.Tlp.GREEN;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.platform.sharing.Tlp;

/**
 * The events of a demonstration: the conferences of 2018 and 2019 by their public titles and dates,
 * and made-up ones that come, counted from the day of the start.
 */
@Dependent
public class DemoEvents {
  private static final String PORT = "Port crime workshops";
  private static final String CYBER = "Cyber workshops";

  private EventRepository events;
  private EventSessionRepository sessions;
  private DemoPeople people;
  private AuditLog audit;

  /** For CDI. */
  protected DemoEvents() {}

  /** Writes through the given repositories. */
  @Inject
  public DemoEvents(
      EventRepository events, EventSessionRepository sessions, DemoPeople people, AuditLog audit) {
    this.events = events;
    this.sessions = sessions;
    this.people = people;
    this.audit = audit;
  }

  /** Makes all of them, after the people were made. */
  public void create(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 950) DemonstrationStarted started) {
    Reader organiser = people.person("organiser");
    past(organiser, started.at());
    coming(organiser, started.at());
    audit.record(
        Reader.SYSTEM, "demonstration.made", "event", "all", "of history by title, others made up");
  }

  /** Titles and dates are public; nothing else about these days is known to us. */
  private void past(Reader organiser, Instant now) {
    held(
        organiser,
        now,
        "workshop-cyber-information-sharing-2018",
        "Workshop: Cyber Security information sharing, accountability & regulation",
        CYBER,
        "2018-06-28",
        "2018-06-29");
    held(
        organiser,
        now,
        "royal-navy-shipping-managers-course-2019",
        "Royal Navy 1 Day Shipping Managers' Course",
        "",
        "2019-07-10",
        "2019-07-10");
    held(organiser, now, "cypnaval-2019", "CYPnaval", "", "2019-10-02", "2019-10-02");
    held(
        organiser,
        now,
        "european-maritime-cyber-resilience-forum-2019",
        "European Maritime Cyber Resilience Forum",
        "",
        "2019-10-31",
        "2019-10-31");
    held(
        organiser,
        now,
        "maritime-information-warfare-2019",
        "Maritime Information Warfare",
        "",
        "2019-11-18",
        "2019-11-19");
  }

  private void held(
      Reader organiser,
      Instant now,
      String slug,
      String title,
      String series,
      String from,
      String to) {
    NewEvent event =
        new NewEvent(
            new NewEvent.About(title, series, "", "", "", "", ""),
            new NewEvent.Place(
                LocalDate.parse(from).atTime(8, 0).toInstant(ZoneOffset.UTC),
                LocalDate.parse(to).atTime(16, 0).toInstant(ZoneOffset.UTC),
                "UTC",
                "",
                "",
                false,
                AttendanceMode.IN_PERSON,
                ""),
            NewEvent.Seats.of(null),
            new NewEvent.Room(EventAudience.PUBLIC, RoomRule.ATTRIBUTED, CLEAR));
    events.add(slug, event, EventStatus.HELD, organiser.accountId(), now);
  }

  private void coming(Reader organiser, Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    rotterdam(organiser, now, today.plusDays(18));
    Made singapore =
        new Made(
            "port-crime-workshop-singapore",
            "Port crime workshop, Singapore",
            PORT,
            "The same day for those who call east of Suez, with the reports of that water.",
            "Singapore",
            "Harbour Front conference rooms",
            "Asia/Singapore",
            today.plusDays(68),
            today.plusDays(68),
            EventAudience.MEMBERS,
            12);
    Made.add(events, singapore, EventStatus.OPEN, organiser, now);
    for (Object[] city :
        new Object[][] {
          {"piraeus", "Piraeus", "Europe/Athens", 32},
          {"hamburg", "Hamburg", "Europe/Berlin", 46},
          {"manila", "Manila", "Asia/Manila", 60}
        }) {
      LocalDate day = today.plusDays((Integer) city[3]);
      Made made =
          new Made(
              "cyber-workshop-" + city[0],
              "Cyber workshop, " + city[1],
              CYBER,
              "What ships are attacked with, what a bridge sees of it, and whom to tell within the"
                  + " hour.",
              (String) city[1],
              "",
              (String) city[2],
              day,
              day,
              EventAudience.MEMBERS_AND_GUESTS,
              30);
      Made.add(events, made, EventStatus.OPEN, organiser, now);
    }
    Made naval =
        new Made(
            "security-day-for-shipping-managers",
            "Security day for shipping managers",
            "",
            "One day with a naval trade team: how they see your ship, and what they can and cannot"
                + " do for it.",
            "Portsmouth",
            "",
            "Europe/London",
            today.plusDays(40),
            today.plusDays(40),
            EventAudience.PUBLIC,
            60);
    Made.add(events, naval, EventStatus.OPEN, organiser, now);
  }

  /** Two days in two tracks. */
  private void rotterdam(Reader organiser, Instant now, LocalDate day) {
    Made made =
        new Made(
            "port-crime-workshop-rotterdam",
            "Port crime workshop, Rotterdam",
            PORT,
            "Twelve months of gangway, anchorage and container crime, read together with port"
                + " officers and a P&I club.",
            "Rotterdam",
            "Waalhaven, conference centre",
            "Europe/Amsterdam",
            day,
            day.plusDays(1),
            EventAudience.MEMBERS_AND_GUESTS,
            42);
    long id = Made.add(events, made, EventStatus.OPEN, organiser, now);
    ZoneId zone = ZoneId.of("Europe/Amsterdam");
    Agenda first = new Agenda(sessions, id, day, zone);
    first.pause("08:30", "09:00", "Doors, identity check, phones into lockers");
    first.talk(
        "09:00",
        "12:00",
        "",
        "Hall",
        "B. Editor",
        GREEN,
        "The year in numbers: 63 ports, where and at what hour",
        "1 5");
    first.pause("12:00", "13:00", "Lunch");
    first.talk(
        "13:00",
        "16:00",
        "Gangway",
        "Hall",
        "E. Partner",
        AMBER_STRICT,
        "What a port officer sees when you call",
        "4 9");
    first.talk(
        "13:00",
        "16:00",
        "Anchorage",
        "Room 2",
        "C. Member",
        AMBER,
        "Friday night at anchor: ten reports from one anchorage",
        "9 12");
    Agenda second = new Agenda(sessions, id, day.plusDays(1), zone);
    second.talk(
        "09:00", "11:30", "", "Hall", "", GREEN, "Table-top drill: a boarding at 02:40", "13");
    second.talk("11:30", "12:30", "", "Hall", "C. Organiser", CLEAR, "What we do by March", "");
  }

  private record Agenda(EventSessionRepository sessions, long event, LocalDate day, ZoneId zone) {
    void pause(String from, String to, String title) {
      add(from, to, title, "", "", "", CLEAR, true, "");
    }

    void talk(
        String from,
        String to,
        String track,
        String room,
        String speaker,
        Tlp tlp,
        String title,
        String topics) {
      add(from, to, title, track, room, speaker, tlp, false, topics);
    }

    private void add(
        String from,
        String to,
        String title,
        String track,
        String room,
        String speaker,
        Tlp tlp,
        boolean pause,
        String topics) {
      sessions.add(
          event,
          new NewSession(
              title,
              track,
              room,
              speaker,
              "",
              day.atTime(LocalTime.parse(from)).atZone(zone).toInstant(),
              day.atTime(LocalTime.parse(to)).atZone(zone).toInstant(),
              tlp,
              pause,
              false,
              topics,
              null));
    }
  }

  /** A made-up event of one day or two, from nine to half past four by the clock of the place. */
  private record Made(
      String slug,
      String title,
      String series,
      String summary,
      String city,
      String venue,
      String zone,
      LocalDate from,
      LocalDate to,
      EventAudience audience,
      Integer capacity) {
    static long add(
        EventRepository events, Made made, EventStatus status, Reader organiser, Instant now) {
      ZoneId zone = ZoneId.of(made.zone);
      boolean oneDay = made.from.equals(made.to);
      NewEvent event =
          new NewEvent(
              new NewEvent.About(
                  made.title,
                  made.series,
                  made.summary,
                  "",
                  "Bring the passport you registered with. The port asks for it at the gate.\n"
                      + "Sessions marked AMBER are not recorded. Slides follow by label within a"
                      + " week.\nTwo people a company, so that many companies can come.",
                  "CSO Alliance",
                  "English"),
              new NewEvent.Place(
                  made.from.atTime(oneDay ? 9 : 8, oneDay ? 0 : 30).atZone(zone).toInstant(),
                  made.to.atTime(oneDay ? 16 : 12, 30).atZone(zone).toInstant(),
                  made.zone,
                  made.city,
                  made.venue,
                  !made.venue.isEmpty(),
                  AttendanceMode.IN_PERSON,
                  ""),
              new NewEvent.Seats(
                  made.capacity,
                  null,
                  null,
                  made.audience == EventAudience.PUBLIC ? null : (Integer) 2,
                  false,
                  true,
                  24,
                  22,
                  7,
                  null,
                  made.from.minusDays(2).atTime(18, 0).atZone(zone).toInstant(),
                  null,
                  null),
              new NewEvent.Room(
                  made.audience,
                  RoomRule.CHATHAM_HOUSE,
                  made.audience == EventAudience.PUBLIC ? CLEAR : GREEN));
      return events.add(made.slug, event, status, organiser.accountId(), now);
    }
  }
}
