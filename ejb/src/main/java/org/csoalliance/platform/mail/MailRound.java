package org.csoalliance.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;

/**
 * Claims a batch and sends it. A refused recipient stops nobody else; a server that is down, or
 * that fails mail after mail, ends the round and costs the others no attempt. What was sent is
 * written down some mails at a time, and at once where the server is slow.
 */
final class MailRound {
  private static final Logger LOG = Logger.getLogger(MailRound.class.getName());
  private static final int MOST_MAILS = 250;
  private static final int FAILURES_IN_A_ROW = 3;

  /** So many mails, or what was sent in this time, go twice at most when a node dies. */
  private static final int MOST_UNWRITTEN = 25;

  private static final Duration LONGEST_UNWRITTEN = Duration.ofMillis(500);
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** A mail that starts later than this before the end of its lease might outlive it. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final MailQueue queue;
  private final MailTransport transport;
  private final Clock clock;
  private final RandomGenerator random;
  private final List<OutboxMail> unwritten = new ArrayList<>();
  private Instant written;

  MailRound(MailQueue queue, MailTransport transport, Clock clock, RandomGenerator random) {
    this.queue = queue;
    this.transport = transport;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What a round did.
   *
   * @param more whether there may be more mails due right now
   * @param down whether the mail server should be left alone for a while
   */
  record Result(int sent, int failed, boolean more, boolean down) {}

  /**
   * Sends what is due.
   *
   * @param stop asked between two mails; when it says so, the rest is put back
   */
  Result run(BooleanSupplier stop) throws SQLException {
    List<OutboxMail> mails = queue.claim(clock.instant(), MOST_MAILS, LEASE);
    if (mails.isEmpty()) {
      return new Result(0, 0, false, false);
    }
    int done = 0;
    int sent = 0;
    boolean down = false;
    written = clock.instant();
    try (MailTransport.Delivery delivery = transport.connect()) {
      Instant latest = mails.get(0).leasedUntil().minus(MARGIN);
      int inARow = 0;
      while (done < mails.size() && !stop.getAsBoolean() && clock.instant().isBefore(latest)) {
        OutboxMail mail = mails.get(done);
        done++;
        MessagingException failure = send(delivery, mail);
        if (failure == null) {
          sent++;
          inARow = 0;
        } else if (!delivery.usable()) {
          break;
        } else if (!recipientRefused(failure) && ++inARow >= FAILURES_IN_A_ROW) {
          down = true;
          break;
        }
      }
    } catch (MessagingException unreachable) {
      LOG.warning(() -> "The mail server cannot be reached, mails wait: " + words(unreachable));
      down = true;
    } finally {
      write();
      queue.putBack(mails.subList(done, mails.size()));
    }
    return new Result(sent, done - sent, done == mails.size() && done == MOST_MAILS, down);
  }

  private MessagingException send(MailTransport.Delivery delivery, OutboxMail mail)
      throws SQLException {
    MessagingException failure = attempt(delivery, mail);
    if (failure != null) {
      int failures = mail.attempts() + 1;
      boolean dead = failures >= BackOff.MOST_ATTEMPTS;
      Instant next = dead ? null : clock.instant().plus(BackOff.after(failures, random));
      queue.failed(mail, next, words(failure));
      LOG.warning(
          () ->
              "Mail "
                  + mail.messageId()
                  + " was not taken (attempt "
                  + failures
                  + ")"
                  + (dead ? ", given up: " : ": ")
                  + failure.getClass().getSimpleName());
      return failure;
    }
    unwritten.add(mail);
    if (unwritten.size() >= MOST_UNWRITTEN
        || clock.instant().isAfter(written.plus(LONGEST_UNWRITTEN))) {
      write();
    }
    return null;
  }

  private void write() throws SQLException {
    if (!unwritten.isEmpty()) {
      queue.sent(unwritten, clock.instant());
      unwritten.clear();
    }
    written = clock.instant();
  }

  /** Whatever goes wrong with one mail counts as its failure, or it would come back for ever. */
  private static MessagingException attempt(MailTransport.Delivery delivery, OutboxMail mail) {
    try {
      delivery.send(mail);
      return null;
    } catch (MessagingException failure) {
      return failure;
    } catch (RuntimeException failure) {
      return new MessagingException("The mail could not be made", failure);
    }
  }

  private static boolean recipientRefused(MessagingException failure) {
    return failure instanceof AddressException
        || (failure instanceof SendFailedException refused
            && refused.getInvalidAddresses() != null
            && refused.getInvalidAddresses().length > 0);
  }

  private static String words(MessagingException failure) {
    StringBuilder words = new StringBuilder(String.valueOf(failure.getMessage()));
    Exception next = failure.getNextException();
    for (int depth = 0; next != null && depth < 3; depth++) {
      words.append(" / ").append(next.getMessage());
      next = next instanceof MessagingException deeper ? deeper.getNextException() : null;
    }
    return words.toString();
  }
}
