package org.csoalliance.web.home;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentPage;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.MapCell;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.sharing.Tlp;

/**
 * What anybody may know: confirmed and disputed incidents labelled TLP:CLEAR, as the public pages
 * count and show them. The answer is the same for every reader, so it is kept for half a minute.
 * When it cannot be read the public pages stay up without it.
 */
@ApplicationScoped
public class PublicIncidents {
  /**
   * The public picture of one moment.
   *
   * @param at when it was read
   * @param since the start of the 30 days
   * @param inMonth how many incidents in the last 30 days
   * @param inYear how many in the last 365 days
   * @param total how many on record
   * @param firstYear the year of the oldest, 0 when there is none
   * @param latest the newest twenty
   * @param cells the last 30 days on a map of the world
   */
  public record Picture(
      Instant at,
      Instant since,
      long inMonth,
      long inYear,
      long total,
      int firstYear,
      List<IncidentSummary> latest,
      List<MapCell> cells) {}

  private static final Logger LOG = Logger.getLogger(PublicIncidents.class.getName());
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final Box WORLD = new Box(-60, -180, 78, 180);
  private static final int LATEST = 20;

  @Inject private IncidentListService incidents;
  @Inject private Clock clock;

  private volatile Picture kept;

  /** The picture of now, at most half a minute old; never null. */
  public Picture picture() {
    Picture picture = kept;
    Instant now = clock.instant();
    if (picture == null || picture.at().plus(KEPT).isBefore(now)) {
      picture = read(now);
      kept = picture;
    }
    return picture;
  }

  private Picture read(Instant now) {
    Instant month = now.minus(Duration.ofDays(30));
    try {
      IncidentPage latest =
          incidents.page(since(null, IncidentFilter.Sort.NEWEST), LATEST, null, true);
      IncidentFilter inMonth = since(month, IncidentFilter.Sort.NEWEST);
      Instant year = now.minus(Duration.ofDays(365));
      List<IncidentSummary> oldest =
          incidents.page(since(null, IncidentFilter.Sort.OLDEST), 1, null, false).items();
      return new Picture(
          now,
          month,
          incidents.page(inMonth, 1, null, true).total(),
          incidents.page(since(year, IncidentFilter.Sort.NEWEST), 1, null, true).total(),
          latest.total(),
          oldest.isEmpty()
              ? 0
              : oldest.get(0).occurredAt().atOffset(java.time.ZoneOffset.UTC).getYear(),
          latest.items(),
          incidents.map(inMonth, WORLD, 1));
    } catch (EJBException failed) {
      LOG.log(Level.WARNING, "The public pages are shown without figures.", failed);
      return new Picture(now, month, 0, 0, 0, 0, List.of(), List.of());
    }
  }

  private static IncidentFilter since(Instant from, IncidentFilter.Sort sort) {
    return new IncidentFilter(
        Set.of(),
        Set.of(IncidentStatus.CONFIRMED, IncidentStatus.DISPUTED),
        Set.of(),
        from,
        null,
        null,
        null,
        null,
        null,
        null,
        Set.of(Tlp.CLEAR),
        Set.of(),
        sort);
  }
}
