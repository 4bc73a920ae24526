package org.csoalliance.web.incident;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The coast of the world, cut to a window and drawn as the path of an SVG picture. */
final class CoastLine {
  /** A window in degrees; west and east may lie beyond 180. */
  record Window(double west, double south, double east, double north) {}

  private record Ring(double[] xy, double west, double east, double south, double north) {}

  private final List<Ring> rings;

  private CoastLine(List<Ring> rings) {
    this.rings = rings;
  }

  /**
   * Reads a GeoJSON MultiPolygon that holds nothing but numbers, as our own files do; longitudes
   * may run on beyond 180.
   */
  static CoastLine read(InputStream json) throws IOException {
    String text = new String(json.readAllBytes(), StandardCharsets.US_ASCII);
    List<Ring> rings = new ArrayList<>();
    double[] points = new double[1024];
    int size = 0;
    int depth = 0;
    int number = -1;
    for (int i = text.indexOf('['); i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9' || c == '-' || c == '.';
      if (digit && number < 0) {
        number = i;
      } else if (!digit && number >= 0) {
        if (size == points.length) {
          points = Arrays.copyOf(points, size * 2);
        }
        points[size++] = Double.parseDouble(text.substring(number, i));
        number = -1;
      }
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        // polygons > polygon > ring > point: a ring ends at the third level
        if (depth == 3 && size > 0) {
          rings.add(ring(Arrays.copyOf(points, size)));
          size = 0;
        }
        depth--;
      }
    }
    return new CoastLine(List.copyOf(rings));
  }

  private static Ring ring(double[] xy) {
    double west = Double.MAX_VALUE;
    double east = -Double.MAX_VALUE;
    double south = Double.MAX_VALUE;
    double north = -Double.MAX_VALUE;
    for (int i = 0; i < xy.length; i += 2) {
      west = Math.min(west, xy[i]);
      east = Math.max(east, xy[i]);
      south = Math.min(south, xy[i + 1]);
      north = Math.max(north, xy[i + 1]);
    }
    return new Ring(xy, west, east, south, north);
  }

  /**
   * The land inside of a window.
   *
   * @param width of the picture in its own units
   * @param height of the picture
   * @return the path, empty when there is no land
   */
  String path(Window window, double width, double height) {
    StringBuilder path = new StringBuilder();
    for (int turns = -360; turns <= 360; turns += 360) {
      for (Ring ring : rings) {
        boolean outside =
            ring.east + turns < window.west
                || ring.west + turns > window.east
                || ring.north < window.south
                || ring.south > window.north;
        if (!outside) {
          draw(path, cut(ring.xy, turns, window), window, width, height);
        }
      }
    }
    return path.toString();
  }

  /** Sutherland and Hodgman: the ring against each of the four sides. */
  private static double[] cut(double[] ring, int turns, Window window) {
    double[] points = ring.clone();
    for (int i = 0; i < points.length; i += 2) {
      points[i] += turns;
    }
    points = side(points, 0, window.west, 1);
    points = side(points, 0, window.east, -1);
    points = side(points, 1, window.south, 1);
    return side(points, 1, window.north, -1);
  }

  private static double[] side(double[] points, int axis, double limit, int sign) {
    double[] kept = new double[points.length * 2 + 4];
    int size = 0;
    for (int i = 0; i < points.length; i += 2) {
      int before = (i + points.length - 2) % points.length;
      boolean in = sign * (points[i + axis] - limit) >= 0;
      boolean wasIn = sign * (points[before + axis] - limit) >= 0;
      if (in != wasIn) {
        double part = (limit - points[before + axis]) / (points[i + axis] - points[before + axis]);
        kept[size++] = points[before] + part * (points[i] - points[before]);
        kept[size++] = points[before + 1] + part * (points[i + 1] - points[before + 1]);
      }
      if (in) {
        kept[size++] = points[i];
        kept[size++] = points[i + 1];
      }
    }
    return Arrays.copyOf(kept, size);
  }

  private static void draw(
      StringBuilder path, double[] points, Window window, double width, double height) {
    if (points.length < 6) {
      return;
    }
    double perX = width / (window.east - window.west);
    double perY = height / (window.north - window.south);
    for (int i = 0; i < points.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L')
          .append(number((points[i] - window.west) * perX))
          .append(' ')
          .append(number((window.north - points[i + 1]) * perY));
    }
    path.append('z');
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
