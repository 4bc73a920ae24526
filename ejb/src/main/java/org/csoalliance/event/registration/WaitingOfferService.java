package org.csoalliance.event.registration;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/**
 * The organiser says who gets the next seats. Nobody gets one that is not free: whoever is chosen
 * stands before the others, and gets an offer as soon as the line may offer one.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class WaitingOfferService {
  @Inject private SeatRepository seats;
  @Inject private RoomRepository rooms;
  @Inject private RegistrationRepository rows;
  @Inject private WaitingRepository waiting;
  @Inject private WaitingLine line;
  @Inject private EventAccess access;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public WaitingOfferService() {}

  /** For tests. */
  WaitingOfferService(
      SeatRepository seats,
      RoomRepository rooms,
      RegistrationRepository rows,
      WaitingRepository waiting,
      WaitingLine line,
      EventAccess access,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.seats = seats;
    this.rooms = rooms;
    this.rows = rows;
    this.waiting = waiting;
    this.line = line;
    this.access = access;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param offered of those chosen have an offer now
   * @param first stand first in the line, since nothing more is free
   * @param skipped did not wait, or had an offer
   */
  public record Offered(int offered, int first, int skipped) {}

  /**
   * Puts those chosen before all others, in the order in which they waited, and offers what is
   * free.
   *
   * @param ids registrations of the event; whoever does not wait is passed over
   * @param reason 5 to 500 characters, kept for audit
   * @throws NotFoundException when the caller organises no such event
   * @throws InvalidException when no reason is given
   */
  public Offered offer(String slug, List<Long> ids, String reason) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    String words = PlainText.line(reason, 1000);
    if (words.length() < 5 || words.codePointCount(0, words.length()) > 500) {
      throw new InvalidException(
          "reason", "Say why, in 5 to 500 characters. It is kept for audit.");
    }
    seats.lockQuotas(event.id());
    Set<Long> wanted = new HashSet<>(ids);
    List<Row> all = waiting.waiting(event.id());
    List<Row> chosen = all.stream().filter(row -> wanted.contains(row.id())).toList();
    int top = all.stream().mapToInt(Row::priority).max().orElse(0);
    for (int i = 0; i < chosen.size(); i++) {
      Row row = chosen.get(i);
      waiting.priority(row.id(), top + chosen.size() - i, clock.instant());
      rows.note(row.id(), "MOVED", words, caller.reader(), clock.instant());
    }
    line.offer(rooms.room(event.id()).orElseThrow());
    Set<Long> still = new HashSet<>();
    waiting.waiting(event.id()).forEach(row -> still.add(row.id()));
    int first = (int) chosen.stream().filter(row -> still.contains(row.id())).count();
    if (!chosen.isEmpty()) {
      audit.record(
          caller.reader(),
          "registration.moved",
          "event",
          event.slug(),
          chosen.size() + " to the front: " + words);
    }
    return new Offered(chosen.size() - first, first, wanted.size() - chosen.size());
  }
}
