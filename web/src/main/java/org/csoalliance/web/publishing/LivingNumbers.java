package org.csoalliance.web.publishing;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.csoalliance.event.EventListService;
import org.csoalliance.incident.IncidentFigures;
import org.csoalliance.incident.PublicFigures;
import org.csoalliance.incident.firstresponse.FirstResponseListService;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.coverage.CoverageMeter;
import org.csoalliance.membership.coverage.CoverageService;

/**
 * The numbers of now on the pages that say why there is an alliance, each from a service that
 * guards small counts, with the day it was read. They are the same for every reader, so they are
 * kept for five minutes; one that cannot be read is not there.
 */
@Named("living")
@ApplicationScoped
public class LivingNumbers {
  /**
   * A number and what it counts.
   *
   * @param number as it is written
   * @param source where it can be looked up; relative to the context path, null for none
   */
  public record Figure(String number, String label, String source) {}

  private record Kept(
      Instant at, List<Figure> incidents, List<Figure> people, List<Figure> together) {}

  private static final Logger LOG = Logger.getLogger(LivingNumbers.class.getName());
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 500;

  @Inject private IncidentFigures incidents;
  @Inject private CoverageService coverage;
  @Inject private FirstResponseListService reports;
  @Inject private EventListService events;
  @Inject private Clock clock;

  private volatile Kept kept;

  private Kept kept() {
    Kept now = kept;
    Instant at = clock.instant();
    if (now == null || now.at().plus(KEPT).isBefore(at)) {
      now = read(at);
      kept = now;
    }
    return now;
  }

  private Kept read(Instant at) {
    try {
      PublicFigures figures = incidents.ofThePublic();
      List<Figure> counted =
          List.of(
              new Figure(
                  figures.inMonth().words(), "public incidents in the last 30 days", "/incidents"),
              new Figure(figures.inYear().words(), "in the last 12 months", "/statistics"),
              new Figure(figures.total().words(), "on record, each with its source", "/incidents"));
      List<Figure> people = new ArrayList<>();
      Stream.of(Sector.values())
          .flatMap(sector -> coverage.meter(sector).stream())
          .forEach(meter -> people.add(of(meter)));
      List<Figure> together =
          List.of(
              new Figure(
                  String.valueOf(reports.ofThePublic(MOST).size()),
                  "first response reports that anybody can read",
                  "/first-response"),
              new Figure(
                  String.valueOf(events.ofThePublic(20).size()),
                  "public workshops and conferences to come",
                  "/events"));
      return new Kept(at, counted, people, together);
    } catch (EJBException failed) {
      LOG.log(Level.WARNING, "The pages are shown without numbers of now.", failed);
      return new Kept(at, List.of(), List.of(), List.of());
    }
  }

  private static Figure of(CoverageMeter meter) {
    return new Figure(
        meter.percent() + "%",
        "of all ships of the sector "
            + meter.sector().words().toLowerCase(java.util.Locale.ROOT)
            + " have an officer who is a member ("
            + meter.source()
            + ", "
            + meter.asOf()
            + ")",
        null);
  }

  /** When the numbers were read. */
  public Instant getAt() {
    return kept().at();
  }

  /** Of public incidents. */
  public List<Figure> getIncidents() {
    return kept().incidents();
  }

  /** Of members' ships, where they are not small. */
  public List<Figure> getPeople() {
    return kept().people();
  }

  /** Of what is published and held together. */
  public List<Figure> getTogether() {
    return kept().together();
  }
}
