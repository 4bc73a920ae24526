package org.csoalliance.platform.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Set;

/**
 * MP4 and QuickTime: a row of boxes (ISO/IEC 14496-12), which must fill the file to its last byte.
 * What lies inside of them is not decoded.
 */
final class VideoContent {
  private static final int MOST_BOXES = 100_000;
  private static final Set<String> PICTURES =
      Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis", "crx ");
  private static final Set<String> FIRST = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip");

  private VideoContent() {}

  /** MP4 or MOV by the first box; null when it is neither. */
  static FileType type(byte[] content) {
    String first = word(content, 4);
    if (!FIRST.contains(first) || content[0] != 0) { // no first box is of 16 MB and more
      return null;
    }
    if (!first.equals("ftyp")) {
      return FileType.MOV;
    }
    String brand = word(content, 8);
    if (PICTURES.contains(brand)) {
      return null;
    }
    return brand.equals("qt  ") ? FileType.MOV : FileType.MP4;
  }

  static boolean isHeic(byte[] content) {
    return word(content, 4).equals("ftyp") && PICTURES.contains(word(content, 8));
  }

  static void check(byte[] content) {
    long at = 0;
    int boxes = 0;
    boolean index = false;
    boolean pictures = false;
    while (at < content.length) {
      if (at + 8 > content.length || ++boxes > MOST_BOXES) {
        throw broken();
      }
      String type = word(content, (int) at + 4);
      long size = Bytes.int32(content, (int) at) & 0xffffffffL;
      if (size == 1 && at + 16 <= content.length) {
        size =
            (Bytes.int32(content, (int) at + 8) & 0xffffffffL) << 32
                | Bytes.int32(content, (int) at + 12) & 0xffffffffL;
        if (size < 16) {
          throw broken();
        }
      } else if (size == 0) {
        size = content.length - at;
      } else if (size < 8) {
        throw broken();
      }
      if (size > content.length - at || !type.matches("[ -~]{4}")) {
        throw broken();
      }
      index |= type.equals("moov") || type.equals("moof");
      pictures |= type.equals("mdat");
      at += size;
    }
    if (!index || !pictures) {
      throw broken();
    }
  }

  private static String word(byte[] content, int at) {
    return at + 4 <= content.length ? new String(content, at, 4, US_ASCII) : "";
  }

  private static RuntimeException broken() {
    return FileContent.refused("This video is not whole. Save it anew, and send that");
  }
}
