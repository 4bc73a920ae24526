package org.csoalliance.membership.join;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.csoalliance.platform.error.InvalidException;

/**
 * Looks into an uploaded proof. What it is, its content says, never its name: a PDF that does
 * nothing, a JPEG or a PNG, whole, and nothing hung on behind. Everything else is refused with a
 * sentence for the field {@code file}.
 */
final class ProofContent {
  /** The largest file that is taken, in bytes. */
  static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final long MOST_PIXELS = 60_000_000L;
  private static final int LOOKED_AT = 1000;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  // written in two parts, so that this file is not itself taken for the test virus
  private static final byte[] EICAR =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(US_ASCII);

  private ProofContent() {}

  /**
   * Finds what a file is.
   *
   * @return application/pdf, image/jpeg or image/png
   * @throws InvalidException with a sentence for {@code file} when it cannot be taken
   */
  static String mediaType(byte[] content) {
    if (content.length == 0) {
      throw refused("The file is empty. Choose another one");
    }
    if (content.length > MOST_BYTES) {
      throw refused("The file is larger than 10 MB. Send a smaller one");
    }
    if (Bytes.find(content, EICAR, 0) >= 0) {
      throw refused("Virus scanners refuse this file. Send another one");
    }
    String type;
    if (Bytes.startsWith(content, "%PDF-".getBytes(US_ASCII))) {
      PdfContent.check(content);
      type = "application/pdf";
    } else if (Bytes.startsWith(content, PNG)) {
      behind(content, pngEnd(content));
      decode(content, "png");
      type = "image/png";
    } else if (content.length > 3
        && content[0] == (byte) 0xff
        && content[1] == (byte) 0xd8
        && content[2] == (byte) 0xff) {
      behind(content, jpegEnd(content));
      decode(content, "jpeg");
      type = "image/jpeg";
    } else {
      throw refused("Send a PDF, a JPEG or a PNG. This file is none of them, whatever its name");
    }
    if (Bytes.holdsZip(content)) {
      throw refused(
          "There is an archive inside of this file. Print or save it anew, and send that");
    }
    return type;
  }

  static InvalidException refused(String sentence) {
    return new InvalidException("file", sentence);
  }

  private static void behind(byte[] content, int end) {
    for (int i = end; i < content.length; i++) {
      if (content[i] != 0) {
        throw refused(
            "There is something behind the end of this picture. Open it, save it anew, and send"
                + " that");
      }
    }
  }

  /** Where the last chunk of a PNG ends. */
  private static int pngEnd(byte[] content) {
    int at = PNG.length;
    while (at + 12 <= content.length) {
      long length = Bytes.int32(content, at) & 0xffffffffL;
      String type = new String(content, at + 4, 4, US_ASCII);
      long next = at + 12L + length;
      if (next > content.length) {
        break;
      }
      at = (int) next;
      if (type.equals("IEND")) {
        return at;
      }
    }
    throw broken();
  }

  /** Where the end marker of a JPEG ends. Thumbnails inside of segments are passed over. */
  private static int jpegEnd(byte[] content) {
    int at = 2;
    boolean scan = false;
    while (at + 1 < content.length) {
      if (content[at] != (byte) 0xff) {
        if (!scan) {
          throw broken();
        }
        at++;
        continue;
      }
      int marker = content[at + 1] & 0xff;
      if (marker == 0xd9) {
        return at + 2;
      }
      boolean bare = marker == 0 || marker == 1 || marker >= 0xd0 && marker <= 0xd7;
      if (marker == 0xff) {
        at++;
      } else if (bare) {
        at += 2;
      } else if (at + 3 < content.length) {
        at += 2 + ((content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff);
        scan = marker == 0xda;
      } else {
        throw broken();
      }
    }
    throw broken();
  }

  /** Decodes the whole picture, keeping few of its pixels, so that a huge one costs no memory. */
  private static void decode(byte[] content, String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width <= 0 || height <= 0 || (long) width * height > MOST_PIXELS) {
        throw refused("This picture has more than 60 million dots. Send a smaller one");
      }
      ImageReadParam some = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / LOOKED_AT);
      some.setSourceSubsampling(step, step, 0, 0);
      reader.read(0, some);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      throw broken();
    } finally {
      reader.dispose();
    }
  }

  private static InvalidException broken() {
    return refused("This picture is not whole. Save it anew, and send that");
  }
}
