package org.csoalliance.membership.standing;

import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;

/** Suspending a member and lifting it. The rights follow at the next request. */
@Stateless
@RolesAllowed(VETTING_OFFICER)
public class SuspensionService {
  @Inject private StandingRepository people;
  @Inject private ServiceRepository services;
  @Inject private Outbox outbox;
  @Inject private Settings settings;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public SuspensionService() {}

  SuspensionService(
      StandingRepository people,
      ServiceRepository services,
      Outbox outbox,
      Settings settings,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.people = people;
    this.services = services;
    this.outbox = outbox;
    this.settings = settings;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Suspends a member from now on.
   *
   * @param reason 5 to 1,000 characters, which the member reads
   * @param lastDay the last day of it in UTC, null until it is lifted
   * @throws InvalidException fields {@code reason} and {@code until}
   * @throws NotFoundException when there is no such member
   * @throws ConflictException when the member is suspended already
   * @throws RefusedException for oneself and for the own company
   */
  public void suspend(long accountId, String reason, LocalDate lastDay) {
    String words = reason == null ? "" : reason.strip();
    Instant now = clock.instant();
    if (words.length() < 5 || words.length() > 1000) {
      throw new InvalidException("reason", "Say why in 5 to 1,000 characters.");
    }
    if (lastDay != null
        && (lastDay.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))
            || lastDay.getYear() > 9999)) {
      throw new InvalidException("until", "Choose today or a later day, or leave it empty.");
    }
    Person person = member(accountId);
    if (person.suspended(now)) {
      throw new ConflictException(person.name() + " is suspended already.");
    }
    Instant until =
        lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    people.suspend(accountId, now, until, words);
    String end = lastDay == null ? "until it is lifted" : "to the end of " + lastDay;
    services.remember(accountId, now, "SUSPENDED", end + ". Reason: " + words, caller.reader());
    outbox.queue(List.of(new StandingText(settings.baseUrl()).suspended(person, lastDay, words)));
    audit.record(caller.reader(), "membership.suspended", "account", person.name(), end);
  }

  /**
   * Lifts a suspension.
   *
   * @throws NotFoundException when there is no such member
   * @throws ConflictException when the member is not suspended
   * @throws RefusedException for oneself and for the own company
   */
  public void lift(long accountId) {
    Person person = member(accountId);
    Instant now = clock.instant();
    if (!person.suspended(now)) {
      throw new ConflictException(person.name() + " is not suspended.");
    }
    people.lift(accountId, now);
    services.remember(accountId, now, "LIFTED", "", caller.reader());
    outbox.queue(List.of(new StandingText(settings.baseUrl()).lifted(person)));
    audit.record(caller.reader(), "membership.lifted", "account", person.name(), "");
  }

  private Person member(long accountId) {
    Reader officer = caller.reader();
    Person person =
        people
            .locked(accountId)
            .filter(Person::member)
            .orElseThrow(() -> new NotFoundException("There is no such member."));
    OtherCompany.require(officer, person.accountId(), person.companyId());
    return person;
  }
}
