package org.csoalliance.platform.qr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/** A QR code as a picture for a PDF. */
public final class QrPng {
  /** Dots a module: a viewer that smooths pictures then leaves the edges sharp. */
  private static final int DOTS = 6;

  /**
   * White and the ink of the pages. PDFBox takes a picture over as it is where its colours are a
   * list; of one in black and white it would read and write every dot.
   */
  private static final IndexColorModel COLOURS =
      new IndexColorModel(
          1,
          2,
          new byte[] {(byte) 0xff, 0x10},
          new byte[] {(byte) 0xff, 0x21},
          new byte[] {(byte) 0xff, 0x2a});

  private static final Color INK = new Color(0x10212a);

  private QrPng() {}

  /** The picture as a {@code data:} address. */
  public static String address(String text) {
    List<int[]> bars = new ArrayList<>();
    int size = QrCode.draw(text, (x, y, width) -> bars.add(new int[] {x, y, width}));
    BufferedImage image =
        new BufferedImage(size * DOTS, size * DOTS, BufferedImage.TYPE_BYTE_BINARY, COLOURS);
    Graphics2D paint = image.createGraphics();
    paint.setColor(Color.WHITE);
    paint.fillRect(0, 0, size * DOTS, size * DOTS);
    paint.setColor(INK);
    for (int[] bar : bars) {
      paint.fillRect(bar[0] * DOTS, bar[1] * DOTS, bar[2] * DOTS, DOTS);
    }
    paint.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream(2048);
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
