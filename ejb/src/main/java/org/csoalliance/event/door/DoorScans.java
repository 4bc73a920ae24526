package org.csoalliance.event.door;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.event.registration.WalkIns;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.mail.MailAddress;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.text.PlainText;

/** The scans of one request at the door of one event. */
final class DoorScans {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final Duration EARLIEST = Duration.ofDays(30);

  private final DoorRepository.Venue venue;
  private final DoorRepository doors;
  private final TicketKeys keys;
  private final WalkIns walkIns;
  private final Reader by;
  private final Instant now;
  private final Map<Scan, Optional<Long>> seated = new HashMap<>();

  DoorScans(
      DoorRepository.Venue venue,
      DoorRepository doors,
      TicketKeys keys,
      WalkIns walkIns,
      Reader by,
      Instant now) {
    this.venue = venue;
    this.doors = doors;
    this.keys = keys;
    this.walkIns = walkIns;
    this.by = by;
    this.now = now;
  }

  /** Whom a scan is about, or why it is nobody. */
  private record Found(DoorRepository.Person person, ScanOutcome refused) {}

  /**
   * Gives seats to whoever came without a registration. First of all, since seats are locked before
   * registrations everywhere.
   */
  void seatWalkIns(List<Scan> scans) {
    for (Scan scan : scans) {
      if (scan.walkIn() != null && doors.byClient(scan.clientId()).isEmpty()) {
        Scan.WalkIn one = scan.walkIn();
        Map<String, String> wrong = wrong(one);
        if (!wrong.isEmpty() && !scan.offline()) {
          throw new InvalidException(wrong);
        }
        seated.put(
            scan,
            wrong.isEmpty()
                ? walkIns.seat(
                    venue.id(),
                    PlainText.line(one.name(), 200),
                    one.mail().strip(),
                    PlainText.line(one.company(), 200),
                    by,
                    now)
                : Optional.empty()); // a device that kept it cannot ask again: it is a conflict
      }
    }
  }

  private static Map<String, String> wrong(Scan.WalkIn given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = PlainText.line(given.name(), 300);
    if (name.length() < 2 || name.length() > 200) {
      wrong.put("name", "Enter the name of the person, at most 200 characters.");
    }
    if (given.mail() == null || !MailAddress.valid(given.mail().strip())) {
      wrong.put("mail", "Enter the mail address of the person, such as name@company.example.");
    }
    return wrong;
  }

  /** Takes one scan. */
  ScanAnswer take(Scan scan) {
    UUID client = scan.clientId() == null ? UUID.randomUUID() : scan.clientId();
    Optional<DoorRepository.Kept> before =
        scan.clientId() == null ? Optional.empty() : doors.byClient(client);
    if (before.isPresent()) {
      return answer(sameDoor(before.get()));
    }
    Found found = find(scan);
    Instant at = time(scan.at());
    ScanOutcome refused = found.refused() == null ? refusal(scan, found.person()) : found.refused();
    Optional<Long> added =
        refused == null
            ? doors.add(venue, row(scan, client, found.person(), at, ScanOutcome.IN, null), by, now)
            : Optional.empty();
    if (added.isPresent()) {
      doors.attended(found.person().id(), by, now);
    } else if (refused == null) {
      Optional<DoorRepository.Kept> first =
          doors.counting(found.person().id(), scan.session(), venue.day(at));
      Long firstId = first.map(DoorRepository.Kept::id).orElse(null);
      doors.add(
          venue,
          row(scan, client, found.person(), at, ScanOutcome.ALREADY, firstId),
          by,
          now); // nothing, where the same scan came twice at once
    } else {
      doors.add(venue, row(scan, client, found.person(), at, refused, null), by, now);
    }
    return answer(sameDoor(doors.byClient(client).orElseThrow()));
  }

  private DoorRepository.Kept sameDoor(DoorRepository.Kept kept) {
    if (kept.eventId() != venue.id()) {
      throw new InvalidException("client_id", "This number was used for a scan of another event.");
    }
    return kept;
  }

  private DoorRepository.NewScan row(
      Scan scan,
      UUID client,
      DoorRepository.Person person,
      Instant at,
      ScanOutcome outcome,
      Long first) {
    boolean ours = person != null && person.eventId() == venue.id();
    return new DoorRepository.NewScan(
        client,
        ours ? person.id() : null,
        scan.session() != null && doors.chosenSession(venue.id(), scan.session()).isPresent()
            ? scan.session()
            : null,
        venue.day(at),
        at,
        scan.offline(),
        scan.walkIn() != null ? "WALK_IN" : scan.registrationId() != null ? "SEARCH" : "CODE",
        PlainText.line(scan.place(), 60),
        outcome,
        scan.walkIn() == null
            ? PlainText.line(scan.shown(), 200)
            : PlainText.line(scan.walkIn().name(), 200),
        first,
        outcome == ScanOutcome.IN ? person.state().name() : null);
  }

  /** By the device's clock, unless that is surely wrong. */
  private Instant time(Instant given) {
    return given == null || given.isAfter(now) || given.isBefore(now.minus(EARLIEST)) ? now : given;
  }

  private Found find(Scan scan) {
    Long session = scan.session();
    if (scan.walkIn() != null) {
      return seated
          .getOrDefault(scan, Optional.empty())
          .flatMap(id -> doors.byNumber(id, session))
          .map(person -> new Found(person, null))
          .orElse(new Found(null, ScanOutcome.FULL));
    }
    if (scan.registrationId() != null) {
      return here(doors.byNumber(scan.registrationId(), session), false);
    }
    Optional<TicketToken.Read> token = TicketToken.read(scan.code());
    if (token.isEmpty()) {
      return here(doors.byCode(TicketToken.typed(scan.code()), session), false);
    }
    if (!keys.ours(token.get())) {
      return new Found(null, ScanOutcome.FORGED);
    }
    Found found = here(doors.byTicket(token.get().token().ticket(), session), true);
    boolean old =
        found.person() != null && found.person().generation() != token.get().token().generation();
    return found.refused() == null && old ? new Found(found.person(), ScanOutcome.REVOKED) : found;
  }

  private Found here(Optional<DoorRepository.Person> person, boolean signed) {
    if (person.isEmpty()) {
      return new Found(null, ScanOutcome.UNKNOWN);
    }
    return person.get().eventId() == venue.id()
        ? new Found(person.get(), null)
        : new Found(null, signed ? ScanOutcome.OTHER_EVENT : ScanOutcome.UNKNOWN);
  }

  private ScanOutcome refusal(Scan scan, DoorRepository.Person person) {
    if (!person.state().seat()) {
      return ScanOutcome.NO_SEAT;
    }
    if (scan.session() == null) {
      return null;
    }
    Optional<Boolean> chosen = doors.chosenSession(venue.id(), scan.session());
    if (chosen.isEmpty() && !scan.offline()) {
      throw new InvalidException("session", "The event has no such session.");
    }
    return chosen.orElse(true) && !person.chose() ? ScanOutcome.NOT_CHOSEN : null;
  }

  private ScanAnswer answer(DoorRepository.Kept kept) {
    return new ScanAnswer(
        kept.clientId(),
        kept.outcome(),
        kept.registrationId(),
        kept.outcome() == ScanOutcome.REVOKED ? "" : kept.name(),
        kept.outcome() == ScanOutcome.REVOKED ? "" : kept.company(),
        kept.category(),
        kept.walkIn(),
        kept.at(),
        kept.first(),
        words(kept));
  }

  private String words(DoorRepository.Kept kept) {
    return switch (kept.outcome()) {
      case IN -> kept.undoneAt() == null ? "Checked in." : "Was checked in, and taken back since.";
      case ALREADY ->
          kept.first() == null
              ? "Checked in before."
              : "Checked in before: "
                  + MINUTE.format(kept.first().at().atZone(venue.zone()))
                  + (kept.first().place().isEmpty() ? "" : ", " + kept.first().place())
                  + ", by "
                  + kept.first().by()
                  + ".";
      case FORGED ->
          "This is no ticket of ours, or it was altered. Ask for the name and look in the list.";
      case REVOKED ->
          "This ticket was replaced, handed on or cancelled. Ask for the new one, or look in the"
              + " list.";
      case UNKNOWN -> "No ticket of this event has this code. Read it again, or look in the list.";
      case NO_SEAT -> "This person has no seat. The organiser can say more.";
      case OTHER_EVENT -> "This is a ticket of another event.";
      case NOT_CHOSEN -> "This person has not chosen this session.";
      case FULL -> "No seat is free, or this person waits for one. The organiser decides.";
    };
  }
}
