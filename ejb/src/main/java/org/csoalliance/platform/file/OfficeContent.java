package org.csoalliance.platform.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Documents of Word and Excel (ECMA-376): an archive of parts. One with macros, other files inside,
 * names that lead elsewhere, or a huge unpacked size is refused.
 */
final class OfficeContent {
  private static final long MOST_UNPACKED = 200L * 1024 * 1024;
  private static final int MOST_PARTS = 3000;
  private static final byte[] LOCAL = {'P', 'K', 3, 4};
  private static final byte[] END = {'P', 'K', 5, 6};

  private OfficeContent() {}

  static boolean isZip(byte[] content) {
    return Bytes.startsWith(content, LOCAL);
  }

  /** Word or Excel by the parts that lie in it; null when it is neither. */
  static FileType type(byte[] content) {
    Set<String> names = walk(content);
    if (!names.contains("[content_types].xml")) {
      return null;
    }
    if (names.contains("word/document.xml")) {
      return FileType.DOCX;
    }
    return names.contains("xl/workbook.xml") ? FileType.XLSX : null;
  }

  static void check(byte[] content) {
    int end = Bytes.findLast(content, END);
    if (end < 0 || end + 22 != content.length) {
      throw FileContent.refused(
          "There is something behind the end of this document. Save it anew, and send that");
    }
    for (String name : walk(content)) {
      if (name.contains("vbaproject") || name.contains("activex") || name.contains("macrosheets")) {
        throw FileContent.refused("This document carries macros. Save it without, and send that");
      }
      if (name.contains("embeddings/")) {
        throw FileContent.refused(
            "There is another file inside of this document. Print it to a PDF, and send that");
      }
    }
  }

  /** Unpacks every part and throws it away, counting; answers the names in small letters. */
  private static Set<String> walk(byte[] content) {
    Set<String> names = new HashSet<>();
    long total = 0;
    byte[] bin = new byte[65_536];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String name = part.getName();
        boolean elsewhere = name.startsWith("/") || name.contains("..") || name.contains("\\");
        boolean twice = !names.add(name.toLowerCase(Locale.ROOT));
        if (elsewhere || twice || names.size() > MOST_PARTS) {
          throw strange();
        }
        for (int n = zip.read(bin); n >= 0; n = zip.read(bin)) {
          total += n;
          if (total > MOST_UNPACKED) {
            throw FileContent.refused(
                "This file unpacks to far more than it seems. Print it to a PDF, and send that");
          }
        }
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      throw strange();
    }
    return names;
  }

  private static RuntimeException strange() {
    return FileContent.refused(
        "This archive or document cannot be opened. Print it to a PDF, and send that");
  }
}
