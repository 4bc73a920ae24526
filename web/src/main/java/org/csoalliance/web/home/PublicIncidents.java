package org.csoalliance.web.home;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.incident.IncidentFigures;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.MapCell;
import org.csoalliance.incident.PublicFigures;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * What anybody may know: confirmed and disputed incidents labelled TLP:CLEAR, as the public pages
 * count and show them. The answer is the same for every reader, so it is kept for half a minute,
 * and no longer than until who reads an incident changes on this node. When it cannot be read the
 * public pages stay up without it.
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
      SmallCount inMonth,
      SmallCount inYear,
      SmallCount total,
      int firstYear,
      List<IncidentSummary> latest,
      List<MapCell> cells) {}

  private static final Logger LOG = Logger.getLogger(PublicIncidents.class.getName());
  private static final Duration KEPT = Duration.ofSeconds(30);

  @Inject private IncidentFigures incidents;
  @Inject private Clock clock;

  private volatile Picture kept;
  private volatile long keptChanges;

  /** The picture of now, at most half a minute old; never null. */
  public Picture picture() {
    Picture picture = kept;
    Instant now = clock.instant();
    long changes = incidents.changes();
    if (picture == null || keptChanges != changes || picture.at().plus(KEPT).isBefore(now)) {
      picture = read(now);
      kept = picture;
      keptChanges = changes;
    }
    return picture;
  }

  private Picture read(Instant now) {
    try {
      PublicFigures figures = incidents.ofThePublic();
      return new Picture(
          figures.at(),
          figures.since(),
          figures.inMonth(),
          figures.inYear(),
          figures.total(),
          figures.oldest() == null ? 0 : figures.oldest().atOffset(ZoneOffset.UTC).getYear(),
          figures.latest(),
          figures.cells());
    } catch (EJBException failed) {
      LOG.log(Level.WARNING, "The public pages are shown without figures.", failed);
      SmallCount none = new SmallCount(0, false);
      return new Picture(
          now, now.minus(Duration.ofDays(30)), none, none, none, 0, List.of(), List.of());
    }
  }
}
