package org.csoalliance.event.door;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody attended, and whether it is enough. Hours are the minutes of what was attended,
 * divided by 60 and rounded down to a half.
 *
 * @param attended days or sessions, by the rule
 * @param of how many there were for this person, at least 1
 * @param topics numbers of ISPS B/13.1 of the sessions, parted by blanks
 */
public record Attendance(
    boolean enough, int attended, int of, BigDecimal hours, String topics, List<Line> lines) {
  /** Copies the lines. */
  public Attendance {
    lines = List.copyOf(lines);
  }

  /** One thing that was attended. */
  public record Line(String name, LocalDate day, int minutes) {}

  /** A session of the programme. */
  record Session(
      long id, String name, Instant startsAt, Instant endsAt, boolean chosen, String topics) {
    int minutes() {
      return (int) Duration.between(startsAt, endsAt).toMinutes();
    }
  }

  /** The event's days and sessions. */
  record Programme(Instant startsAt, Instant endsAt, ZoneId zone, List<Session> sessions) {
    List<LocalDate> days() {
      LocalDate first = startsAt.atZone(zone).toLocalDate();
      LocalDate last = endsAt.minusNanos(1).atZone(zone).toLocalDate();
      return first.datesUntil(last.plusDays(1)).toList();
    }

    /** Of a day without a programme: from the hour at which the event begins to that it ends at. */
    int minutesOfDay() {
      var first = startsAt.atZone(zone);
      var last = endsAt.atZone(zone);
      long minutes =
          days().size() == 1
              ? Duration.between(startsAt, endsAt).toMinutes()
              : Duration.between(first.toLocalTime(), last.toLocalTime()).toMinutes();
      return (int) (minutes > 0 ? minutes : 0);
    }
  }

  /**
   * Counts it.
   *
   * @param chosen the sessions that the person chose
   * @param ins where the person was checked in
   */
  static Attendance of(
      AttendanceRule rule, Programme programme, List<Long> chosen, List<DoorList.In> ins) {
    List<LocalDate> days = programme.days();
    Set<LocalDate> there =
        ins.stream()
            .map(DoorList.In::day)
            .filter(days::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Long> scanned =
        ins.stream()
            .map(DoorList.In::session)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toSet());
    List<Session> theirs =
        programme.sessions().stream()
            .filter(session -> !session.chosen() || chosen.contains(session.id()))
            .toList();
    boolean bySession = rule.basis() == AttendanceRule.Basis.SESSIONS && !theirs.isEmpty();
    List<Session> attended =
        theirs.stream()
            .filter(
                session ->
                    bySession
                        ? scanned.contains(session.id())
                        : there.contains(day(session, programme)))
            .toList();
    int counted = bySession ? attended.size() : there.size();
    int of = bySession ? theirs.size() : days.size();
    List<Line> lines = new ArrayList<>();
    for (Session session : attended) {
      lines.add(new Line(session.name(), day(session, programme), session.minutes()));
    }
    if (programme.sessions().isEmpty()) {
      there.forEach(day -> lines.add(new Line("", day, programme.minutesOfDay())));
    }
    int minutes = lines.stream().mapToInt(Line::minutes).sum();
    return new Attendance(
        counted > 0 && counted * 100 >= rule.percent() * of,
        counted,
        of,
        BigDecimal.valueOf(minutes / 30).multiply(new BigDecimal("0.5")),
        topics(attended),
        lines);
  }

  private static LocalDate day(Session session, Programme programme) {
    return session.startsAt().atZone(programme.zone()).toLocalDate();
  }

  private static String topics(List<Session> attended) {
    String all = attended.stream().map(Session::topics).collect(Collectors.joining(" "));
    return IspsTopic.of(all).stream()
        .map(topic -> "" + topic.number())
        .collect(Collectors.joining(" "));
  }

  /** Such as {@code 2 of 3 sessions}. */
  public String words(AttendanceRule rule) {
    return attended + " of " + of + " " + rule.basis().words();
  }
}
