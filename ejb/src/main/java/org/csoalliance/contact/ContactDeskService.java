package org.csoalliance.contact;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/**
 * Where officers answer. Each sees the topics of a role that they hold; another topic's message is
 * one that does not exist, until it is passed on.
 */
@Stateless
@RolesAllowed({EDITOR, VETTING_OFFICER, ORGANISER, ADMINISTRATOR})
public class ContactDeskService {
  /** How many messages a page of the desk has. */
  public static final int PAGE = 50;

  @Inject private ContactRepository threads;
  @Inject private ContactMails mails;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public ContactDeskService() {}

  ContactDeskService(
      ContactRepository threads,
      ContactMails mails,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.threads = threads;
    this.mails = mails;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * A page of the messages of the caller's topics, those that wait first; one statement. One more
   * than {@link #PAGE} says that there is another page.
   *
   * @param state null: any
   * @param page the first is 0
   */
  public List<ContactThread> list(ContactState state, int page) {
    return threads.desk(ContactTopic.of(caller.reader()), state, PAGE + 1, page * PAGE);
  }

  /**
   * A message with what followed.
   *
   * @throws NotFoundException when there is none, or another role answers it
   */
  public ContactThread open(String reference) {
    return mine(threads.ofReference(reference == null ? "" : reference).orElse(null));
  }

  /**
   * Answers; the person gets the words and a link by mail.
   *
   * @throws InvalidException field {@code body}
   * @throws ConflictException when it was closed in the meantime
   */
  public void answer(String reference, String typed) {
    String body = NewContact.body(typed);
    ContactThread thread = locked(reference);
    if (!thread.open()) {
      throw new ConflictException("This conversation is closed. Open it again first.");
    }
    Instant now = clock.instant();
    threads.message(
        thread.id(), true, caller.reader().accountId(), caller.reader().name(), body, now);
    threads.state(thread.id(), ContactState.ANSWERED, thread.topic(), now);
    mails.answer(thread, body, threads.links().of(ContactService.USE, String.valueOf(thread.id())));
    record("contact.answered", thread, "");
  }

  /** Closes it; the person can write no more there, and nobody is mailed. */
  public void close(String reference) {
    ContactThread thread = locked(reference);
    threads.state(thread.id(), ContactState.CLOSED, thread.topic(), clock.instant());
    record("contact.closed", thread, "");
  }

  /** Opens it again. */
  public void reopen(String reference) {
    ContactThread thread = locked(reference);
    threads.state(thread.id(), ContactState.OPEN, thread.topic(), clock.instant());
    record("contact.opened", thread, "");
  }

  /**
   * Gives it to the role of another topic, and tells that role.
   *
   * @throws InvalidException field {@code topic}
   */
  public void passOn(String reference, String topic) {
    ContactTopic to =
        ContactTopic.of(topic)
            .orElseThrow(() -> new InvalidException("topic", "Choose who is to answer it."));
    ContactThread thread = locked(reference);
    threads.state(thread.id(), thread.state(), to, clock.instant());
    mails.tell(threads.byId(thread.id()).orElseThrow(), threads.officers(to.role()));
    record("contact.passed_on", thread, thread.topic() + " to " + to);
  }

  private ContactThread locked(String reference) {
    ContactThread found = open(reference);
    return mine(threads.lock(found.id()).orElse(null));
  }

  private ContactThread mine(ContactThread thread) {
    if (thread == null || !ContactTopic.of(caller.reader()).contains(thread.topic())) {
      throw ContactService.gone();
    }
    return thread;
  }

  private void record(String action, ContactThread thread, String detail) {
    audit.record(caller.reader(), action, "message", thread.reference(), detail);
  }
}
