package org.csoalliance.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.settings.Settings;

/** Writes to the office, and goes on with a thread by a signed link. Anyone may call. */
@Stateless
@PermitAll
public class ContactService {
  static final String USE = "contact";
  private static final int MANY_IN_AN_HOUR = 10;

  @Inject private ContactRepository threads;
  @Inject private ContactMails mails;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public ContactService() {}

  /** For tests. */
  ContactService(
      ContactRepository threads,
      ContactMails mails,
      AuditLog audit,
      CallerContext caller,
      Settings settings,
      Clock clock) {
    this.threads = threads;
    this.mails = mails;
    this.audit = audit;
    this.caller = caller;
    this.settings = settings;
    this.clock = clock;
  }

  /** The mark of a form that is handed out now, to come back with the message. */
  public String form() {
    return ContactForm.make(threads.links(), clock.instant());
  }

  /**
   * Takes a message. A form that is sent twice is one message.
   *
   * @param form its mark, from {@link #form}
   * @param bait what stands in the field that people do not see; null counts as empty
   * @param source the network it comes from, at most 64 characters
   * @return the token of the thread
   * @throws InvalidException at the fields, see {@link NewContact#typed}
   * @throws ConflictException where the form has run out, came too soon, or too much was sent
   */
  public String send(String form, String bait, NewContact made, String source) {
    Instant now = clock.instant();
    ContactForm mark =
        ContactForm.read(threads.links(), form)
            .filter(found -> !found.tooOld(now))
            .orElseThrow(
                () ->
                    new ConflictException(
                        "This form was open for too long. What you typed still stands: send it"
                            + " again."));
    if (bait != null && !bait.isEmpty()) {
      throw new ConflictException(
          "The field “Leave this empty” was filled in, which machines do. Empty it and send the"
              + " message again.");
    }
    if (mark.tooSoon(now)) {
      throw new ConflictException(
          "That was quicker than a person types. What you typed still stands: send it once more.");
    }
    threads.lock(source);
    Optional<ContactThread> before = threads.ofForm(mark.key());
    if (before.isPresent()) {
      return token(before.get().id());
    }
    Reader by = caller.reader();
    byte[] likeness = likeness(made.body());
    limit(made, by, source, likeness, now);
    Optional<Long> id =
        threads.add(
            made,
            mark.key(),
            by,
            by.signedIn() ? null : source,
            likeness,
            now.atOffset(ZoneOffset.UTC).getYear(),
            now);
    if (id.isEmpty()) {
      return token(threads.ofForm(mark.key()).orElseThrow().id());
    }
    ContactThread thread = threads.byId(id.get()).orElseThrow();
    mails.acknowledge(thread, token(thread.id()));
    if (threads.since(thread.topic(), now.minus(ContactLimits.SPAN)) <= MANY_IN_AN_HOUR) {
      mails.tell(thread, threads.officers(thread.topic().role()));
    }
    audit.record(by, "contact.received", "message", thread.reference(), thread.topic().name());
    return token(thread.id());
  }

  private void limit(NewContact made, Reader by, String source, byte[] likeness, Instant now) {
    ContactLimits most = ContactLimits.USUAL;
    ContactRepository.Lately lately =
        threads.lately(
            source, by.accountId(), likeness, made.email().toLowerCase(Locale.ROOT), now);
    boolean many =
        by.signedIn() ? lately.account() >= most.account() : lately.source() >= most.source();
    if (many) {
      throw new ConflictException(
          "Many messages have come from "
              + (by.signedIn() ? "your account" : "your network")
              + " within an hour. Write again in an hour, or telephone "
              + settings.contactTelephone()
              + ".");
    }
    if (lately.alike() >= most.alike()) {
      throw new ConflictException(
          "These very words have reached us several times today. Say in your own words what is"
              + " different, or telephone "
              + settings.contactTelephone()
              + ".");
    }
    if (lately.address() >= most.address()) {
      throw new ConflictException(
          "Many messages under this address have come today. Go on by the link in one of our mails,"
              + " or telephone "
              + settings.contactTelephone()
              + ".");
    }
  }

  /** The same for the same words, whatever stands between them. */
  static byte[] likeness(String body) {
    return Sha256.of(body.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
  }

  private String token(long id) {
    return threads.links().of(USE, String.valueOf(id));
  }

  /**
   * The thread that a link opens.
   *
   * @throws NotFoundException when it is none of ours, or the thread is gone
   */
  public ContactThread thread(String token) {
    return threads.byId(id(token)).orElseThrow(ContactService::gone);
  }

  /**
   * Adds what the person writes; it is the officers' turn then.
   *
   * @throws InvalidException field {@code body}
   * @throws ConflictException when the thread is closed, or much waits there already
   */
  public void reply(String token, String typed) {
    String body = NewContact.body(typed);
    ContactThread thread = threads.lock(id(token)).orElseThrow(ContactService::gone);
    if (!thread.open()) {
      throw new ConflictException("This conversation is closed. Write a new message.");
    }
    if (inARow(thread.messages()) >= ContactLimits.MOST_IN_A_ROW) {
      throw new ConflictException(
          "Ten of your messages wait for an answer here. Telephone "
              + settings.contactTelephone()
              + ".");
    }
    Instant now = clock.instant();
    threads.message(thread.id(), false, null, thread.name(), body, now);
    threads.state(thread.id(), ContactState.OPEN, thread.topic(), now);
    if (thread.state() != ContactState.OPEN) {
      mails.tell(thread, threads.officers(thread.topic().role()));
    }
    audit.record(Reader.VISITOR, "contact.went_on", "message", thread.reference(), "");
  }

  /** Messages of the person behind the last one of an officer. */
  private static int inARow(List<ContactMessage> messages) {
    int count = 0;
    for (ContactMessage message : messages) {
      count = message.officer() ? 0 : count + 1;
    }
    return count;
  }

  private long id(String token) {
    return threads
        .links()
        .read(USE, token)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElseThrow(ContactService::gone);
  }

  static NotFoundException gone() {
    return new NotFoundException("There is no such conversation.");
  }
}
