package org.csoalliance.platform.file;

import java.io.ByteArrayOutputStream;

/**
 * Takes the notes out of a JPEG without touching its pixels: comments and every application segment
 * but those that decoding needs (JFIF, ICC profile, Adobe's colour transform).
 */
final class JpegNotes {
  private static final int JFIF = 0xe0;
  private static final int ICC = 0xe2;
  private static final int ADOBE = 0xee;
  private static final int COMMENT = 0xfe;
  private static final int SCAN = 0xda;

  private JpegNotes() {}

  /** The JPEG without notes; null when its segments cannot be walked. */
  static byte[] without(byte[] jpeg) {
    if (jpeg.length < 4 || jpeg[0] != (byte) 0xff || jpeg[1] != (byte) 0xd8) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length);
    out.write(jpeg, 0, 2);
    int at = 2;
    while (at + 4 <= jpeg.length && jpeg[at] == (byte) 0xff) {
      int marker = jpeg[at + 1] & 0xff;
      int length = 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
      if (marker == SCAN) {
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
      }
      if (length < 4 || at + length > jpeg.length) {
        return null;
      }
      boolean application = marker >= 0xe0 && marker <= 0xef;
      boolean needed = marker == JFIF || marker == ICC && isIcc(jpeg, at) || marker == ADOBE;
      if (needed || !application && marker != COMMENT) {
        out.write(jpeg, at, length);
      }
      at += length;
    }
    return null;
  }

  private static boolean isIcc(byte[] jpeg, int at) {
    return at + 15 < jpeg.length
        && new String(jpeg, at + 4, 11, java.nio.charset.StandardCharsets.US_ASCII)
            .equals("ICC_PROFILE");
  }
}
