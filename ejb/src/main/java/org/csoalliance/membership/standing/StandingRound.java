package org.csoalliance.membership.standing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;

/**
 * The daily round over all memberships: reminders, and the end of those that were not attested. It
 * may run on any number of nodes and any number of times a day. Called by the timer alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StandingRound {
  private static final int AT_A_TIME = 50;

  @Inject private StandingDayRepository days;
  @Inject private StandingRepository people;
  @Inject private MembershipLeaving leaving;
  @Inject private Outbox outbox;
  @Inject private Settings settings;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public StandingRound() {}

  StandingRound(
      StandingDayRepository days,
      StandingRepository people,
      MembershipLeaving leaving,
      Outbox outbox,
      Settings settings,
      AuditLog audit,
      Clock clock) {
    this.days = days;
    this.people = people;
    this.leaving = leaving;
    this.outbox = outbox;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Reminds whoever is to attest within 60, 30 or 7 days, once for each of the three.
   *
   * @return how many were reminded
   */
  public int remind() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<StandingDayRepository.Due> reminders = days.takeReminders(today, now);
    if (reminders.isEmpty()) {
      return 0;
    }
    StandingText text = new StandingText(settings.baseUrl());
    List<OutgoingMail> mails =
        reminders.stream()
            .map(
                due ->
                    text.reminder(
                        due.accountId(),
                        due.email(),
                        due.attestBy(),
                        ChronoUnit.DAYS.between(today, due.attestBy())))
            .toList();
    outbox.queue(mails);
    days.remembered(reminders, now);
    audit.record(
        Reader.SYSTEM, "membership.reminded", "account", "members", reminders.size() + " reminded");
    return reminders.size();
  }

  /**
   * Ends memberships that were read-only for 30 days; some at a time.
   *
   * @return how many were ended; zero when none is left
   */
  public int lapse() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<Long> out = days.out(today, AT_A_TIME);
    for (long account : out) {
      Person person = people.person(account).orElseThrow();
      leaving.end(
          person,
          "LAPSED",
          "The membership was not confirmed by " + person.attestBy() + ".",
          Reader.SYSTEM);
      audit.record(
          Reader.SYSTEM, "membership.lapsed", "account", person.name(), person.companyName());
    }
    return out.size();
  }
}
