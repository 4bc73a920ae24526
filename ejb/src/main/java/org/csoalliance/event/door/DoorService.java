package org.csoalliance.event.door;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.registration.WalkIns;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * People are checked in, one scan or what a device kept while it had no network. Each scan is
 * written whatever came of it; a unique index of the database decides which of two counts.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class DoorService {
  /** The most scans in one batch. */
  public static final int MOST_SCANS = 500;

  @Inject private DoorRepository doors;
  @Inject private DoorListRepository lists;
  @Inject private DoorAccess access;
  @Inject private TicketKeys keys;
  @Inject private WalkIns walkIns;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public DoorService() {}

  /** For tests. */
  public DoorService(
      DoorRepository doors,
      DoorListRepository lists,
      TicketKeys keys,
      WalkIns walkIns,
      DoorAccess access,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.doors = doors;
    this.lists = lists;
    this.keys = keys;
    this.walkIns = walkIns;
    this.access = access;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Takes scans in the order in which they were made.
   *
   * @param slug the event; null: that of the first ticket
   * @return an answer for each scan, in the same order; one that was sent before is answered as it
   *     was then
   * @throws NotFoundException when the caller checks nobody in at such an event
   * @throws ConflictException when the event is a draft or was called off
   * @throws InvalidException when there are none or too many, or a walk-in lacks something
   */
  public List<ScanAnswer> checkIn(String slug, List<Scan> scans) {
    if (scans.isEmpty() || scans.size() > MOST_SCANS) {
      throw new InvalidException("scans", "Send 1 to " + MOST_SCANS + " scans at once.");
    }
    Reader reader = caller.reader();
    DoorRepository.Venue venue = slug == null ? venueOf(scans.get(0)) : door(slug);
    if (venue.status() == EventStatus.DRAFT || venue.status() == EventStatus.CANCELLED) {
      throw new ConflictException(
          "Nobody is checked in at an event that is a draft or was called off.");
    }
    Instant now = clock.instant();
    DoorScans door = new DoorScans(venue, doors, keys, walkIns, reader, now);
    List<ScanAnswer> answers = new ArrayList<>(scans.size());
    if (scans.size() > 1) {
      doors.lockBatch(venue.id());
    }
    door.seatWalkIns(scans);
    for (Scan scan : scans) {
      answers.add(door.take(scan));
    }
    if (scans.size() == 1) {
      ScanAnswer only = answers.get(0);
      audit.record(
          reader,
          "door." + only.outcome().name().toLowerCase(java.util.Locale.ROOT),
          "event",
          venue.slug(),
          only.registrationId() == null ? "" : "" + only.registrationId());
    } else {
      long in = answers.stream().filter(each -> each.outcome() == ScanOutcome.IN).count();
      audit.record(
          reader, "door.batch", "event", venue.slug(), in + " of " + scans.size() + " checked in");
    }
    return answers;
  }

  private DoorRepository.Venue door(String slug) {
    DoorRepository.Venue venue =
        doors.venue(slug == null ? "" : slug).orElseThrow(DoorAccess::unknown);
    access.checking(venue.id());
    return venue;
  }

  private DoorRepository.Venue venueOf(Scan scan) {
    Optional<TicketToken.Read> token = TicketToken.read(scan.code());
    Optional<DoorRepository.Venue> found =
        token.isPresent()
            ? doors.venueOfTicket(token.get().token().ticket())
            : doors.venueOfCode(TicketToken.typed(scan.code()));
    try {
      DoorRepository.Venue venue = found.orElseThrow(DoorAccess::unknown);
      access.checking(venue.id());
      return venue;
    } catch (NotFoundException notTheirs) {
      throw new NotFoundException("This is no ticket of an event at which you check in.");
    }
  }

  /**
   * Takes a check-in back.
   *
   * @param clientId of the scan
   * @throws NotFoundException when there is no such scan at the caller's door
   */
  public void undo(String slug, UUID clientId) {
    Reader reader = caller.reader();
    DoorRepository.Venue venue = door(slug);
    DoorRepository.Kept scan =
        doors
            .byClient(clientId)
            .filter(kept -> kept.eventId() == venue.id() && kept.outcome() == ScanOutcome.IN)
            .orElseThrow(() -> new NotFoundException("There is no such check-in."));
    if (scan.undoneAt() == null) {
      doors.undo(scan, reader, clock.instant());
      audit.record(reader, "door.undone", "event", venue.slug(), "" + scan.registrationId());
    }
  }

  /**
   * The list for a device, which keeps it encrypted.
   *
   * @throws NotFoundException when the caller checks nobody in at such an event
   */
  public DoorList list(String slug) {
    Reader reader = caller.reader();
    DoorRepository.Venue venue = door(slug);
    Instant now = clock.instant();
    DoorList list =
        new DoorList(
            venue.slug(),
            venue.title(),
            venue.zone().getId(),
            venue.startsAt(),
            venue.endsAt(),
            now,
            reader.name(),
            DeviceKey.of(keys.secret(), reader.accountId(), venue.id()),
            keys.published(),
            lists.sessions(venue.id()),
            lists.people(venue.id()),
            lists.counts(venue.id(), venue.day(now)));
    audit.record(
        reader, "door.list", "event", venue.slug(), list.people().size() + " people to a device");
    return list;
  }

  /** The numbers of now, for the door and the organiser's desk. */
  public DoorCounts counts(String slug) {
    DoorRepository.Venue venue = door(slug);
    return lists.counts(venue.id(), venue.day(clock.instant()));
  }

  /** The event's title, for the page of the door. */
  public String title(String slug) {
    return door(slug).title();
  }

  /** Scans that came late from a device and did not count, what nobody has looked at first. */
  public List<DoorConflict> conflicts(String slug) {
    DoorRepository.Venue venue = door(slug);
    return doors.conflicts(venue.id()).stream()
        .map(
            kept ->
                new DoorConflict(
                    kept.id(),
                    kept.outcome(),
                    kept.name(),
                    kept.company(),
                    kept.at(),
                    kept.place(),
                    kept.operator(),
                    kept.first(),
                    kept.settledAt()))
        .toList();
  }

  /**
   * Says that a conflict was looked at.
   *
   * @throws NotFoundException when there is none of that number at the caller's door
   */
  public void settle(String slug, long scan) {
    Reader reader = caller.reader();
    DoorRepository.Venue venue = door(slug);
    if (doors.settle(venue.id(), scan, clock.instant()) == 0) {
      throw new NotFoundException("There is no such conflict, or it was looked at before.");
    }
    audit.record(reader, "door.settled", "event", venue.slug(), "" + scan);
  }
}
