package org.csoalliance.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What will go wrong with an event, as far as it can be told from the event itself. */
final class EventChecks {
  private static final DateTimeFormatter CHANGE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  private final EventDetail detail;
  private final EventSummary event;
  private final Instant now;
  private final List<EventWarning> found = new ArrayList<>();

  private EventChecks(EventDetail detail, Instant now) {
    this.detail = detail;
    this.event = detail.summary();
    this.now = now;
  }

  /** Every warning; none for an event that is over or called off. */
  static List<EventWarning> of(EventDetail detail, Instant now) {
    EventChecks checks = new EventChecks(detail, now);
    EventStatus status = detail.summary().status();
    if (status != EventStatus.HELD
        && status != EventStatus.CANCELLED
        && !detail.programme().template()) {
      checks.times();
      checks.place();
      checks.seats();
      checks.quotas();
      checks.sessions();
    }
    return List.copyOf(checks.found);
  }

  private void warn(String code, String words, String part, String field) {
    found.add(new EventWarning(code, words, part, field));
  }

  private void times() {
    if (!event.endsAt().isAfter(now)) {
      warn(
          "OVER",
          "The event has ended. Mark it as held, so that certificates can go out.",
          "edit",
          "status-h");
      return;
    }
    if (event.startsAt().isBefore(now) && event.status() == EventStatus.DRAFT) {
      warn("START_PAST", "The start lies in the past. Enter another day.", "edit", "startsAt");
    }
    if (event.closesAt() != null && event.closesAt().isAfter(event.startsAt())) {
      warn(
          "CLOSES_AFTER_START",
          "Registration closes after the start. People could register for what they have missed.",
          "edit",
          "closesAt");
    }
    if (event.opensAt() != null && !event.opensAt().isBefore(event.startsAt())) {
      warn(
          "OPENS_AFTER_START",
          "Registration opens after the start, so nobody can register.",
          "edit",
          "opensAt");
    }
    if (detail.cancelUntil() != null && detail.cancelUntil().isAfter(event.startsAt())) {
      warn(
          "CANCEL_AFTER_START",
          "People can give a seat back after the start, when nobody can take it any more.",
          "edit",
          "cancelUntil");
    }
    ZoneId zone = ZoneId.of(event.zone());
    ZoneOffsetTransition change = zone.getRules().nextTransition(event.startsAt());
    if (change != null && change.getInstant().isBefore(event.endsAt())) {
      warn(
          "CLOCK_CHANGES",
          "The clock at the place changes during the event, on "
              + CHANGE.format(change.getDateTimeBefore())
              + (change.isGap() ? ", one step forward" : ", one step back")
              + ". Look at the times of the agenda after it.",
          "agenda",
          "");
    }
  }

  private void place() {
    boolean remote = event.mode() != AttendanceMode.IN_PERSON;
    if (event.mode() != AttendanceMode.REMOTE && blank(detail.venue())) {
      warn("NO_ADDRESS", "There is no address. People do not know where to go.", "edit", "venue");
    }
    if (remote && blank(detail.programme().remoteLink())) {
      warn(
          "NO_LINK",
          "There is no address to join from afar. Those accepted cannot take part.",
          "edit",
          "remoteLink");
    }
    EventProgramme.Picture picture = detail.programme().picture();
    if (picture != null && blank(picture.alt())) {
      warn("NO_ALT", "The picture has no words for those who do not see it.", "picture", "alt");
    }
  }

  private void seats() {
    if (event.capacity() == null) {
      warn(
          "NO_CAPACITY",
          "There is no capacity, so the event never fills and nobody waits.",
          "edit",
          "capacity");
    }
    boolean limited =
        event.capacity() != null
            || detail.quotas().stream().anyMatch(quota -> quota.capacity() != null);
    if (event.waitingList() && !limited) {
      warn(
          "LIST_UNUSED",
          "The waiting list is on, but nothing can be full. Give a capacity, or turn it off.",
          "edit",
          "waitingList");
    }
    if (event.status() == EventStatus.WAITLIST && !event.waitingList()) {
      warn(
          "LIST_OFF",
          "The event takes names for the waiting list alone, and the waiting list is off.",
          "edit",
          "waitingList");
    }
    Instant draw = detail.programme().drawAt();
    if (draw != null && !draw.isBefore(event.startsAt())) {
      warn("DRAW_AFTER_START", "The draw comes after the start.", "edit", "drawAt");
    }
    if (draw != null && event.capacity() == null) {
      warn("DRAW_UNLIMITED", "A draw needs a capacity.", "edit", "capacity");
    }
  }

  private void quotas() {
    for (EventQuota quota : detail.quotas()) {
      boolean category = quota.kind() == EventQuota.Kind.CATEGORY;
      if (category && quota.capacity() == null && event.capacity() == null) {
        warn(
            "CATEGORY_UNLIMITED",
            "The category “" + quota.name() + "” has no limit, and neither has the event.",
            "edit",
            "capacity");
      }
      boolean larger =
          event.capacity() != null
              && quota.capacity() != null
              && quota.kind() != EventQuota.Kind.EVENT
              && quota.capacity() > event.capacity();
      if (larger) {
        boolean session = quota.kind() == EventQuota.Kind.SESSION;
        warn(
            "QUOTA_LARGER",
            String.format(
                Locale.ENGLISH,
                "“%s” has %,d seats, the event only %,d.",
                quota.kind() == EventQuota.Kind.MODE
                    ? AttendanceMode.valueOf(quota.name()).words()
                    : quota.name(),
                quota.capacity(),
                event.capacity()),
            session ? "agenda" : "edit",
            session ? "" : "capacity");
      }
    }
  }

  private void sessions() {
    List<EventSession> sessions = detail.programme().sessions();
    for (EventSession one : sessions) {
      if (one.startsAt().isBefore(event.startsAt()) || one.endsAt().isAfter(event.endsAt())) {
        warn(
            "SESSION_OUTSIDE",
            "“" + one.title() + "” lies outside of the event.",
            "agenda",
            "s" + one.id());
      }
      if (!one.pause() && one.room().isEmpty() && event.mode() != AttendanceMode.REMOTE) {
        warn("NO_ROOM", "“" + one.title() + "” has no room.", "agenda", "s" + one.id());
      }
    }
    for (int i = 0; i < sessions.size(); i++) {
      for (EventSession other : sessions.subList(i + 1, sessions.size())) {
        clash(sessions.get(i), other);
      }
    }
    days(sessions);
  }

  private void clash(EventSession one, EventSession other) {
    boolean together =
        one.startsAt().isBefore(other.endsAt()) && other.startsAt().isBefore(one.endsAt());
    if (!together) {
      return;
    }
    String pair = "“" + one.title() + "” and “" + other.title() + "”";
    if (!one.room().isEmpty() && one.room().equalsIgnoreCase(other.room())) {
      warn(
          "ROOM_TWICE",
          pair + " are in " + one.room() + " at the same time.",
          "agenda",
          "s" + other.id());
    }
    if (!one.speaker().isEmpty() && one.speaker().equalsIgnoreCase(other.speaker())) {
      warn(
          "SPEAKER_TWICE",
          one.speaker() + " speaks in " + pair + " at the same time.",
          "agenda",
          "s" + other.id());
    }
    if (one.track().equalsIgnoreCase(other.track())) {
      warn(
          "TRACK_TWICE",
          pair
              + " run at the same time"
              + (one.track().isEmpty() ? ". Give them tracks." : " in one track."),
          "agenda",
          "s" + other.id());
    }
  }

  /** A day of the event without any part of the agenda, once there is an agenda. */
  private void days(List<EventSession> sessions) {
    if (sessions.isEmpty()) {
      return;
    }
    ZoneId zone = ZoneId.of(event.zone());
    LocalDate day = event.startsAt().atZone(zone).toLocalDate();
    LocalDate last = event.endsAt().minusNanos(1).atZone(zone).toLocalDate();
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate looked = day;
      if (sessions.stream()
          .noneMatch(one -> one.startsAt().atZone(zone).toLocalDate().equals(looked))) {
        warn(
            "EMPTY_DAY",
            "Nothing is planned on "
                + DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(day)
                + ".",
            "agenda",
            "");
      }
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
