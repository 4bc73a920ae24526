package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/** The organiser reads the waiting line, and moves somebody in it for a reason that is kept. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class WaitingOrderService {
  @Inject private SeatRepository seats;
  @Inject private WaitingRepository waiting;
  @Inject private RegistrationRepository rows;
  @Inject private EventAccess access;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public WaitingOrderService() {}

  /** For tests. */
  WaitingOrderService(
      SeatRepository seats,
      WaitingRepository waiting,
      RegistrationRepository rows,
      EventAccess access,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.seats = seats;
    this.waiting = waiting;
    this.rows = rows;
    this.access = access;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Somebody in the line. */
  public record Place(long id, int place, String name, String company, java.time.Instant since) {}

  /**
   * Those who wait and have no offer, in the order in which they get one.
   *
   * @throws NotFoundException when the caller neither organises nor audits such an event
   */
  public List<Place> line(String slug) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER, EventDuty.AUDITOR);
    List<Place> line = new ArrayList<>();
    for (Row row : waiting.waiting(event.id())) {
      line.add(new Place(row.id(), line.size() + 1, row.name(), row.company(), row.joinedAt()));
    }
    return line;
  }

  /**
   * Whether somebody is the one who gets the next offer.
   *
   * @throws NotFoundException when the caller neither organises nor audits such an event
   */
  public boolean first(String slug, long id) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER, EventDuty.AUDITOR);
    return waiting.first(event.id()).filter(first -> first == id).isPresent();
  }

  /**
   * Moves somebody to a place in the line. The reason goes into the audit log and the history of
   * the registration.
   *
   * @param place from 1
   * @param reason 5 to 500 characters
   * @throws NotFoundException when the caller organises no such event, or nobody of the number
   *     waits
   * @throws InvalidException when there is no such place, or no reason is given
   */
  public void move(String slug, long id, int place, String reason) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    seats.lockQuotas(event.id());
    List<Row> line = new ArrayList<>(waiting.waiting(event.id()));
    Row moved =
        line.stream()
            .filter(row -> row.id() == id)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("Nobody of this number waits."));
    if (place < 1 || place > line.size()) {
      throw new InvalidException("place", "Enter a place from 1 to " + line.size() + ".");
    }
    String words = PlainText.line(reason, 500);
    if (words.length() < 5) {
      throw new InvalidException(
          "reason", "Say why, in 5 to 500 characters. It is kept for audit.");
    }
    int from = line.indexOf(moved) + 1;
    line.remove(moved);
    line.add(place - 1, moved);
    for (int i = 0; i < line.size(); i++) {
      int priority = line.size() - i; // who joins later has 0, and stands behind
      if (line.get(i).priority() != priority) {
        waiting.priority(line.get(i).id(), priority, clock.instant());
      }
    }
    rows.note(id, "MOVED", words, caller.reader(), clock.instant());
    audit.record(
        caller.reader(),
        "registration.moved",
        "event",
        event.slug(),
        id + " from " + from + " to " + place + ": " + words);
  }
}
