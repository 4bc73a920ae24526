package org.csoalliance.platform.mail;

import java.nio.charset.StandardCharsets;
import org.csoalliance.platform.text.PlainText;

/**
 * Keeps a mail below 20 KB on the wire: a ship reads it over a satellite. Latin letters travel best
 * as quoted-printable, other alphabets as base64; the smaller of both counts.
 */
public final class MailBody {
  /** What the encoded body may take, so that with its headers the mail stays below 20,000 bytes. */
  public static final int MOST_BYTES = 17_000;

  private static final String CUT =
      "\n\n[Cut here, so that the mail can be read over a satellite link. The rest is on the"
          + " platform.]\n";

  private MailBody() {}

  /** The body as it is, or its beginning and a last line that says that it was cut. */
  public static String fit(String body) {
    String clean = PlainText.column(body, Integer.MAX_VALUE);
    return wireSize(clean) <= MOST_BYTES ? clean : clip(clean, MOST_BYTES, CUT);
  }

  /**
   * The longest beginning that takes, with the given end, so many bytes on the wire.
   *
   * @return the text unchanged when it fits without the end
   */
  public static String clip(String text, int most, String end) {
    if (wireSize(text) <= most) {
      return text;
    }
    // as long as possible, by halving: the size grows with the length
    int fits = 0;
    int tooLong = Math.min(text.length(), most) + 1;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (wireSize(text.substring(0, middle) + end) <= most) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    if (fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1))) {
      fits--;
    }
    return text.substring(0, fits).stripTrailing() + end;
  }

  /** Bytes of the body in the encoding that it is sent in. */
  public static int wireSize(String body) {
    return Math.min(quotedPrintableSize(body), base64Size(body));
  }

  /** The transfer encoding that takes fewer bytes: {@code quoted-printable} or {@code base64}. */
  static String encoding(String body) {
    return quotedPrintableSize(body) <= base64Size(body) ? "quoted-printable" : "base64";
  }

  private static int base64Size(String body) {
    int lines = 0;
    for (int i = body.indexOf('\n'); i >= 0; i = body.indexOf('\n', i + 1)) {
      lines++;
    }
    int encoded = (body.getBytes(StandardCharsets.UTF_8).length + lines + 2) / 3 * 4;
    return encoded + encoded / 76 * 2 + 2;
  }

  private static int quotedPrintableSize(String body) {
    int size = 0;
    int line = 0;
    for (byte b : body.getBytes(StandardCharsets.UTF_8)) {
      if (b == '\n') {
        size += 2;
        line = 0;
        continue;
      }
      int width = b >= ' ' && b < 127 && b != '=' ? 1 : 3;
      if (line + width > 73) {
        size += 3;
        line = 0;
      }
      if (b == '.' && line == 0) {
        width = 3; // as MailText writes it
      }
      size += width;
      line += width;
    }
    return size;
  }
}
