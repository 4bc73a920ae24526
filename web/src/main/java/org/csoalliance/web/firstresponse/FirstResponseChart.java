package org.csoalliance.web.firstresponse;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.csoalliance.web.incident.PositionChart;

/**
 * The chart of a position as a picture for a PDF. It holds no letters, so that a server without
 * fonts draws it as well; degrees are set beside it as text.
 */
final class FirstResponseChart {
  private static final int WIDTH = 500;
  private static final int HEIGHT = 400;
  private static final int SCALE = 2;
  private static final Color SEA = new Color(0xe2edf2);
  private static final Color LAND = new Color(0xf3ecd3);
  private static final Color COAST = new Color(0x8a7f5c);
  private static final Color GRID = new Color(0xb9cdd6);
  private static final Color MARK = new Color(0x9c1a66);
  private static final Color INK = new Color(0x10212a);
  private static final Pattern STEP =
      Pattern.compile("([MLhvz])\\s*(-?[0-9.]+)?(?:[ ,]+(-?[0-9.]+))?");

  private FirstResponseChart() {}

  /** The picture as the address of an image. */
  static String address(PositionChart.Chart chart) {
    BufferedImage image =
        new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale(SCALE, SCALE);
    g.setColor(SEA);
    g.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    g.setStroke(new BasicStroke(0.8f));
    g.setColor(GRID);
    g.draw(path(chart.grid()));
    Path2D land = path(chart.land());
    g.setColor(LAND);
    g.fill(land);
    g.setColor(COAST);
    g.draw(land);
    g.setColor(MARK);
    g.fill(new Ellipse2D.Double(WIDTH / 2.0 - 7, HEIGHT / 2.0 - 7, 14, 14));
    g.setStroke(new BasicStroke(3f));
    g.draw(new Ellipse2D.Double(WIDTH / 2.0 - 22, HEIGHT / 2.0 - 22, 44, 44));
    g.setColor(INK);
    g.setStroke(new BasicStroke(2f));
    g.draw(new Rectangle2D.Double(1, 1, WIDTH - 2, HEIGHT - 2));
    g.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream(40_000);
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  /** The paths that {@link PositionChart} writes: M, L, z, and h and v for the grid. */
  static Path2D path(String data) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    double x = 0;
    double y = 0;
    Matcher step = STEP.matcher(data);
    while (step.find()) {
      double first = step.group(2) == null ? 0 : Double.parseDouble(step.group(2));
      double second = step.group(3) == null ? 0 : Double.parseDouble(step.group(3));
      switch (step.group(1)) {
        case "M" -> {
          x = first;
          y = second;
          path.moveTo(x, y);
        }
        case "L" -> {
          x = first;
          y = second;
          path.lineTo(x, y);
        }
        case "h" -> {
          x += first;
          path.lineTo(x, y);
        }
        case "v" -> {
          y += first;
          path.lineTo(x, y);
        }
        default -> path.closePath();
      }
    }
    return path;
  }
}
