package org.csoalliance.membership.standing;

import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** The standing of the caller, and confirming it for another year. */
@Stateless
@RolesAllowed(MEMBER)
public class StandingService {
  /** For so many months a confirmation holds. */
  static final int MONTHS = 12;

  @Inject private StandingRepository people;
  @Inject private ServiceRepository services;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public StandingService() {}

  StandingService(
      StandingRepository people,
      ServiceRepository services,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.people = people;
    this.services = services;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The caller as they stand. Anybody may ask about themselves: who is suspended holds no role.
   *
   * @return empty for a visitor
   */
  @PermitAll
  public Optional<Person> mine() {
    Long account = caller.reader().accountId();
    return account == null ? Optional.empty() : people.person(account);
  }

  /** How the person stands today. */
  @PermitAll
  public Standing standing(Person person) {
    Instant now = clock.instant();
    return person.standing(now, LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /**
   * The caller still serves the company, in the capacity and for the ships that were shown. The
   * membership holds for twelve months from today, or from the day it would have ended.
   *
   * @param ships how many ships were shown
   * @return the day until whose end it holds now
   * @throws NotFoundException when the caller serves no company
   * @throws ConflictException when it was confirmed before, or the ships changed meanwhile
   */
  public LocalDate attest(long ships) {
    Reader reader = caller.reader();
    Person person =
        people
            .locked(reader.accountId())
            .filter(found -> found.companyId() != null)
            .orElseThrow(() -> new NotFoundException("You serve no company."));
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (person.standing(now, today) == Standing.CURRENT) {
      throw new ConflictException("Your membership is confirmed already.");
    }
    if (person.ships() != ships) {
      throw new ConflictException("Your ships changed meanwhile. Look at them again.");
    }
    LocalDate last = person.attestBy();
    LocalDate until = (last.isAfter(today) ? last : today).plusMonths(MONTHS);
    people.attested(person.accountId(), until);
    services.remember(
        person.accountId(),
        now,
        "ATTESTED",
        person.capacity().words()
            + " of "
            + person.companyName()
            + " for "
            + person.ships()
            + (person.ships() == 1 ? " ship" : " ships")
            + ", until "
            + until,
        reader);
    audit.record(reader, "membership.attested", "account", reader.name(), "until " + until);
    return until;
  }
}
