package org.csoalliance.event.registration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventQuota;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;

/**
 * Who comes to the made-up events of the demonstration: Singapore is full with a waiting list, and
 * Rotterdam has begun to fill. All of them are made up. They are told nothing by mail.
 */
@Dependent
public class DemoRegistrations {
  private static final List<String> NAMES =
      List.of(
          "A. Okafor",
          "B. Lindqvist",
          "C. Papadaki",
          "D. Tan",
          "E. Moreau",
          "F. Dela Cruz",
          "G. Nakamura",
          "H. Petrov",
          "I. Larsen",
          "J. Whitcombe",
          "K. Adeyemi",
          "L. Ferreira",
          "M. Kowalska",
          "N. Ranganathan",
          "O. Haugen");
  private static final List<String> COMPANIES =
      List.of("Kestrel Bulk", "Albatross Lines", "Petrel Tankers", "Gannet Ferries", "Tern Gas");

  private RoomRepository rooms;
  private RegistrationRepository registrations;
  private SeatRepository seats;
  private DemoPeople people;

  /** For CDI. */
  protected DemoRegistrations() {}

  /** Writes through the given repositories. */
  @Inject
  public DemoRegistrations(
      RoomRepository rooms,
      RegistrationRepository registrations,
      SeatRepository seats,
      DemoPeople people) {
    this.rooms = rooms;
    this.registrations = registrations;
    this.seats = seats;
    this.people = people;
  }

  /** Fills the seats, after the events were made. */
  public void create(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 960) DemonstrationStarted started) {
    fill("port-crime-workshop-singapore", NAMES.size(), started.at());
    fill("port-crime-workshop-rotterdam", 5, started.at());
    Room singapore = rooms.room("port-crime-workshop-singapore").orElseThrow();
    Reader member = people.person("member");
    add(
        singapore,
        rooms.person(member.accountId()).orElseThrow(),
        member,
        started.at().minus(Duration.ofHours(2)));
  }

  private void fill(String slug, int people, Instant now) {
    Room event = rooms.room(slug).orElseThrow();
    for (int i = 0; i < people; i++) {
      String company = COMPANIES.get(i % COMPANIES.size());
      String mail =
          NAMES.get(i).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT)
              + "@"
              + company.replace(' ', '-').toLowerCase(Locale.ROOT)
              + ".example";
      add(
          event,
          new Person(null, null, NAMES.get(i), mail, company),
          Reader.SYSTEM,
          now.minus(Duration.ofHours(60L - i)));
    }
  }

  private void add(Room event, Person person, Reader by, Instant at) {
    Choice choice =
        new Choice(null, null, AttendanceMode.IN_PERSON, List.of(), false, true, null, null);
    List<EventQuota> needed = Choices.needed(seats.lockQuotas(event.id()), choice);
    boolean seat = needed.stream().allMatch(EventQuota::hasRoom);
    RegistrationState state = seat ? RegistrationState.ACCEPTED : RegistrationState.WAITLISTED;
    long id = registrations.add(event.id(), person, choice, by, state, at).orElseThrow();
    if (seat) {
      seats.take(id, Seats.numbers(needed));
    }
    registrations.note(id, state.name(), "", by, at);
  }
}
