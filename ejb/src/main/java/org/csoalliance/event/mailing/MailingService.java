package org.csoalliance.event.mailing;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.desk.DeskFilter;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.CallerContext;

/**
 * An organiser writes to many, sees what became of each mail, and says when people are reminded.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class MailingService {
  /** So many people get one mail, at most. */
  public static final int MOST = 20_000;

  private static final int SHOWN = 1000;

  @Inject private EventAccess access;
  @Inject private MailingRepository mailings;
  @Inject private MailingPost post;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public MailingService() {}

  /** For tests. */
  public MailingService(
      EventAccess access,
      MailingRepository mailings,
      MailingPost post,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.access = access;
    this.mailings = mailings;
    this.post = post;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  private EventDesk own(String slug) {
    return access.require(slug, EventDuty.ORGANISER);
  }

  /** The places that are filled in for each person, without their braces. */
  public List<String> places() {
    return MailingTexts.PLACES;
  }

  /**
   * How many get it, and how the first of them reads it.
   *
   * @throws NotFoundException when there is no such event of the caller's
   * @throws InvalidException with a sentence for subject and text
   */
  public MailPreview preview(String slug, DeskFilter filter, String subject, String text) {
    EventDesk event = own(slug);
    MailingTexts.Written written = MailingTexts.clean(subject, text);
    List<MailingRepository.Recipient> people = mailings.recipients(event.id(), filter, MOST + 1);
    if (people.isEmpty()) {
      return new MailPreview(0, null, written.subject(), written.text());
    }
    MailingRepository.Recipient first = people.get(0);
    OutgoingMail mail = post.mail(post.signer(), written.subject(), written.text(), first);
    return new MailPreview(people.size(), first.name(), mail.subject(), mail.body());
  }

  /** To how many the filter would write: two statements. */
  public int count(String slug, DeskFilter filter) {
    return mailings.recipients(own(slug).id(), filter, MOST + 1).size();
  }

  /**
   * Writes to everybody whom the filter means: one mail a person, in one transaction, whoever sends
   * the form again.
   *
   * @param token of the form
   * @param audience whom it goes to, in words
   * @return the number of the mailing
   * @throws NotFoundException when there is no such event of the caller's
   * @throws InvalidException with a sentence for subject and text
   * @throws ConflictException when nobody would get it, or too many
   */
  public long send(
      String slug, DeskFilter filter, UUID token, String subject, String text, String audience) {
    EventDesk event = own(slug);
    MailingTexts.Written written = MailingTexts.clean(subject, text);
    List<MailingRepository.Recipient> people = mailings.recipients(event.id(), filter, MOST + 1);
    if (people.isEmpty()) {
      throw new ConflictException("Nobody fits the filter, so nobody would get the mail.");
    }
    if (people.size() > MOST) {
      throw new ConflictException("A mail goes to at most 20,000 people. Narrow the filter.");
    }
    Instant now = clock.instant();
    Long id =
        mailings
            .add(
                event.id(),
                token,
                written.subject(),
                written.text(),
                audience,
                caller.reader(),
                now)
            .orElse(null);
    if (id == null) {
      return mailings
          .ofToken(event.id(), token)
          .orElseThrow(
              () ->
                  new ConflictException(
                      "This form was used before. Open a new one, then send it."));
    }
    int sent = post.send(id, written.subject(), written.text(), people, now);
    audit.record(
        caller.reader(), "event.mailed", "event", event.slug(), "mailing " + id + " to " + sent);
    return id;
  }

  /** What was sent, the newest first: two statements. */
  public List<Mailing> all(String slug) {
    return mailings.all(own(slug).id());
  }

  /**
   * One mailing: two statements.
   *
   * @throws NotFoundException when there is none of the caller's event
   */
  public Mailing one(String slug, long id) {
    return mailings.one(own(slug).id(), id).orElseThrow(MailingService::unknown);
  }

  /** Who got it, at most 1,000, the bounced first: three statements. */
  public List<MailedPerson> people(String slug, long id) {
    one(slug, id);
    return mailings.people(id, SHOWN);
  }

  /**
   * Sends it once more to one person.
   *
   * @throws NotFoundException when the person did not get it, or has gone
   */
  public void resend(String slug, long id, long registration) {
    EventDesk event = own(slug);
    Mailing mailing = mailings.one(event.id(), id).orElseThrow(MailingService::unknown);
    MailingRepository.Recipient person =
        mailings
            .recipient(event.id(), registration)
            .filter(found -> mailings.got(id, registration))
            .orElseThrow(MailingService::unknown);
    post.again(id, mailing.subject(), mailing.text(), person, clock.instant());
    audit.record(
        caller.reader(),
        "event.mail_resent",
        "event",
        event.slug(),
        "mailing " + id + " to registration " + registration);
  }

  /** The rules by which people are reminded: two statements. */
  public List<Reminder> reminders(String slug) {
    return mailings.reminders(own(slug).id());
  }

  /**
   * Keeps a rule; one for the same time and the same people is written anew.
   *
   * @param days one of -14, -7, -3, -1 before the start, 1 or 3 after the end
   * @param mode of those who are reminded; null: everybody with a seat
   * @throws InvalidException with a sentence for each that cannot be taken
   */
  public void remind(String slug, int days, AttendanceMode mode, String subject, String text) {
    EventDesk event = own(slug);
    MailingTexts.Written written = MailingTexts.clean(subject, text);
    if (!List.of(-14, -7, -3, -1, 1, 3).contains(days) || mode == AttendanceMode.BOTH) {
      throw new InvalidException("days", "Choose one of the times.");
    }
    mailings.remind(event.id(), days, mode, written.subject(), written.text());
    audit.record(caller.reader(), "event.reminder_kept", "event", event.slug(), days + " days");
  }

  /**
   * Takes a rule away.
   *
   * @throws NotFoundException when there is none of the caller's event
   */
  public void forget(String slug, long reminder) {
    EventDesk event = own(slug);
    if (!mailings.forget(event.id(), reminder)) {
      throw unknown();
    }
    audit.record(caller.reader(), "event.reminder_gone", "event", event.slug(), "" + reminder);
  }

  private static NotFoundException unknown() {
    return new NotFoundException("There is no such mail.");
  }
}
