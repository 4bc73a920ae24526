package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventQuota;
import org.csoalliance.platform.security.Reader;

/** Registers people who stand at the door without a registration, where there is a seat. */
@Dependent
public class WalkIns {
  private RoomRepository rooms;
  private SeatRepository seats;
  private RegistrationRepository rows;

  /** For CDI. */
  protected WalkIns() {}

  /** Keeps them in the given repositories. */
  @Inject
  public WalkIns(RoomRepository rooms, SeatRepository seats, RegistrationRepository rows) {
    this.rooms = rooms;
    this.seats = seats;
    this.rows = rows;
  }

  /**
   * The registration of the person: the one there is, or a new one with a seat. The caller has
   * looked at the rights and at what was typed.
   *
   * @return empty when no seat is free, or one there is holds no seat
   */
  public Optional<Long> seat(
      long eventId, String name, String mail, String company, Reader by, Instant now) {
    List<EventQuota> quotas = seats.lockQuotas(eventId);
    Optional<Row> known = rows.counting(eventId, mail.toLowerCase(Locale.ROOT));
    if (known.isPresent()) {
      return known.filter(row -> row.state().seat()).map(Row::id);
    }
    boolean categories = quotas.stream().anyMatch(q -> q.kind() == EventQuota.Kind.CATEGORY);
    Long category =
        quotas.stream()
            .filter(q -> q.kind() == EventQuota.Kind.CATEGORY && q.hasRoom())
            .map(EventQuota::id)
            .findFirst()
            .orElse(null);
    List<EventQuota> needed = Seats.needed(quotas, category, AttendanceMode.IN_PERSON, List.of());
    if ((categories && category == null) || !needed.stream().allMatch(EventQuota::hasRoom)) {
      return Optional.empty();
    }
    Choice choice =
        new Choice(null, category, AttendanceMode.IN_PERSON, List.of(), false, false, null, null);
    Person person =
        rooms
            .byMail(mail.toLowerCase(Locale.ROOT))
            .orElse(new Person(null, null, name, mail, company));
    Optional<Long> id = rows.add(eventId, person, choice, by, RegistrationState.ACCEPTED, now);
    id.ifPresent(
        number -> {
          seats.take(number, Seats.numbers(needed));
          rows.walkedIn(number);
          rows.note(number, "ACCEPTED", "Came without a registration.", by, now);
        });
    return id;
  }
}
