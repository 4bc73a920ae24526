package org.csoalliance.incident.statistics;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shredzone.commons.suncalc.MoonIllumination;
import org.shredzone.commons.suncalc.MoonPhase.Phase;

/** The phase of the moon on a day, the closest of eight at noon UTC; it is the same everywhere. */
final class MoonPhases {
  private static final int KEPT = 20_000;

  private static final Map<LocalDate, Phase> KNOWN =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Phase> eldest) {
          return size() > KEPT;
        }
      };

  private MoonPhases() {}

  static Phase on(LocalDate day) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(
          day,
          d ->
              MoonIllumination.compute()
                  .on(d.atTime(12, 0).atZone(ZoneOffset.UTC))
                  .execute()
                  .getClosestPhase());
    }
  }
}
