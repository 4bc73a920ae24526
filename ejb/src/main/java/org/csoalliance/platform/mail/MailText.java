package org.csoalliance.platform.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of one mail or of thousands, in which {@link BulkMail#UNSUBSCRIBE} may stand for the
 * reader's own link. It is encoded once, by whoever asks first, and the link is put between the
 * pieces: to encode a bulletin anew for each reader took most of the time of sending it.
 */
public final class MailText {
  private static final int LONGEST_LINE = 75; // and the mark of a soft break
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);
  private static final byte[] SOFT_BREAK = {'=', '\r', '\n'}; // RFC 2045, 6.7 (5)
  private static final Pattern BREAK = Pattern.compile("\\R");

  private final String text;
  private final String encoding;
  private List<byte[]> pieces;

  private MailText(String text) {
    this.text = BREAK.matcher(text).replaceAll("\r\n");
    this.encoding = MailBody.encoding(text);
  }

  /** A text; null of null. */
  static MailText of(String text) {
    return text == null ? null : new MailText(text);
  }

  /** The transfer encoding. */
  String encoding() {
    return encoding;
  }

  /**
   * Writes the encoded text.
   *
   * @param link the reader's own; null: there is none, and what stands for it stays
   */
  private void write(ByteArrayOutputStream out, String link) {
    if ("base64".equals(encoding)) {
      String own = link == null ? text : text.replace(BulkMail.UNSUBSCRIBE, link);
      out.writeBytes(Base64.getMimeEncoder().encode(own.getBytes(UTF_8)));
      return;
    }
    List<byte[]> all = pieces();
    out.writeBytes(all.get(0));
    if (all.size() > 1) {
      byte[] between = quotedPrintable(link == null ? BulkMail.UNSUBSCRIBE : link);
      for (byte[] piece : all.subList(1, all.size())) {
        out.writeBytes(SOFT_BREAK);
        out.writeBytes(between);
        out.writeBytes(SOFT_BREAK);
        out.writeBytes(piece);
      }
    }
  }

  private synchronized List<byte[]> pieces() {
    if (pieces == null) {
      pieces = new ArrayList<>();
      int from = 0;
      for (int at = text.indexOf(BulkMail.UNSUBSCRIBE);
          at >= 0;
          at = text.indexOf(BulkMail.UNSUBSCRIBE, from)) {
        pieces.add(quotedPrintable(text.substring(from, at)));
        from = at + BulkMail.UNSUBSCRIBE.length();
      }
      pieces.add(quotedPrintable(text.substring(from)));
    }
    return pieces;
  }

  /** RFC 2045, 6.7. Jakarta Mail's own looks its provider up at each call, in all archives. */
  static byte[] quotedPrintable(String words) {
    byte[] plain = words.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + plain.length / 16 + 16);
    int line = 0;
    for (int i = 0; i < plain.length; i++) {
      byte b = plain[i];
      if (b == '\r' && i + 1 < plain.length && plain[i + 1] == '\n') {
        out.write(b);
        out.write(plain[++i]);
        line = 0;
        continue;
      }
      boolean last = i + 1 == plain.length || plain[i + 1] == '\r';
      boolean itself = b > ' ' && b < 127 && b != '=' || (b == ' ' || b == '\t') && !last;
      if (line + (itself ? 1 : 3) > LONGEST_LINE) {
        out.writeBytes(SOFT_BREAK);
        line = 0;
      }
      itself &= b != '.' || line > 0; // a dot at the start of a line means something to SMTP
      int width = itself ? 1 : 3;
      if (itself) {
        out.write(b);
      } else {
        out.write('=');
        out.write(HEX[(b >> 4) & 15]);
        out.write(HEX[b & 15]);
      }
      line += width;
    }
    return out.toByteArray();
  }

  /** Its head and itself, as a mail or as a part of one. */
  void part(ByteArrayOutputStream out, String subtype, String link) {
    out.writeBytes(
        ("Content-Type: " + type(subtype) + "\r\nContent-Transfer-Encoding: " + encoding)
            .getBytes(US_ASCII));
    out.writeBytes("\r\n\r\n".getBytes(US_ASCII));
    write(out, link);
    out.writeBytes("\r\n".getBytes(US_ASCII));
  }

  /** The media type of a text. */
  static String type(String subtype) {
    return "text/" + subtype + "; charset=UTF-8";
  }
}
