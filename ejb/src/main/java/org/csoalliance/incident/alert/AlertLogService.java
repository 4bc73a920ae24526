package org.csoalliance.incident.alert;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/**
 * What became of alerts: to a person of the own ones, to editors in totals; and the yearly test.
 */
@Stateless
@RolesAllowed({EDITOR, ADMINISTRATOR})
public class AlertLogService {
  private static final int MINE = 25;
  private static final int TOTALS = 50;
  private static final int TESTS = 10;
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration SOON = Duration.ofDays(1);

  @Inject private AlertLogRepository log;
  @Inject private AlertRepository people;
  @Inject private AlertDeliveryRepository deliveries;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public AlertLogService() {}

  AlertLogService(
      AlertLogRepository log,
      AlertRepository people,
      AlertDeliveryRepository deliveries,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.log = log;
    this.people = people;
    this.deliveries = deliveries;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The caller's newest alerts, 25 at most, newest first. */
  @RolesAllowed({MEMBER, PARTNER, EDITOR})
  public List<SentAlert> mine() {
    return log.of(caller.reader(), MINE);
  }

  /**
   * The newest alerts of the last 12 months with their totals. Editors alone: they name incidents.
   */
  @RolesAllowed(EDITOR)
  public List<AlertTotals> totals() {
    return log.totals(TOTALS);
  }

  /** The tests there were, newest first. */
  public List<AlertTest> tests() {
    return log.tests(TESTS);
  }

  /** Who has not acknowledged a test, to be called. */
  public List<AlertTest.Silent> silent(long test) {
    return log.silent(test);
  }

  /** Whether the last test is more than a year old, or there was none. */
  public boolean testIsDue() {
    return log.lastTest().map(last -> last.isBefore(clock.instant().minus(YEAR))).orElse(true);
  }

  /**
   * Mails a test to everybody who watches anything, at once.
   *
   * @param note said in the mail, at most 300 characters; may be blank
   * @return how many get it
   * @throws ConflictException when a test was started within a day
   * @throws InvalidException when the note is too long
   */
  public int startTest(String note) {
    String said = PlainText.line(note, Integer.MAX_VALUE);
    if (said.codePointCount(0, said.length()) > 300) {
      throw new InvalidException("note", "The note is longer than 300 characters. Shorten it.");
    }
    Instant now = clock.instant();
    log.lockTests();
    Optional<Instant> last = log.lastTest();
    if (last.isPresent() && last.get().isAfter(now.minus(SOON))) {
      throw new ConflictException(
          "A test was started within the last day. Wait for its answers before you start another.");
    }
    Reader reader = caller.reader();
    long test = log.begin(reader, said, now);
    List<Candidate> all = people.everybody();
    deliveries.queue(
        AlertKind.TEST, new AlertDeliveryRepository.About(null, null, test), all, true, now);
    audit.record(
        reader, "alert.tested", "alert", "TEST-" + test, all.size() + " people are mailed");
    return all.size();
  }
}
