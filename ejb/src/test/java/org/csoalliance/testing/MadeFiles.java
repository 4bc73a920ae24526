package org.csoalliance.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files that people send: some honest, some not. */
public final class MadeFiles {
  private MadeFiles() {}

  /** A picture, red on its left and blue on its right half. */
  public static byte[] picture(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return out.toByteArray();
  }

  /**
   * A JPEG as a telephone takes it, 40 by 20 pixels, held so that it must be turned to the right:
   * with camera, author, time and GPS position.
   */
  public static byte[] telling() {
    return withExif(picture("jpg", 40, 20));
  }

  /** The same JPEG with EXIF in it. */
  public static byte[] withExif(byte[] jpeg) {
    byte[] tiff = tiff();
    ByteBuffer segment = ByteBuffer.allocate(10 + tiff.length);
    segment.put((byte) 0xff).put((byte) 0xe1).putShort((short) (8 + tiff.length));
    segment.put("Exif\0\0".getBytes(US_ASCII)).put(tiff);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(segment.array());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static byte[] tiff() {
    List<byte[]> later = new ArrayList<>();
    int entries = 6;
    int gpsEntries = 4;
    int gpsAt = 8 + 2 + entries * 12 + 4;
    int[] free = {gpsAt + 2 + gpsEntries * 12 + 4};
    ByteBuffer ifd = ByteBuffer.allocate(2 + entries * 12 + 4).putShort((short) entries);
    text(ifd, 0x010f, "Nokia Oyj", later, free);
    text(ifd, 0x0110, "Lumia 999", later, free);
    ifd.putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) 6)
        .putShort((short) 0);
    text(ifd, 0x0132, "2026:11:21 19:40:00", later, free);
    text(ifd, 0x013b, "Second Officer Jones", later, free);
    ifd.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(gpsAt);
    ifd.putInt(0);
    ByteBuffer gps = ByteBuffer.allocate(2 + gpsEntries * 12 + 4).putShort((short) gpsEntries);
    gps.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
    degrees(gps, 2, 1, 14, 0, later, free);
    gps.putShort((short) 3).putShort((short) 2).putInt(2).put(new byte[] {'E', 0, 0, 0});
    degrees(gps, 4, 104, 3, 0, later, free);
    gps.putInt(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8});
    out.writeBytes(ifd.array());
    out.writeBytes(gps.array());
    later.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static void text(ByteBuffer ifd, int tag, String text, List<byte[]> later, int[] free) {
    byte[] bytes = (text + "\0").getBytes(US_ASCII);
    ifd.putShort((short) tag).putShort((short) 2).putInt(bytes.length).putInt(free[0]);
    later.add(bytes);
    free[0] += bytes.length;
  }

  private static void degrees(
      ByteBuffer ifd, int tag, int d, int m, int s, List<byte[]> later, int[] free) {
    byte[] bytes =
        ByteBuffer.allocate(24).putInt(d).putInt(1).putInt(m).putInt(1).putInt(s).putInt(1).array();
    ifd.putShort((short) tag).putShort((short) 5).putInt(3).putInt(free[0]);
    later.add(bytes);
    free[0] += bytes.length;
  }

  /** A PNG of so many pixels whose content takes a few kilobytes. */
  public static byte[] hugePng(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] head =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {1, 0, 0, 0, 0})
            .array();
    chunk(out, "IHDR", head);
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] row = new byte[1 + (width + 7) / 8];
    byte[] bin = new byte[65_536];
    for (int y = 0; y < height; y++) {
      deflater.setInput(row);
      for (int n = deflater.deflate(bin); n > 0; n = deflater.deflate(bin)) {
        packed.write(bin, 0, n);
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(bin, 0, deflater.deflate(bin));
    }
    deflater.end();
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    byte[] named =
        ByteBuffer.allocate(4 + content.length).put(type.getBytes(US_ASCII)).put(content).array();
    CRC32 sum = new CRC32();
    sum.update(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  /** The smallest MP4 that a walk through its boxes takes. */
  public static byte[] video() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    box(out, "ftyp", "isom\0\0\0\0isommp42".getBytes(US_ASCII));
    box(out, "moov", new byte[16]);
    box(out, "mdat", new byte[64]);
    return out.toByteArray();
  }

  private static void box(ByteArrayOutputStream out, String type, byte[] content) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(8 + content.length).array());
    out.writeBytes(type.getBytes(US_ASCII));
    out.writeBytes(content);
  }

  /** An archive of parts: name, content, name, content. */
  public static byte[] zip(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) parts[i]));
        zip.write(parts[i + 1] instanceof byte[] b ? b : ((String) parts[i + 1]).getBytes(UTF_8));
        zip.closeEntry();
      }
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return out.toByteArray();
  }

  /** A Word document with these parts beside its own. */
  public static byte[] docx(Object... more) {
    List<Object> parts =
        new ArrayList<>(
            List.of(
                "[Content_Types].xml", "<Types/>",
                "word/document.xml", "<document/>",
                "docProps/core.xml", "<creator>Jones</creator>"));
    parts.addAll(List.of(more));
    return zip(parts.toArray());
  }
}
