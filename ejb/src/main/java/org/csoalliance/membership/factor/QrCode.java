package org.csoalliance.membership.factor;

import io.nayuki.qrcodegen.QrCode.Ecc;

/** A QR code as the path of an SVG picture, one unit a module. */
public final class QrCode {
  private static final int BORDER = 4;

  private QrCode() {}

  /**
   * A code of a text.
   *
   * @param size the edge in units, with the quiet zone that readers need
   * @param path the dark modules, for the attribute {@code d}
   */
  public record Picture(int size, String path) {}

  static Picture of(String text) {
    io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + BORDER).append(',').append(y + BORDER).append("h1v1h-1z");
        }
      }
    }
    return new Picture(code.size + 2 * BORDER, path.toString());
  }
}
