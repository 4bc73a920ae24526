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
  private RegistrationRepository registrations;

  /** For CDI. */
  protected WalkIns() {}

  /** Keeps them in the given repository. */
  @Inject
  public WalkIns(RegistrationRepository registrations) {
    this.registrations = registrations;
  }

  /**
   * The registration of the person: the one there is, or a new one with a seat. The caller has
   * looked at the rights and at what was typed.
   *
   * @return empty when no seat is free, or one there is holds no seat
   */
  public Optional<Long> seat(
      long eventId, String name, String mail, String company, Reader by, Instant now) {
    List<EventQuota> quotas = registrations.lockQuotas(eventId);
    Optional<RegistrationRepository.Row> known =
        registrations.counting(eventId, mail.toLowerCase(Locale.ROOT));
    if (known.isPresent()) {
      return known.filter(row -> row.state().seat()).map(RegistrationRepository.Row::id);
    }
    boolean categories = quotas.stream().anyMatch(q -> q.kind() == EventQuota.Kind.CATEGORY);
    Long category =
        quotas.stream()
            .filter(q -> q.kind() == EventQuota.Kind.CATEGORY && q.hasRoom())
            .map(EventQuota::id)
            .findFirst()
            .orElse(null);
    List<EventQuota> needed = Seats.needed(quotas, category, AttendanceMode.IN_PERSON, List.of());
    if ((categories && category == null) || !Seats.free(needed)) {
      return Optional.empty();
    }
    Register wanted =
        new Register(null, name, mail, company, category, AttendanceMode.IN_PERSON, List.of());
    RegistrationRepository.Person person =
        registrations
            .byMail(mail.toLowerCase(Locale.ROOT))
            .orElse(new RegistrationRepository.Person(null, null, name, mail, company));
    Optional<Long> id =
        registrations.add(
            eventId, person, wanted, AttendanceMode.IN_PERSON, by, RegistrationState.ACCEPTED, now);
    id.ifPresent(
        number -> {
          registrations.take(number, Seats.numbers(needed));
          registrations.walkedIn(number);
          registrations.note(number, "ACCEPTED", "Came without a registration.", by, now);
        });
    return id;
  }
}
