package org.csoalliance.incident.asam;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the incident that a row tells of again. Only incidents of the same source are looked at: a
 * member's report and NGA's message of one event stand beside each other, each under its name.
 *
 * <p>An <b>update</b> is a row that says "(Update of entry 2022-137)", or one that carries the
 * reference of an incident of the same event in other words. A reference that is used for another
 * event, which happens, updates nothing: the row is an incident of its own.
 *
 * <p>A <b>possible duplicate</b> has another reference, and: the same day; within 2 NM; does not
 * name other ships; does not state an hour more than 15 minutes off; and either shares 60 % of its
 * words or states the very same hour within 1 NM. The limits were chosen on the published list,
 * where they part second tellings from two ships robbed in one anchorage in one night.
 */
final class TwinFinder {
  private static final double NEAR_NM = 2;
  private static final double SAME_PLACE_NM = 1;
  private static final double SAME_EVENT_NM = 15;
  private static final double ALIKE = 0.6;
  private static final double MUCH_ALIKE = 0.7;
  private static final double OF_THE_SAME_EVENT = 0.35;
  private static final double ALMOST_THE_SAME = 0.9;

  private final Map<Long, KnownIncident> all = new LinkedHashMap<>();
  private final Map<LocalDate, List<Long>> byDay = new HashMap<>();
  private final Map<String, List<Long>> byReference = new HashMap<>();

  TwinFinder(Collection<KnownIncident> known) {
    known.forEach(this::add);
  }

  /** Makes the incident known; takes the place of an earlier state of it. */
  void add(KnownIncident incident) {
    KnownIncident before = all.put(incident.id(), incident);
    if (before == null) {
      byReference
          .computeIfAbsent(incident.sourceReference(), key -> new ArrayList<>())
          .add(incident.id());
    }
    if (before == null || !before.day().equals(incident.day())) {
      byDay.computeIfAbsent(incident.day(), key -> new ArrayList<>()).add(incident.id());
    }
  }

  /** The incident that the row updates, or null. */
  KnownIncident updatedBy(AsamEvent event) {
    if (event.updateOf() != null) {
      for (Long id : byReference.getOrDefault(event.updateOf(), List.of())) {
        KnownIncident known = all.get(id);
        if (Math.abs(ChronoUnit.DAYS.between(known.day(), event.day())) <= 31) {
          return known;
        }
      }
    }
    for (Long id : byReference.getOrDefault(event.reference(), List.of())) {
      if (tellsTheSame(all.get(id), event)) {
        return all.get(id);
      }
    }
    if (event.saysUpdate()) {
      return possibleTwin(event);
    }
    return null;
  }

  /** Under one reference: is it the same event, told anew? */
  private static boolean tellsTheSame(KnownIncident known, AsamEvent event) {
    if (known.account().namesOtherShips(event.account())) {
      return false;
    }
    long days = Math.abs(ChronoUnit.DAYS.between(known.day(), event.day()));
    double apart = known.position().distanceNm(event.position());
    double likeness = known.account().likeness(event.account());
    if (days == 0) {
      return apart <= SAME_EVENT_NM || likeness >= OF_THE_SAME_EVENT;
    }
    return apart <= SAME_EVENT_NM && likeness >= (days <= 31 ? ALIKE : ALMOST_THE_SAME);
  }

  /** The incident that the row may tell of again under another reference, or null. */
  KnownIncident possibleTwin(AsamEvent event) {
    KnownIncident best = null;
    double most = 0;
    for (Long id : byDay.getOrDefault(event.day(), List.of())) {
      KnownIncident known = all.get(id);
      double likeness = known.account().likeness(event.account());
      if (known.day().equals(event.day())
          && looksAlike(known, event, likeness)
          && likeness >= most) {
        best = known;
        most = likeness;
      }
    }
    return best;
  }

  private static boolean looksAlike(KnownIncident known, AsamEvent event, double likeness) {
    double apart = known.position().distanceNm(event.position());
    if (apart > NEAR_NM
        || known.account().namesOtherShips(event.account())
        || known.account().statesAnotherHour(event.account())) {
      return false;
    }
    boolean sameHourAndPlace =
        apart <= SAME_PLACE_NM && known.account().statesTheSameHour(event.account());
    return sameHourAndPlace || likeness >= (apart <= SAME_PLACE_NM ? ALIKE : MUCH_ALIKE);
  }
}
