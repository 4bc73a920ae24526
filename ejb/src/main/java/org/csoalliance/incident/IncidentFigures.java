package org.csoalliance.incident;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Tlp;

/**
 * Figures for the public pages. They are always read as a visitor reads, whoever asks: the answer
 * may be kept and shown to others, and must not hold a field that only the one who asked may see.
 */
@Stateless
@PermitAll
public class IncidentFigures {
  private static final int LATEST = 20;
  private static final Box WORLD = new Box(-60, -180, 78, 180);

  @Inject private IncidentListRepository incidents;
  @Inject private Clock clock;
  @Inject private PublicChanges changes;

  /** Made by the container. */
  public IncidentFigures() {}

  /** For tests. */
  public IncidentFigures(IncidentListRepository incidents, Clock clock) {
    this.incidents = incidents;
    this.clock = clock;
  }

  /** Another number than before: what was kept of the figures must not be shown any more. */
  public long changes() {
    return changes.count();
  }

  /** The figures of now, in three statements; keep them for a while. */
  public PublicFigures ofThePublic() {
    Instant now = clock.instant();
    Instant month = now.minus(Duration.ofDays(30));
    IncidentFilter all = published(null);
    IncidentListRepository.Counts counts =
        incidents.counts(all, Reader.VISITOR, month, now.minus(Duration.ofDays(365)));
    List<IncidentSummary> latest =
        incidents.page(all, Reader.VISITOR, null, LATEST).stream()
            .map(row -> row.seenBy(Reader.VISITOR))
            .toList();
    return new PublicFigures(
        now,
        month,
        counts.inMonth().of(Reader.VISITOR),
        counts.inYear().of(Reader.VISITOR),
        counts.total().of(Reader.VISITOR),
        counts.oldest(),
        latest,
        incidents.map(
            published(month), Reader.VISITOR, WORLD, IncidentListService.cellDegrees(WORLD, 1)));
  }

  private static IncidentFilter published(Instant from) {
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
        IncidentFilter.Sort.NEWEST);
  }
}
