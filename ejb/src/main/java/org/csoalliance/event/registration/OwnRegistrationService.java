package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.event.question.GivenAnswers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;

/** Somebody with an account changes what became of a registration of theirs. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class OwnRegistrationService {
  @Inject private RoomRepository rooms;
  @Inject private RegistrationEngine engine;
  @Inject private RegistrationChanges changes;
  @Inject private RegistrationAccess access;
  @Inject private AnswerSheet sheet;

  /** Made by the container. */
  public OwnRegistrationService() {}

  /** For tests. */
  OwnRegistrationService(
      RoomRepository rooms,
      RegistrationEngine engine,
      RegistrationChanges changes,
      RegistrationAccess access,
      AnswerSheet sheet) {
    this.rooms = rooms;
    this.engine = engine;
    this.changes = changes;
    this.access = access;
    this.sheet = sheet;
  }

  /**
   * Takes the seat that was offered.
   *
   * @throws NotFoundException when there is no such registration of the caller's
   * @throws ConflictException when there is no offer, or it has ended
   */
  public Registered accept(String slug, long id) {
    Reader reader = access.signedIn();
    Room event = access.seen(slug);
    access.own(event, id);
    return engine.answer(changes.accept(event, id, reader));
  }

  /**
   * Gives a seat back, leaves an offer or the line. What comes free is offered to the next in the
   * line in the same transaction.
   *
   * @param reason at most 500 characters; an organiser who cancels for somebody else gives one
   * @throws NotFoundException when there is no such registration of the caller's, or of the
   *     caller's event
   * @throws ConflictException when it has ended before, or the last moment to cancel is over
   */
  public void cancel(String slug, long id, String reason) {
    Reader reader = access.signedIn();
    Room event = access.seen(slug);
    Row row = access.own(event, id);
    changes.cancel(event, id, reason, reader, access.forAnother(event, row));
  }

  /**
   * Chooses category, way to take part and sessions anew.
   *
   * @throws InvalidException with a sentence where something does not exist, is full, or clashes;
   *     the registration then stands as it was
   * @throws ConflictException when it has ended, or the last moment to change is over
   */
  public Registered change(String slug, long id, Register wanted) {
    Reader reader = access.signedIn();
    Room event = access.seen(slug);
    access.own(event, id);
    return engine.answer(changes.change(event, id, wanted, reader, access.desk(event)));
  }

  /**
   * What the person is asked, and has answered: for the person alone, whoever registered them.
   *
   * @throws NotFoundException when there is no such registration of the caller's
   */
  public AnswerForm answers(String slug, long id, FormKind kind) {
    Room event = access.seen(slug);
    return sheet.form(event, personal(event, id), kind);
  }

  /**
   * Answers what is asked.
   *
   * @throws InvalidException with a sentence for each question that is not answered well; nothing
   *     is kept then
   * @throws ConflictException when the event has begun, or there is no seat yet for the second form
   */
  public void answer(String slug, long id, FormKind kind, GivenAnswers given) {
    Reader reader = access.signedIn();
    Room event = access.seen(slug);
    personal(event, id);
    sheet.keep(event, id, kind, given, reader);
  }

  private Row personal(Room event, long id) {
    Row row = access.own(event, id);
    if (!access.signedIn().accountId().equals(row.accountId())) {
      throw new NotFoundException("There is no such registration.");
    }
    return row;
  }

  /**
   * Hands the registration to a colleague of the same company.
   *
   * @param colleague the number of the account
   * @throws InvalidException when that is no colleague, or somebody who is registered
   * @throws ConflictException when it has ended, or the last moment is over
   */
  public Registered transfer(String slug, long id, long colleague) {
    Reader reader = access.signedIn();
    Room event = access.seen(slug);
    Row row = access.own(event, id);
    long from = row.accountId() == null ? reader.accountId() : row.accountId();
    boolean known =
        rooms.colleagues(row.companyId(), from).stream().anyMatch(one -> one.id() == colleague);
    if (!known) {
      throw new InvalidException(
          "colleague", "Choose a colleague of the same company who is a member.");
    }
    Person to = rooms.person(colleague).orElseThrow();
    return engine.answer(
        changes.transfer(event, id, to, to.name(), "colleague", reader, access.desk(event)));
  }
}
