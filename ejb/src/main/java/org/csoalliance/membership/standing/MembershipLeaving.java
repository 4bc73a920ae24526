package org.csoalliance.membership.standing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;

/**
 * Ends a membership in the transaction of the caller: the service and its ships end today, the role
 * goes, every session ends at its next request and every token is worthless, and groups are left.
 * Reports stay. Watches stay too, and mail nothing: alerts go to those whose rights count.
 */
@Dependent
public class MembershipLeaving {
  private StandingRepository people;
  private ServiceRepository services;
  private Outbox outbox;
  private Settings settings;
  private Clock clock;

  /** For CDI. */
  protected MembershipLeaving() {}

  /** Writes through the given repositories. */
  @Inject
  public MembershipLeaving(
      StandingRepository people,
      ServiceRepository services,
      Outbox outbox,
      Settings settings,
      Clock clock) {
    this.people = people;
    this.services = services;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Ends it, tells the person and those who serve the same company. The caller has locked the
   * account, asked whether it may, and writes the audit entry.
   *
   * @param kind LEFT, or LAPSED when it was not attested
   * @param reason what the person may read
   */
  void end(Person person, String kind, String reason, Reader by) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    people.end(person.accountId(), today, reason, now);
    services.remember(
        person.accountId(), now, kind, person.companyName() + ". Reason: " + reason, by);
    StandingText text = new StandingText(settings.baseUrl());
    List<OutgoingMail> mails = new ArrayList<>();
    mails.add(text.ended(person, reason));
    people
        .colleagues(person.companyId(), person.accountId())
        .forEach(colleague -> mails.add(text.colleagueLeft(colleague, person, today)));
    outbox.queue(mails);
  }
}
