package org.csoalliance.incident.corroboration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.TypedText;
import org.csoalliance.membership.ShipService;
import org.csoalliance.membership.ShipSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.PlainText;

/**
 * Members of other companies say that their ship saw it too, that it was not as told, or what they
 * have to add. A company has one standing answer, which it changes and withdraws; editors accept or
 * decline it. The reporter is mailed, never of TLP:RED.
 */
@Stateless
@RolesAllowed(MEMBER)
public class CorroborationService {
  private static final int MOST_WORDS = 4000;
  private static final int LEAST_WORDS = 10;
  private static final Duration CLOCK_SLIP = Duration.ofMinutes(5);

  @Inject private CorroborationRepository answers;
  @Inject private ShipService ships;
  @Inject private Outbox outbox;
  @Inject private Settings settings;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public CorroborationService() {}

  /** For tests. */
  public CorroborationService(
      CorroborationRepository answers,
      ShipService ships,
      Outbox outbox,
      Settings settings,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.answers = answers;
    this.ships = ships;
    this.outbox = outbox;
    this.settings = settings;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Keeps the answer of the caller's company. "Saw it too" and "not as told" take the place of what
   * the company said before; what it adds stands beside.
   *
   * @return the number of the answer
   * @throws NotFoundException when there is no such incident, or the caller may not see it
   * @throws RefusedException when it is of the caller's own company, or the caller has none
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public long answer(String reference, PeerAnswer given) {
    Reader reader = caller.reader();
    PeerAnswer answer = clean(given);
    ShipSummary ship = ship(answer.ship());
    CorroborationRepository.Answered incident = lock(reference, reader);
    if (reader.companyId() == null) {
      throw new RefusedException("An answer is your company's. You serve none at this moment.");
    }
    if (reader.companyId().equals(incident.companyId())
        || reader.accountId().equals(incident.reporterId())) {
      throw new RefusedException("Your own company reported this. Others bear it out.");
    }
    Instant now = clock.instant();
    if (answer.stance() != Stance.UPDATE) {
      answers.replace(incident.id(), reader.companyId(), now);
    }
    long id = answers.add(incident.id(), answer, ship, reader, now);
    tell(incident, answer);
    audit(reader, "answered", incident, answer.stance().name());
    return id;
  }

  /**
   * Takes a standing answer of the caller's company back.
   *
   * @throws NotFoundException when there is no such incident or answer
   */
  public void withdraw(String reference, long id) {
    Reader reader = caller.reader();
    CorroborationRepository.Answered incident = lock(reference, reader);
    if (reader.companyId() == null
        || !answers.withdraw(incident.id(), id, reader.companyId(), clock.instant())) {
      throw new NotFoundException("There is no such answer of your company.");
    }
    audit(reader, "answer_withdrawn", incident, "");
  }

  /**
   * An editor accepts or declines an answer. A declined one no longer counts.
   *
   * @param reason 5 to 2,000 characters, read by those who read the answers
   * @throws ConflictException when it is decided already, or no longer stands
   */
  @RolesAllowed(EDITOR)
  public void decide(String reference, long id, boolean accept, String reason) {
    String why = TypedText.block(reason);
    if (why.length() < 5 || why.length() > 2000) {
      throw new InvalidException("answerReason", "Give the reason, in 5 to 2,000 characters.");
    }
    Reader reader = caller.reader();
    CorroborationRepository.Answered incident = lock(reference, reader);
    if (reader.accountId().equals(incident.reporterId())) {
      throw new RefusedException("You reported this incident. Another editor has to decide.");
    }
    if (!answers.decide(incident.id(), id, accept, why, reader, clock.instant())) {
      throw new ConflictException("This answer is decided already, or no longer stands.");
    }
    audit(reader, accept ? "answer_accepted" : "answer_declined", incident, "");
  }

  private CorroborationRepository.Answered lock(String reference, Reader reader) {
    String wanted = reference == null ? "" : reference.strip().toUpperCase(Locale.ROOT);
    return answers
        .lock(wanted, reader)
        .orElseThrow(
            () -> new NotFoundException("There is no such incident, or you may not see it."));
  }

  private PeerAnswer clean(PeerAnswer given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (given.stance() == null) {
      wrong.put("stance", "Choose what you say to it.");
    }
    String words = TypedText.block(given.words());
    if (words.length() > MOST_WORDS) {
      wrong.put("peerWords", "Shorten your words to 4,000 characters.");
    } else if (words.length() < LEAST_WORDS
        && given.stance() != null
        && given.stance() != Stance.SAW) {
      wrong.put("peerWords", "Say what differs or what you add, in at least 10 characters.");
    }
    if (given.distanceNm() != null && !(given.distanceNm() >= 0 && given.distanceNm() <= 500)) {
      wrong.put("peerDistance", "The distance is a number from 0 to 500 nautical miles.");
    }
    if (given.seenAt() != null && given.seenAt().isAfter(clock.instant().plus(CLOCK_SLIP))) {
      wrong.put("peerTime", "The time lies in the future. Write it in UTC.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    String ship = TypedText.line(given.ship());
    return new PeerAnswer(
        given.stance(),
        ship.isEmpty() ? null : ship,
        given.distanceNm(),
        given.seenAt(),
        words,
        given.companyShown());
  }

  /** A ship of the caller's own fleet, by its number or name; no other can be named. */
  private ShipSummary ship(String typed) {
    if (typed == null) {
      return null;
    }
    String number = typed.replaceFirst("(?i)^IMO *", "");
    return ships.ofMyCompany().stream()
        .filter(ship -> ship.imo().equals(number) || ship.name().equalsIgnoreCase(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidException(
                    "peerShip",
                    "This is no ship of your company's fleet. Write its IMO number, or leave it"
                        + " empty."));
  }

  private void tell(CorroborationRepository.Answered incident, PeerAnswer answer) {
    if (incident.tlp() == Tlp.RED || incident.reporterMail() == null) {
      return;
    }
    String what =
        switch (answer.stance()) {
          case SAW -> "Another company says that its ship saw it too.";
          case DIFFERS -> "Another company says that it was not as told. An editor decides.";
          case UPDATE -> "Another company has added to it.";
        };
    String label = incident.tlp().label();
    String body =
        label
            + "\n\nYou reported \""
            + PlainText.line(incident.title(), 200)
            + "\".\n\n"
            + what
            + "\n\nRead it here:\n"
            + settings.baseUrl()
            + "/incidents/"
            + incident.reference()
            + "\n"
            + label
            + "\n";
    outbox.queue(
        List.of(
            new OutgoingMail(
                incident.reporterMail(),
                incident.reporterId(),
                "INCIDENT_ANSWER",
                incident.reference(),
                "[CSO Alliance] An answer to your report " + incident.reference(),
                body)));
  }

  private void audit(
      Reader reader, String what, CorroborationRepository.Answered incident, String details) {
    audit.record(reader, "incident." + what, "incident", incident.reference(), details);
  }
}
