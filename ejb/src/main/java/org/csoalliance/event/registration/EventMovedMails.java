package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.csoalliance.event.EventMoved;
import org.csoalliance.event.calendar.CalendarInvites;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.text.PlainText;

/**
 * Tells everybody who comes or waits that an event moved or was called off, with the entry for
 * their calendar. The mails are queued in the transaction of the change: it commits with all of
 * them or with none, so that a crash sends nothing twice and leaves nobody out.
 */
@Dependent
public class EventMovedMails {
  private static final List<RegistrationState> TOLD =
      List.of(
          RegistrationState.REQUESTED,
          RegistrationState.VETTING,
          RegistrationState.ACCEPTED,
          RegistrationState.CONFIRMED,
          RegistrationState.WAITLISTED);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("EEEE d MMM uuuu HH:mm", Locale.ENGLISH);

  private RoomRepository rooms;
  private RegistrationRepository registrations;
  private CalendarInvites invites;
  private Outbox outbox;
  private Settings settings;

  /** For CDI. */
  protected EventMovedMails() {}

  /** Writes into the given outbox. */
  @Inject
  public EventMovedMails(
      RoomRepository rooms,
      RegistrationRepository registrations,
      CalendarInvites invites,
      Outbox outbox,
      Settings settings) {
    this.rooms = rooms;
    this.registrations = registrations;
    this.invites = invites;
    this.outbox = outbox;
    this.settings = settings;
  }

  /** One mail for each person, who has a seat, waits or asked. */
  public void moved(@Observes EventMoved moved) {
    RoomRepository.Told event = rooms.told(moved.eventId()).orElseThrow();
    Set<Long> paid =
        moved.before() == null ? registrations.paid(moved.eventId()) : Set.of(); // it takes place
    List<OutgoingMail> mails = new ArrayList<>();
    for (Row row : registrations.all(moved.eventId())) {
      if (TOLD.contains(row.state())) {
        mails.add(
            mail(event, moved.before(), row, paid.contains(row.id()))
                .with(invites.entry(moved.eventId(), row.state().seat(), row.mail(), row.name())));
      }
    }
    outbox.queue(mails);
  }

  private OutgoingMail mail(
      RoomRepository.Told event, EventMoved.Before before, Row row, boolean paid) {
    String title = PlainText.line(event.title(), 150);
    boolean seat = row.state().seat();
    String page = settings.baseUrl() + "/events/" + event.slug();
    String body;
    if (before == null) {
      body =
          title
              + ", "
              + minute(event.startsAt(), event.zone())
              + ", does not take place."
              + (event.reason().isEmpty() ? "" : "\n\nReason: " + event.reason())
              + (paid ? RegistrationMails.PAID : "")
              + "\n\nThe file with this mail takes it out of your calendar.\n\n"
              + page;
    } else {
      boolean venue = seat || !event.venueHidden();
      body =
          title
              + " has changed.\n\nBefore: "
              + line(before.startsAt(), before.endsAt(), before.zone())
              + place(before.city(), venue ? before.venue() : "")
              + "\nNow: "
              + line(event.startsAt(), event.endsAt(), event.zone())
              + place(event.city(), venue ? event.venue() : "")
              + (before.title().equals(event.title())
                  ? ""
                  : "\nIt was called: " + PlainText.line(before.title(), 150))
              + "\n\n"
              + (seat
                  ? "You keep your seat. If you cannot come, give it back there:"
                  : "You keep your place. Where it stands:")
              + "\n"
              + page
              + "\n\nThe file with this mail brings your calendar up to date.";
    }
    return new OutgoingMail(
        row.mail(),
        row.accountId(),
        "EVENT",
        event.slug(),
        "[CSO Alliance] " + (before == null ? "Cancelled: " : "Changed: ") + title,
        body + "\n");
  }

  private static String line(Instant from, Instant to, String zone) {
    return minute(from, zone) + " to " + minute(to, zone) + " (" + zone + ")";
  }

  private static String place(String city, String venue) {
    String place = venue.isEmpty() ? city : city.isEmpty() ? venue : venue + ", " + city;
    return place.isEmpty() ? "" : ". " + place;
  }

  private static String minute(Instant at, String zone) {
    return MINUTE.format(at.atZone(ZoneId.of(zone)));
  }
}
