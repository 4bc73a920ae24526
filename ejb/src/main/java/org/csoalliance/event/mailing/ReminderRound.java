package org.csoalliance.event.mailing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes reminders that are due, by the clock of the database. Whoever has one has a row, so that
 * neither a second node nor a clock that jumps sends it again.
 */
@Stateless
@PermitAll
public class ReminderRound {
  private static final int BATCH = 500;

  @Inject private MailingRepository mailings;
  @Inject private MailingPost post;
  @Inject private Clock clock;

  /** Made by the container. */
  public ReminderRound() {}

  /** For tests. */
  public ReminderRound(MailingRepository mailings, MailingPost post, Clock clock) {
    this.mailings = mailings;
    this.post = post;
    this.clock = clock;
  }

  /** Rules that have somebody to remind. */
  public List<Long> due() {
    return mailings.dueReminders();
  }

  /**
   * Reminds at most 500 people by one rule.
   *
   * @return how many
   */
  public int remind(long reminder) {
    Instant now = clock.instant();
    Optional<Mailing> mailing = mailings.ofReminder(reminder, now);
    if (mailing.isEmpty()) {
      return 0;
    }
    return post.send(
        mailing.get().id(),
        mailing.get().subject(),
        mailing.get().text(),
        mailings.reminded(reminder, BATCH),
        now);
  }
}
