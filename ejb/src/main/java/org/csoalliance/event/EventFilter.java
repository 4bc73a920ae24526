package org.csoalliance.event;

import java.time.Instant;

/**
 * What of the events is asked for.
 *
 * @param from events that end at or after this; null: any
 * @param to events that start before this; null: any
 * @param text words of title, series, summary, organisers or city; null: any
 * @param series exactly this one; null: any
 * @param city exactly this one; null: any
 * @param mode how they are held; null: any
 * @param newestFirst the last first, as an archive has it; else the next first
 */
public record EventFilter(
    Instant from,
    Instant to,
    String text,
    String series,
    String city,
    AttendanceMode mode,
    boolean newestFirst) {

  /** What comes, the next first. */
  public static EventFilter coming(Instant now) {
    return new EventFilter(now, null, null, null, null, null, false);
  }

  /** What is over, the last first. */
  public static EventFilter past(Instant now) {
    return new EventFilter(null, now, null, null, null, null, true);
  }

  /** The same, narrowed; null leaves what stands. */
  public EventFilter narrowed(
      Instant first, Instant last, String ofSeries, String ofCity, AttendanceMode by) {
    return new EventFilter(
        first == null ? from : first,
        last == null ? to : last,
        text,
        ofSeries == null ? series : ofSeries,
        ofCity == null ? city : ofCity,
        by == null ? mode : by,
        newestFirst);
  }

  /** The same with words to look for. */
  public EventFilter words(String words) {
    return new EventFilter(from, to, words, series, city, mode, newestFirst);
  }
}
