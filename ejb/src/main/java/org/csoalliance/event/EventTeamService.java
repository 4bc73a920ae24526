package org.csoalliance.event;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.security.CallerContext;

/** Organisers of an event say who helps them. Each change stands in the audit log. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class EventTeamService {
  @Inject private EventAccess access;
  @Inject private EventDutyRepository duties;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public EventTeamService() {}

  /** For tests. */
  public EventTeamService(
      EventDutyRepository duties, AuditLog audit, CallerContext caller, Clock clock) {
    this.access = new EventAccess(duties, caller);
    this.duties = duties;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The event, for the head of its pages: one statement.
   *
   * @throws NotFoundException when there is none at which the caller has a duty
   */
  public EventDesk desk(String slug) {
    return access.require(slug, EventDuty.values());
  }

  /**
   * Who does what: two statements.
   *
   * @throws NotFoundException when the caller neither organises nor audits such an event
   */
  public List<EventTeamMember> team(String slug) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER, EventDuty.AUDITOR);
    return duties.team(event.id()).stream()
        .map(
            held ->
                new EventTeamMember(
                    held.accountId(),
                    held.name(),
                    held.company(),
                    held.duty(),
                    held.since(),
                    held.accountId() == caller.reader().accountId()))
        .toList();
  }

  /**
   * Gives a duty to the member with this address.
   *
   * @return the name of the person
   * @throws NotFoundException when the caller organises no such event
   * @throws InvalidException when no member has the address, or no duty was chosen
   */
  public String give(String slug, String mail, EventDuty duty) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    if (duty == null) {
      throw new InvalidException("duty", "Choose what the person does.");
    }
    String address = mail == null ? "" : mail.strip();
    if (!MailAddress.valid(address)) {
      throw new InvalidException(
          "mail", "Enter the mail address of a member, such as name@company.example.");
    }
    EventDutyRepository.Candidate person =
        duties
            .candidate(address.toLowerCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    new InvalidException(
                        "mail",
                        "No member has this address. Enter the address with which the person signs"
                            + " in."));
    if (!duties.give(event.id(), person.accountId(), duty, clock.instant())) {
      throw new InvalidException("mail", person.name() + " does this already.");
    }
    audit.record(
        caller.reader(),
        "event.duty_given",
        "event",
        event.slug(),
        duty.name() + " to account " + person.accountId());
    return person.name();
  }

  /**
   * Takes a duty away.
   *
   * @throws NotFoundException when the caller organises no such event, or nobody has that duty
   * @throws ConflictException when nobody would organise the event any more
   */
  public void take(String slug, long accountId, EventDuty duty) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    int organisers = duties.lockOrganisers(event.id());
    boolean has =
        duties.team(event.id()).stream()
            .anyMatch(held -> held.accountId() == accountId && held.duty() == duty);
    if (!has) {
      throw new NotFoundException("This person does not have the duty any more.");
    }
    if (duty == EventDuty.ORGANISER && organisers < 2) {
      throw new ConflictException(
          "This is the last organiser of the event. Add another one first.");
    }
    duties.take(event.id(), accountId, duty);
    audit.record(
        caller.reader(),
        "event.duty_taken",
        "event",
        event.slug(),
        duty.name() + " from account " + accountId);
  }
}
