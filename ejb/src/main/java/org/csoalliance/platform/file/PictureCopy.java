package org.csoalliance.platform.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.csoalliance.platform.error.ConflictException;

/**
 * Paints pictures anew: upright, of 2,560 pixels at most, without anything but their pixels. Two at
 * a time, since each takes up to 150 MB of memory for a moment.
 */
final class PictureCopy {
  private static final int MOST_SIDE = 2560;
  private static final int THUMBNAIL_SIDE = 320;
  private static final float QUALITY = 0.85f;
  private static final float QUALITY_OF_PAGES = 0.78f;
  private static final float THUMBNAIL_QUALITY = 0.7f;
  private static final Semaphore PAINTERS = new Semaphore(2);

  private PictureCopy() {}

  static CleanCopy.Made of(byte[] content, FileType type) {
    Traces.Found found = Traces.in(content);
    boolean painting = false;
    try {
      painting = PAINTERS.tryAcquire(30, TimeUnit.SECONDS);
      if (!painting) {
        throw new ConflictException(
            "Many pictures are being sent just now. Send yours again in a minute.");
      }
      return new CleanCopy.Made(
          Optional.of(paint(content, type, found.orientation())), found.traces());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    } finally {
      if (painting) {
        PAINTERS.release();
      }
    }
  }

  /** A clean copy in another width; PNG or JPEG, whichever is smaller. */
  static PictureSize ofWidth(CleanCopy copy, int width) {
    BufferedImage read = PictureContent.read(copy.content(), copy.type(), MOST_SIDE);
    boolean clear = read.getColorModel().hasAlpha();
    int longer = Math.max(read.getWidth(), read.getHeight());
    int side = (int) Math.round((double) longer * width / read.getWidth());
    BufferedImage small = scaled(read, side, 1, clear);
    byte[] jpeg = clear ? null : jpeg(small, QUALITY_OF_PAGES);
    byte[] png = copy.type() == FileType.PNG ? png(small) : null;
    boolean smaller = jpeg == null || png != null && png.length <= jpeg.length;
    return new PictureSize(
        small.getWidth(),
        small.getHeight(),
        smaller ? FileType.PNG.mediaType() : FileType.JPEG.mediaType(),
        smaller ? png : jpeg);
  }

  private static CleanCopy paint(byte[] content, FileType type, int orientation) {
    BufferedImage read = PictureContent.read(content, type, MOST_SIDE);
    boolean clear = read.getColorModel().hasAlpha();
    boolean png = type == FileType.PNG || clear;
    BufferedImage copy = scaled(read, MOST_SIDE, orientation, clear);
    byte[] pixels = png ? png(copy) : jpeg(copy, QUALITY);
    byte[] thumbnail = jpeg(scaled(copy, THUMBNAIL_SIDE, 1, false), THUMBNAIL_QUALITY);
    return new CleanCopy(
        png ? FileType.PNG : FileType.JPEG, pixels, thumbnail, copy.getWidth(), copy.getHeight());
  }

  private static BufferedImage scaled(
      BufferedImage from, int side, int orientation, boolean clear) {
    double factor = Math.min(1.0, (double) side / Math.max(from.getWidth(), from.getHeight()));
    // halving first keeps what a single step would leave out
    BufferedImage source = from;
    while (factor < 0.5) {
      source = draw(source, 0.5, 1, clear);
      factor = Math.min(1.0, (double) side / Math.max(source.getWidth(), source.getHeight()));
    }
    return draw(source, factor, orientation, clear);
  }

  private static BufferedImage draw(
      BufferedImage from, double factor, int orientation, boolean clear) {
    int width = Math.max(1, (int) Math.round(from.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(from.getHeight() * factor));
    boolean turned = orientation >= 5;
    BufferedImage to =
        new BufferedImage(
            turned ? height : width,
            turned ? width : height,
            clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = to.createGraphics();
    try {
      if (!clear) {
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, to.getWidth(), to.getHeight());
      }
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.transform(upright(orientation, width, height));
      pen.drawImage(from, 0, 0, width, height, null);
    } finally {
      pen.dispose();
    }
    return to;
  }

  /** From how the camera was held (EXIF 2.32, orientation) to upright. */
  private static AffineTransform upright(int orientation, int w, int h) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }

  private static byte[] png(BufferedImage picture) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.setUseCache(false);
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
  }

  private static byte[] jpeg(BufferedImage picture, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
