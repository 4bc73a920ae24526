package org.csoalliance.incident.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * When it happens: weekday and hour in local time, the moon, and what the ship was doing.
 *
 * @param days seven rows, Monday first, each with 24 hours
 * @param hours the same summed over the days
 * @param weekdays the same summed over the hours
 * @param placed how many stand in the grid
 * @param untimed how many have no exact time, and stand in no hour
 * @param zoneless how many have an exact time but no place, and so no local time
 * @param byOffset of those placed, how many by the offset that the report gave
 * @param byZone by the time zone of the port
 * @param byLongitude by the longitude, an hour for each 15 degrees
 * @param stated by the local hour that the source states
 * @param night how many between 18 and 06
 * @param moon by the phase of the moon on the day, new moon first, eight of them; untimed ones too
 * @param shipStatuses what the ship was doing; null: not told
 * @param zone the time zone of the port, null where there is none
 */
public record DangerClock(
    List<List<SmallCount>> days,
    List<SmallCount> hours,
    List<SmallCount> weekdays,
    SmallCount placed,
    SmallCount untimed,
    SmallCount zoneless,
    SmallCount byOffset,
    SmallCount byZone,
    SmallCount byLongitude,
    SmallCount stated,
    SmallCount night,
    List<Figure> moon,
    List<Figure> shipStatuses,
    String zone) {

  /** The highest count that is shown in a cell; 0 when the grid is empty. */
  public long most() {
    return days.stream().flatMap(List::stream).mapToLong(SmallCount::shown).max().orElse(0);
  }

  /** The hour, 0 to 23, with the most; -1 when no hour has more than "few". */
  public int worstHour() {
    return IntStream.range(0, 24)
        .filter(hour -> hours.get(hour).shown() > 0)
        .boxed()
        .max((a, b) -> Long.compare(hours.get(a).shown(), hours.get(b).shown()))
        .orElse(-1);
  }
}
