package org.csoalliance.web.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.geo.Position;

/** The small chart on the page of an incident: drawn on the server, so that it prints. */
@Named("positionChart")
@ApplicationScoped
public class PositionChart {
  private static final double WIDTH = 500;
  private static final double HEIGHT = 400;

  /** Half the height of the window in degrees: the first that shows land is taken. */
  private static final double[] REACHES = {1.5, 4, 10, 20};

  /** A word beside the frame. */
  public record Label(double x, double y, String text) {}

  /**
   * A chart of 500 by 400 with the position in its middle.
   *
   * @param land the path of the land, may be empty
   * @param grid the path of parallels and meridians
   * @param labels the degrees of the lines
   */
  public record Chart(String land, String grid, List<Label> labels) {}

  @Inject private ServletContext servlet;

  private CoastLine coast;

  /** The chart around a position. */
  public Chart around(Position position) {
    CoastLine line = coast();
    CoastLine.Window window = null;
    String land = "";
    for (double reach : REACHES) {
      window = window(position, reach);
      land = line.path(window, WIDTH, HEIGHT);
      if (!land.isEmpty()) {
        break;
      }
    }
    return chart(window, land);
  }

  /** A degree of longitude is drawn as long as it is there, so that a circle stays round. */
  static CoastLine.Window window(Position at, double reach) {
    double across = reach * WIDTH / HEIGHT / Math.max(0.2, Math.cos(Math.toRadians(at.latitude())));
    return new CoastLine.Window(
        at.longitude() - across,
        at.latitude() - reach,
        at.longitude() + across,
        at.latitude() + reach);
  }

  private static Chart chart(CoastLine.Window window, String land) {
    double height = window.north() - window.south();
    double width = window.east() - window.west();
    double down = height <= 4 ? 1 : height <= 10 ? 2 : 10;
    double right = width <= 6 ? 1 : width <= 14 ? 2 : width <= 60 ? 10 : 20;
    StringBuilder grid = new StringBuilder();
    List<Label> labels = new ArrayList<>();
    for (double x = Math.ceil(window.west() / right) * right; x < window.east(); x += right) {
      double at = (x - window.west()) / width * WIDTH;
      grid.append('M').append(Math.round(at)).append(" 0v400");
      if (at > 60 && at < WIDTH - 60) {
        labels.add(new Label(at + 5, HEIGHT - 16, longitude(x)));
      }
    }
    for (double y = Math.ceil(window.south() / down) * down; y < window.north(); y += down) {
      double at = (window.north() - y) / height * HEIGHT;
      grid.append("M0 ").append(Math.round(at)).append("h500");
      if (Math.abs(y) <= 90 && at > 40 && at < HEIGHT - 40) {
        labels.add(new Label(16, at - 5, degrees(y, 'N', 'S')));
      }
    }
    return new Chart(land, grid.toString(), labels);
  }

  private static String longitude(double x) {
    double turned = x > 180 ? x - 360 : x <= -180 ? x + 360 : x;
    return turned == 180 ? "180°" : degrees(turned, 'E', 'W');
  }

  private static String degrees(double value, char positive, char negative) {
    long whole = Math.round(Math.abs(value));
    return whole == 0 ? "0°" : whole + "°" + (value > 0 ? positive : negative);
  }

  private synchronized CoastLine coast() {
    if (coast == null) {
      try (InputStream json = servlet.getResourceAsStream("/WEB-INF/assets/data/land-50m.json")) {
        coast = CoastLine.read(json);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return coast;
  }
}
