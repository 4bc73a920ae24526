package org.csoalliance.event.desk;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.question.AnswerDesk;
import org.csoalliance.event.question.GivenAnswer;
import org.csoalliance.event.question.Special;
import org.csoalliance.event.registration.OwnRegistrationService;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/**
 * The registrations of an event for those who run it, and for its auditors, who change nothing.
 * Everybody else is answered as if there were no such event.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class DeskService {
  /** So many are changed or mailed at once, at most. */
  public static final int MOST = 1000;

  @Inject private EventAccess access;
  @Inject private DeskRepository desk;
  @Inject private OwnRegistrationService registrations;
  @Inject private AnswerDesk answers;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public DeskService() {}

  /** For tests. */
  public DeskService(
      EventAccess access,
      DeskRepository desk,
      OwnRegistrationService registrations,
      AnswerDesk answers,
      Outbox outbox,
      AuditLog audit,
      CallerContext caller) {
    this.access = access;
    this.desk = desk;
    this.registrations = registrations;
    this.answers = answers;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
  }

  private EventDesk read(String slug) {
    return access.require(slug, EventDuty.ORGANISER, EventDuty.AUDITOR);
  }

  private EventDesk change(String slug) {
    return access.require(slug, EventDuty.ORGANISER);
  }

  /**
   * The numbers of the desk: two statements.
   *
   * @throws NotFoundException when there is no such event for the caller
   */
  public DeskNumbers numbers(String slug) {
    return desk.numbers(read(slug).id());
  }

  /**
   * A page of the table: three statements, whatever the rows.
   *
   * @param limit 1 to 200
   * @param cursor from an earlier page of the same filter; null or blank: the first page
   * @throws NotFoundException when there is no such event for the caller
   * @throws InvalidException when the cursor is none of ours
   */
  public DeskPage page(String slug, DeskFilter filter, int limit, String cursor) {
    EventDesk event = read(slug);
    DeskRepository.After after = cursor == null || cursor.isBlank() ? null : decode(cursor);
    DeskRepository.Choices choices = desk.choices(event.id(), caller.reader().accountId());
    int most = Math.min(Math.max(limit, 1), 200);
    List<DeskRepository.Sorted> found = desk.page(event.id(), filter, after, most + 1);
    List<DeskRow> rows =
        found.stream().limit(most).map(DeskRepository.Sorted::row).collect(Collectors.toList());
    return new DeskPage(
        event,
        choices.quotas(),
        rows,
        found.isEmpty() ? 0 : found.get(0).total(),
        found.size() > most ? encode(found.get(most - 1)) : null,
        DeskColumn.parse(choices.columns()));
  }

  private static String encode(DeskRepository.Sorted last) {
    String plain = last.row().id() + " " + last.value();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static DeskRepository.After decode(String cursor) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int blank = plain.indexOf(' ');
      if (blank < 1) {
        throw new IllegalArgumentException(plain);
      }
      return new DeskRepository.After(
          plain.substring(blank + 1), Long.parseLong(plain.substring(0, blank)));
    } catch (IllegalArgumentException wrong) {
      throw new InvalidException(
          "cursor", "This cursor is not one of ours. Start at the first page.");
    }
  }

  /**
   * One registration: two statements.
   *
   * @param filter of the list that the reader came from, for the neighbours
   * @throws NotFoundException when there is no such registration of the caller's event
   */
  public DeskRegistration one(String slug, long id, DeskFilter filter) {
    EventDesk event = read(slug);
    return desk.one(event.id(), event.slug(), id, filter).orElseThrow(DeskService::unknown);
  }

  /**
   * What the person answered. Food and access are for those who cater, and there as totals alone;
   * papers are for the organiser alone.
   *
   * @throws NotFoundException when there is no such event for the caller
   */
  public List<GivenAnswer> answers(String slug, long id) {
    EventDesk event = read(slug);
    return answers.answers(event.id(), row(event, id).id()).stream()
        .filter(
            answer ->
                answer.special() == Special.NONE
                    || (answer.special() == Special.IDENTITY && event.organises()))
        .toList();
  }

  /** Keeps which columns the caller wants to see, at every event. */
  public void columns(List<DeskColumn> columns) {
    desk.columns(
        caller.reader().accountId(),
        columns.stream().map(DeskColumn::key).collect(Collectors.joining(" ")));
  }

  /**
   * The numbers of everything that the filter finds.
   *
   * @throws ConflictException when there are more than {@link #MOST}
   */
  public List<Long> all(String slug, DeskFilter filter) {
    List<Long> found = desk.numbers(change(slug).id(), filter, MOST + 1);
    if (found.size() > MOST) {
      throw new ConflictException("Choose at most 1,000 at once. Narrow the filter.");
    }
    return found;
  }

  /**
   * Cancels for others, in the order given; whoever has ended before is passed over.
   *
   * @param reason 5 to 500 characters, which each person reads
   * @return how many were cancelled
   * @throws InvalidException when no reason is given
   */
  public int cancel(String slug, List<Long> ids, String reason) {
    EventDesk event = change(slug);
    String words = PlainText.line(reason, 500);
    if (words.length() < 5) {
      throw new InvalidException("reason", "Say why, in 5 to 500 characters. The person reads it.");
    }
    int cancelled = 0;
    for (Long id : checked(ids)) {
      DeskRow row = row(event, id);
      if (row.state().counts() && !over(row)) {
        registrations.cancel(slug, id, words);
        cancelled++;
      }
    }
    return cancelled;
  }

  private static boolean over(DeskRow row) {
    return switch (row.state()) {
      case ATTENDED, NO_SHOW -> true;
      default -> false;
    };
  }

  /**
   * Sends the last mail about this event again, to each of the people.
   *
   * @return how many had one
   */
  public int resend(String slug, List<Long> ids) {
    EventDesk event = change(slug);
    List<OutgoingMail> mails = new ArrayList<>();
    for (Long id : checked(ids)) {
      DeskRow row = row(event, id);
      desk.lastMail(event.slug(), row.mail())
          .ifPresent(
              value -> {
                JsonObject mail = value.asJsonObject();
                mails.add(
                    new OutgoingMail(
                        row.mail(),
                        null,
                        "EVENT",
                        event.slug(),
                        mail.getString("subject"),
                        mail.getString("body")));
              });
    }
    outbox.queue(mails);
    audit.record(
        caller.reader(), "event.mail_resent", "event", event.slug(), mails.size() + " mails");
    return mails.size();
  }

  private DeskRow row(EventDesk event, long id) {
    return desk.one(event.id(), event.slug(), id, DeskFilter.ALL)
        .orElseThrow(DeskService::unknown)
        .row();
  }

  private static List<Long> checked(List<Long> ids) {
    if (ids.isEmpty()) {
      throw new ConflictException("Choose at least one registration.");
    }
    if (ids.size() > MOST) {
      throw new ConflictException("Choose at most 1,000 at once.");
    }
    return ids.stream().distinct().toList();
  }

  private static NotFoundException unknown() {
    return new NotFoundException("There is no such registration.");
  }
}
