package org.csoalliance.web.firstresponse;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.incident.firstresponse.FirstResponseListService;
import org.csoalliance.incident.firstresponse.ReportLine;

/**
 * The newest public reports for the home page. The answer is the same for every reader, so it is
 * kept for half a minute; when it cannot be read the home page stays up without it.
 */
@Named("publicFirstResponses")
@ApplicationScoped
public class PublicFirstResponses {
  private static final Logger LOG = Logger.getLogger(PublicFirstResponses.class.getName());
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int SHORT = 3;

  private record Kept(Instant at, List<ReportLine> lines) {}

  @Inject private FirstResponseListService reports;
  @Inject private Clock clock;

  private volatile Kept kept;

  /** At most three, the newest first, at most half a minute old. */
  public List<ReportLine> getLatest() {
    Kept now = kept;
    Instant at = clock.instant();
    if (now == null || now.at().plus(KEPT).isBefore(at)) {
      now = new Kept(at, read());
      kept = now;
    }
    return now.lines();
  }

  private List<ReportLine> read() {
    try {
      return reports.ofThePublic(SHORT);
    } catch (EJBException failed) {
      LOG.log(Level.WARNING, "The home page is shown without first responses.", failed);
      return List.of();
    }
  }
}
