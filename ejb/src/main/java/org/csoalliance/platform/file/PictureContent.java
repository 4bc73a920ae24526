package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.csoalliance.platform.error.InvalidException;

/** JPEG, PNG and WebP: decoded whole, and nothing behind their end. */
final class PictureContent {
  private static final long MOST_PIXELS = 60_000_000L;
  private static final long MOST_PIXELS_WEBP = 25_000_000L; // its reader keeps every pixel
  private static final int LOOKED_AT = 1000;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private PictureContent() {}

  /** What the first bytes say, null when it is none of the three. */
  static FileType type(byte[] content) {
    if (Bytes.startsWith(content, PNG)) {
      return FileType.PNG;
    }
    if (content.length > 3
        && content[0] == (byte) 0xff
        && content[1] == (byte) 0xd8
        && content[2] == (byte) 0xff) {
      return FileType.JPEG;
    }
    boolean webp =
        content.length > 12
            && Bytes.startsWith(content, "RIFF".getBytes(US_ASCII))
            && new String(content, 8, 4, US_ASCII).equals("WEBP");
    return webp ? FileType.WEBP : null;
  }

  /** Checks a picture of the type that {@link #type} found. */
  static void check(byte[] content, FileType type) {
    int end =
        switch (type) {
          case PNG -> pngEnd(content);
          case JPEG -> jpegEnd(content);
          default -> webpEnd(content);
        };
    for (int i = end; i < content.length; i++) {
      if (content[i] != 0) {
        throw FileContent.refused(
            "There is something behind the end of this picture. Open it, save it anew, and send"
                + " that");
      }
    }
    read(content, type, LOOKED_AT);
  }

  /**
   * Decodes the whole picture, keeping few of its pixels, so that a huge one costs no memory.
   *
   * @param side about how many pixels the longer side shall have; it has up to twice as many
   */
  static BufferedImage read(byte[] content, FileType type, int side) {
    ImageReader reader =
        type == FileType.WEBP
            ? new WebPImageReaderSpi().createReaderInstance(null)
            : ImageIO.getImageReadersByFormatName(type == FileType.PNG ? "png" : "jpeg").next();
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      long most = type == FileType.WEBP ? MOST_PIXELS_WEBP : MOST_PIXELS;
      if (width <= 0 || height <= 0 || (long) width * height > most) {
        throw FileContent.refused(
            "This picture has more than " + most / 1_000_000 + " million dots. Send a smaller one");
      }
      ImageReadParam some = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / side);
      some.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, some);
    } catch (InvalidException told) {
      throw told;
    } catch (IOException | RuntimeException unreadable) {
      throw broken(); // readers fail on broken pictures in any way
    } finally {
      reader.dispose();
    }
  }

  private static int webpEnd(byte[] content) {
    long size = Integer.reverseBytes(Bytes.int32(content, 4)) & 0xffffffffL;
    if (size + 8 > content.length) {
      throw broken();
    }
    return (int) size + 8;
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

  private static InvalidException broken() {
    return FileContent.refused("This picture is not whole. Save it anew, and send that");
  }
}
