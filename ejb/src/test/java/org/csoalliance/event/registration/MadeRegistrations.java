package org.csoalliance.event.registration;

import static org.csoalliance.event.MadeEvents.CLOCK;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.event.question.AnswerDesk;
import org.csoalliance.event.question.AnswerRepository;
import org.csoalliance.event.question.FormRepository;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.file.ClamdScanner;
import org.csoalliance.platform.file.MadeSeal;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.Reader;

/** The services of registering, put together as the container does it. */
public final class MadeRegistrations {
  final RoomRepository rooms;
  final SeatRepository seats;
  final CodeRepository codes;
  final RegistrationRepository rows;
  final WaitingRepository waiting;
  final RegistrationMails mails;
  final WaitingLine line;
  final SeatHolds holds;
  final RegistrationAccess access;
  final AnswerDesk answers;
  final RegistrationEngine engine;
  final RegistrationPreviews previews;
  final Parties parties;
  final RegistrationChanges changes;
  private final EntityManager em;
  private final Reader reader;
  private final Clock clock;

  MadeRegistrations(EntityManager em, Reader reader) {
    this(em, reader, new SeatRepository(em), new CodeRepository(em), CLOCK);
  }

  MadeRegistrations(
      EntityManager em, Reader reader, SeatRepository seats, CodeRepository codes, Clock clock) {
    this.em = em;
    this.reader = reader;
    this.seats = seats;
    this.codes = codes;
    this.clock = clock;
    rooms = new RoomRepository(em);
    rows = new RegistrationRepository(em);
    waiting = new WaitingRepository(em);
    mails =
        new RegistrationMails(
            new Outbox(em, CLOCK), MadeMembers.settings(), new MailListRepository(em));
    line = new WaitingLine(seats, waiting, rows, mails, clock);
    holds = new SeatHolds(seats, new HoldRepository(em), line, clock);
    access = new RegistrationAccess(rooms, rows, MadeMembers.caller(reader));
    answers =
        new AnswerDesk(
            new FormRepository(em),
            new AnswerRepository(em),
            MadeSeal.files(em, clock),
            new ClamdScanner(MadeMembers.settings()),
            clock);
    RegistrationChecks checks = new RegistrationChecks(answers);
    engine =
        new RegistrationEngine(
            seats,
            new OfferRepository(em),
            codes,
            rows,
            waiting,
            line,
            holds,
            checks,
            new Arrivals(seats, new ArrivalRepository(em), answers, mails, MadeMembers.audit(em)),
            clock);
    previews =
        new RegistrationPreviews(seats, new OfferRepository(em), codes, line, holds, checks, clock);
    parties = new Parties(rooms);
    changes =
        new RegistrationChanges(
            seats,
            new OfferRepository(em),
            rows,
            new HandOverRepository(em),
            answers,
            line,
            mails,
            MadeMembers.audit(em),
            clock);
  }

  /** Seats people who come without a registration. */
  public static WalkIns walkIns(EntityManager em) {
    return new WalkIns(
        new RoomRepository(em), new SeatRepository(em), new RegistrationRepository(em));
  }

  RegistrationService service() {
    return service(new RegistrationQueue(batch()));
  }

  /** Where others stand in the same queue. */
  RegistrationService service(RegistrationQueue queue) {
    return new RegistrationService(queue, rows, engine, previews, parties, access);
  }

  RegistrationBatch batch() {
    return new RegistrationBatch(rooms, rows, engine, parties);
  }

  OwnRegistrationService own() {
    return new OwnRegistrationService(rooms, engine, changes, access, sheet());
  }

  ApprovalService approval() {
    return new ApprovalService(rooms, rows, changes, access, MadeMembers.caller(reader));
  }

  AnswerSheet sheet() {
    return new AnswerSheet(answers, seats, rows, MadeMembers.audit(em), clock);
  }

  RegistrationPages pages() {
    return new RegistrationPages(
        seats,
        new OfferRepository(em),
        rooms,
        new RegistrationPageRepository(em),
        engine,
        answers,
        clock);
  }

  GuestRegistrationService guests() {
    return new GuestRegistrationService(
        rooms,
        rows,
        new GuestRepository(em),
        engine,
        previews,
        changes,
        pages(),
        answers,
        sheet(),
        mails,
        new MailListRepository(em),
        MadeMembers.settings(),
        clock);
  }

  HoldService forms() {
    return new HoldService(holds, guests(), access, rows, rooms, MadeMembers.caller(reader));
  }

  HandOverService handOvers() {
    return new HandOverService(
        rooms,
        rows,
        new HandOverRepository(em),
        changes,
        new MailListRepository(em),
        MadeMembers.caller(reader));
  }

  RegistrationSetupService setup() {
    return new RegistrationSetupService(
        new SetupRepository(em),
        seats,
        events(),
        MadeEvents.unheard(),
        MadeMembers.audit(em),
        MadeMembers.caller(reader));
  }

  InvitationService invitations() {
    return new InvitationService(
        codes,
        new SetupRepository(em),
        events(),
        MadeMembers.audit(em),
        MadeMembers.caller(reader),
        clock);
  }

  /** Moves people in the line for the reader. */
  public static WaitingOrderService order(EntityManager em, Reader reader) {
    return new MadeRegistrations(em, reader).order();
  }

  WaitingOrderService order() {
    return new WaitingOrderService(
        seats, waiting, rows, events(), MadeMembers.audit(em), MadeMembers.caller(reader), clock);
  }

  private EventAccess events() {
    return new EventAccess(new EventDutyRepository(em), MadeMembers.caller(reader));
  }

  WaitingRound round() {
    return new WaitingRound(rooms, seats, rows, waiting, mails, line, MadeMembers.audit(em), clock);
  }

  RegistrationHeld held() {
    return new RegistrationHeld(new RegistrationHeldRepository(em), rooms, seats, line);
  }
}
