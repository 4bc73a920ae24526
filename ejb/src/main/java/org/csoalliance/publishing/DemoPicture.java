package org.csoalliance.publishing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A chart for the demonstration, drawn without letters, so that a server without fonts can. */
final class DemoPicture {
  private static final int[] REPORTS = {2, 3, 2, 4, 3, 5, 4, 6, 7, 6, 8, 9};
  private static final int[] EARLY = {0, 0, 1, 1, 1, 2, 1, 3, 3, 3, 4, 5};
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 480;
  private static final int STEP = 40;

  private DemoPicture() {}

  /** Twelve bars as a PNG. */
  static byte[] bars() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0xe2edf2));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(new Color(0xb7cdd8));
    for (int line = 1; line <= 10; line++) {
      pen.fillRect(40, HEIGHT - 40 - line * STEP, WIDTH - 80, 1);
    }
    for (int month = 0; month < REPORTS.length; month++) {
      int x = 60 + month * 92;
      pen.setColor(new Color(0x5d9dbd));
      pen.fillRect(x, HEIGHT - 40 - REPORTS[month] * STEP, 60, REPORTS[month] * STEP);
      pen.setColor(new Color(0x0c2f3f));
      pen.fillRect(x, HEIGHT - 40 - EARLY[month] * STEP, 60, EARLY[month] * STEP);
    }
    pen.setStroke(new BasicStroke(3));
    pen.drawLine(40, HEIGHT - 40, WIDTH - 40, HEIGHT - 40);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return out.toByteArray();
  }
}
