package org.csoalliance.event;

import java.time.Instant;
import org.csoalliance.platform.sharing.Tlp;

/**
 * An event as its organiser describes it, new or changed, in the parts of the editor. What cannot
 * be taken is told by {@link EventRules}.
 */
public record NewEvent(About about, Place place, Seats seats, Room room) {
  /**
   * What it is.
   *
   * @param title 5 to 150 characters
   * @param series such as "Cyber workshops"; may be empty
   * @param summary one sentence for lists, at most 300 characters; may be empty
   * @param text at most 8,000 characters; may be empty
   * @param before what people bring and know before they come, at most 4,000 characters
   * @param organisers as the page names them, partners among them; may be empty
   * @param languages such as "English, Greek"; may be empty
   */
  public record About(
      String title,
      String series,
      String summary,
      String text,
      String before,
      String organisers,
      String languages) {}

  /**
   * When and where.
   *
   * @param startsAt UTC
   * @param endsAt UTC, after the start, at most 60 days after it
   * @param zone IANA name of the wall clock at the venue, such as Europe/London
   * @param city where; may be empty for a remote event
   * @param venue name and address; may be empty
   * @param venueHidden whether accepted people alone see the venue
   * @param mode how it is held
   * @param remoteLink how to join from afar, for accepted people alone; may be empty
   */
  public record Place(
      Instant startsAt,
      Instant endsAt,
      String zone,
      String city,
      String venue,
      boolean venueHidden,
      AttendanceMode mode,
      String remoteLink) {}

  /**
   * How many, and how seats are given away.
   *
   * @param capacity seats in all; null: no limit
   * @param inPerson seats in the room; null: no limit of its own
   * @param remote seats from afar; null: no limit of its own
   * @param companyCap how many of one company may have a seat; null: no limit
   * @param approval whether an organiser decides before a seat is taken
   * @param waitingList whether people may wait once it is full
   * @param offerHours how long an offer to somebody who waits holds, 1 to 168 hours
   * @param quietFrom the hour of the event's wall clock from which no offer is made, 0 to 23; null:
   *     offers at any hour
   * @param quietTo the hour from which offers are made again; null as quietFrom
   * @param opensAt no registration before; null: as soon as the status is OPEN
   * @param closesAt no registration from then on; null: until it starts
   * @param cancelUntil nobody cancels by themselves from then on; null: until it starts
   * @param drawAt whoever registers before then takes part in a draw; null: first come, first
   *     served
   */
  public record Seats(
      Integer capacity,
      Integer inPerson,
      Integer remote,
      Integer companyCap,
      boolean approval,
      boolean waitingList,
      int offerHours,
      Integer quietFrom,
      Integer quietTo,
      Instant opensAt,
      Instant closesAt,
      Instant cancelUntil,
      Instant drawAt) {
    /** So many seats, first come, first served, with a waiting list and offers of a day. */
    public static Seats of(Integer capacity) {
      return new Seats(
          capacity, null, null, null, false, true, 24, null, null, null, null, null, null);
    }
  }

  /**
   * For whom, and what may be told outside.
   *
   * @param audience whom it is for
   * @param rule what may be told outside; null: the Chatham House Rule
   * @param tlp the label of what is said; null: TLP:GREEN, never TLP:RED
   */
  public record Room(EventAudience audience, RoomRule rule, Tlp tlp) {}

  /**
   * An event as its organiser reads it, to be changed.
   *
   * @param detail as its organiser sees it
   */
  public static NewEvent of(EventDetail detail) {
    EventSummary event = detail.summary();
    EventProgramme programme = detail.programme();
    return new NewEvent(
        new About(
            event.title(),
            event.series(),
            event.summary(),
            detail.text(),
            programme.before(),
            detail.organisers(),
            detail.languages()),
        new Place(
            event.startsAt(),
            event.endsAt(),
            event.zone(),
            event.city(),
            detail.venue(),
            detail.venueHidden(),
            event.mode(),
            programme.remoteLink() == null ? "" : programme.remoteLink()),
        new Seats(
            event.capacity(),
            mode(detail, AttendanceMode.IN_PERSON),
            mode(detail, AttendanceMode.REMOTE),
            detail.companyCap(),
            detail.approval(),
            event.waitingList(),
            detail.offerHours(),
            programme.quietFrom(),
            programme.quietTo(),
            event.opensAt(),
            event.closesAt(),
            detail.cancelUntil(),
            programme.drawAt()),
        new Room(event.audience(), detail.rule(), event.tlp()));
  }

  private static Integer mode(EventDetail detail, AttendanceMode mode) {
    return detail.quotas().stream()
        .filter(quota -> quota.kind() == EventQuota.Kind.MODE && quota.name().equals(mode.name()))
        .map(EventQuota::capacity)
        .findFirst()
        .orElse(null);
  }

  /** The same with other seats. */
  public NewEvent with(Seats other) {
    return new NewEvent(about, place, other, room);
  }

  /** The same at another place or time. */
  public NewEvent with(Place other) {
    return new NewEvent(about, other, seats, room);
  }

  /** The same for others. */
  public NewEvent with(Room other) {
    return new NewEvent(about, place, seats, other);
  }
}
