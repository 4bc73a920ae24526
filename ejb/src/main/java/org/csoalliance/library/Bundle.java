package org.csoalliance.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the files for ships into one ZIP that is small enough for a satellite link. */
final class Bundle {
  /** What the files of a bundle may take together, in bytes; with its frame it stays below 2 MB. */
  static final long MOST = 1_950_000;

  private Bundle() {}

  static byte[] of(List<LibraryContent> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Set<String> names = new HashSet<>();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (LibraryContent file : files) {
        String name = file.name();
        for (int n = 2; !names.add(name); n++) {
          name = n + "-" + file.name();
        }
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same files give the same bytes
        zip.putNextEntry(entry);
        zip.write(file.content());
        zip.closeEntry();
      }
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
    return bytes.toByteArray();
  }
}
