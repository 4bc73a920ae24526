package org.csoalliance.platform.qr;

import io.nayuki.qrcodegen.QrCode.Ecc;

/** A QR code (ISO/IEC 18004) as the path of an SVG picture, one unit a module. */
public final class QrCode {
  /** Light modules round the code that readers need. */
  public static final int BORDER = 4;

  private QrCode() {}

  /**
   * A code of a text.
   *
   * @param size the edge in units, with the quiet zone that readers need
   * @param path the dark modules, for the attribute {@code d}
   */
  public record Picture(int size, String path) {}

  /** A stretch of dark modules in one row, in units from the upper left corner of the picture. */
  public interface Bars {
    /** Called for each, row by row. */
    void bar(int x, int y, int width);
  }

  /** The picture of a text. Capitals and digits alone make a coarser one. */
  public static Picture of(String text) {
    StringBuilder path = new StringBuilder();
    int size =
        draw(
            text,
            (x, y, width) ->
                path.append('M')
                    .append(x)
                    .append(',')
                    .append(y)
                    .append('h')
                    .append(width)
                    .append("v1h-")
                    .append(width)
                    .append('z'));
    return new Picture(size, path.toString());
  }

  /** Draws it, and tells its size with the border. */
  public static int draw(String text, Bars bars) {
    io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int from = x;
        while (code.getModule(x, y)) {
          x++;
        }
        if (x > from) {
          bars.bar(from + BORDER, y + BORDER, x - from);
        }
      }
    }
    return code.size + 2 * BORDER;
  }
}
