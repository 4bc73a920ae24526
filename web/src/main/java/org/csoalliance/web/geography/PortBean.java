package org.csoalliance.web.geography;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.geography.Port;
import org.csoalliance.geography.PortService;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.statistics.StatisticsService;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.statistics.PortFigures;

/** A port with what happened round it in the last 24 months: four statements. */
@Named("port")
@RequestScoped
public class PortBean {
  private static final int MONTHS = 24;
  private static final int ROWS = 12;
  private static final int USUAL_NM = 25;
  private static final List<Integer> RADII = List.of(5, 10, 25, 50, 100);

  @Inject private PortService ports;
  @Inject private StatisticsService statistics;
  @Inject private IncidentListService incidents;
  @Inject private Clock clock;

  private Port port;
  private int radius = USUAL_NM;
  private LocalDate since;
  private PortFigures figures;
  private List<IncidentSummary> latest = List.of();

  /** Reads the port and counts round it. */
  public void load() {
    FacesContext context = FacesContext.getCurrentInstance();
    port = ports.find(Asked.parameter("locode")).orElse(null);
    if (port == null) {
      Answers.notFound(context);
      return;
    }
    String asked = Asked.parameter("radius");
    if (asked != null && asked.matches("[0-9]{1,3}")) {
      int typed = Integer.parseInt(asked);
      radius = typed >= 1 && typed <= 500 ? typed : USUAL_NM;
    }
    since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(MONTHS);
    if (port.position() != null) {
      IncidentFilter lately =
          IncidentFilter.ALL.during(since.atStartOfDay(ZoneOffset.UTC).toInstant(), null);
      figures = new PortFigures(statistics.picture(lately, port, radius));
      latest = incidents.page(lately.round(port.position(), radius), ROWS, null, false).items();
    }
  }

  /** The port. */
  public Port getPort() {
    return port;
  }

  /** Nautical miles round the port. */
  public int getRadius() {
    return radius;
  }

  /** The radii to choose from. */
  public List<Integer> getRadii() {
    return RADII;
  }

  /** The first day that counts, UTC. */
  public LocalDate getSince() {
    return since;
  }

  /** The figures; null when the position of the port is unknown. */
  public PortFigures getFigures() {
    return figures;
  }

  /** The latest incidents. */
  public List<IncidentSummary> getLatest() {
    return latest;
  }

  /** The query of list, map and statistics for the same circle and time. */
  public String getQuery() {
    // a port without a UN/LOCODE is no code that a filter knows
    String place =
        port.locode()
            ? "port=" + port.code()
            : "near=" + port.position().latitude() + "," + port.position().longitude();
    return "?from=" + since + "&" + place + "&radius_nm=" + radius;
  }

  /** The query of an alert round the port. */
  public String getWatchQuery() {
    return "?near="
        + port.position().latitude()
        + ","
        + port.position().longitude()
        + "&radius_nm="
        + radius;
  }

  /** Size, type, shelter and pilot in words; what is unknown is not said. */
  public List<HarbourWords.Fact> getFacts() {
    return HarbourWords.of(port);
  }
}
