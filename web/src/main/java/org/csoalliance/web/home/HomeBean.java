package org.csoalliance.web.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.MapCell;
import org.csoalliance.platform.sharing.SmallCount;

/** The public home and the news page: figures, markers and the latest public incidents. */
@Named("home")
@RequestScoped
public class HomeBean {
  private static final int SHORT = 6;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ENGLISH);

  @Inject private PublicIncidents incidents;

  private PublicIncidents.Picture picture;

  /** The figures below the chart; empty while nothing is on record. */
  public List<Figure> getFigures() {
    List<Figure> figures = new ArrayList<>();
    if (picture().firstYear() > 0) {
      figures.add(Figure.of(picture().inMonth(), "public incidents in the last 30 days"));
      figures.add(Figure.of(picture().inYear(), "in the last 12 months"));
      figures.add(Figure.of(picture().total(), "on record, each with its source"));
      figures.add(new Figure(String.valueOf(picture().firstYear()), "the year of the oldest"));
    }
    return figures;
  }

  /** The markers of the last 30 days, the small ones last so that they lie on top. */
  public List<Marker> getMarkers() {
    return picture().cells().stream()
        .sorted((one, other) -> Integer.compare(other.count(), one.count()))
        .map(cell -> Marker.of(cell, getSince()))
        .toList();
  }

  /** How many public incidents happened in the last 30 days. */
  public String getInMonth() {
    return picture().inMonth().words();
  }

  /** The first day of the last 30, as the list's filter takes it. */
  public String getSince() {
    return DAY.format(picture().since().atOffset(ZoneOffset.UTC));
  }

  /** When the figures were read. */
  public Instant getAt() {
    return picture().at();
  }

  /** The newest few, for the home page. */
  public List<IncidentSummary> getLatest() {
    return getNews().stream().limit(SHORT).toList();
  }

  /** The newest twenty, for the news page. */
  public List<IncidentSummary> getNews() {
    return picture().latest();
  }

  private PublicIncidents.Picture picture() {
    if (picture == null) {
      picture = incidents.picture();
    }
    return picture;
  }

  /**
   * A number and what it counts.
   *
   * @param number as it is written
   */
  public record Figure(String number, String label) {
    static Figure of(SmallCount number, String label) {
      return new Figure(number.words(), label);
    }
  }

  /**
   * A marker on the chart of the world, in the units of world.svg: x = 2 (longitude + 180), y = 2
   * (78 - latitude).
   *
   * @param cluster whether it stands for several incidents
   * @param severity 0 when none is rated
   * @param address where it leads, relative to the context path
   * @param label what a screen reader says
   */
  public record Marker(
      boolean cluster,
      String count,
      int severity,
      double x,
      double y,
      String address,
      String label) {

    static Marker of(MapCell cell, String since) {
      double x = Math.round((cell.position().longitude() + 180) * 20) / 10.0;
      double y = Math.round((78 - cell.position().latitude()) * 20) / 10.0;
      int severity = cell.worst() == null ? 0 : cell.worst();
      String rated = severity == 0 ? "not rated" : "category " + severity;
      if (cell.reference() != null) {
        return new Marker(
            false,
            "1",
            severity,
            x,
            y,
            "/incidents/" + cell.reference(),
            cell.title() + ", " + rated);
      }
      String count =
          cell.few() ? (cell.count() == 0 ? "" : cell.count() + "+") : String.valueOf(cell.count());
      String near =
          String.format(
              Locale.ENGLISH, "%.1f,%.1f", cell.position().latitude(), cell.position().longitude());
      return new Marker(
          true,
          count,
          severity,
          x,
          y,
          "/incidents?from=" + since + "&near=" + near.replace(",", "%2C") + "&radius_nm=900",
          (cell.few() && cell.count() == 0 ? "Few" : count)
              + " incidents, worst "
              + rated
              + ". Show the list of that area");
    }
  }
}
