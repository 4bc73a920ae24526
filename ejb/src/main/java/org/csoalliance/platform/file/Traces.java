package org.csoalliance.platform.file;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPIterator;
import com.adobe.internal.xmp.properties.XMPPropertyInfo;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Finds what pictures and videos tell beside what they show: EXIF, XMP, IPTC and the like. */
final class Traces {
  private static final int UPRIGHT = 1;

  private Traces() {}

  /**
   * What was found.
   *
   * @param traces never null
   * @param orientation EXIF's, 1 (upright) to 8
   */
  record Found(Set<Trace> traces, int orientation) {}

  /** Looks through a picture or a video; what cannot be read is OTHER. */
  static Found in(byte[] content) {
    Set<Trace> traces = EnumSet.noneOf(Trace.class);
    try {
      Metadata metadata =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(content), content.length);
      for (Directory directory : metadata.getDirectories()) {
        add(directory, traces);
      }
      return new Found(traces, orientation(metadata));
    } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
      traces.add(Trace.OTHER);
      return new Found(traces, UPRIGHT);
    }
  }

  private static int orientation(Metadata metadata) {
    for (ExifIFD0Directory exif : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
      Integer value = exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
      if (value != null && value >= 1 && value <= 8) {
        return value;
      }
    }
    return UPRIGHT;
  }

  private static void add(Directory directory, Set<Trace> traces) {
    if (directory instanceof GpsDirectory) {
      if (directory.getTagCount() > 1 || !directory.containsTag(GpsDirectory.TAG_VERSION_ID)) {
        traces.add(Trace.POSITION);
      }
      return;
    }
    if (directory instanceof ExifThumbnailDirectory) {
      traces.add(Trace.PREVIEW);
      return;
    }
    if (directory instanceof XmpDirectory xmp) {
      add(xmp, traces);
      return;
    }
    String name = directory.getName().toLowerCase(Locale.ROOT);
    boolean notes =
        directory instanceof IptcDirectory
            || name.contains("exif")
            || name.contains("makernote")
            || name.contains("textual")
            || name.contains("comment")
            || name.contains("photoshop")
            || name.contains("quicktime")
            || name.contains("mp4");
    if (notes) {
      for (Tag tag : directory.getTags()) {
        add(tag.getTagName() + ' ' + text(tag), traces);
      }
    }
    if (name.contains("makernote")) {
      traces.add(Trace.CAMERA);
    }
  }

  private static String text(Tag tag) {
    // PNG keeps the keyword in the value
    return tag.getTagName().equals("Textual Data") ? tag.getDescription() : "";
  }

  private static void add(XmpDirectory xmp, Set<Trace> traces) {
    try {
      for (XMPIterator each = xmp.getXMPMeta().iterator(); each.hasNext(); ) {
        String path = ((XMPPropertyInfo) each.next()).getPath();
        if (path != null) {
          add(path, traces);
        }
      }
    } catch (XMPException unreadable) {
      traces.add(Trace.OTHER);
    }
  }

  /** By the name of a tag. */
  private static void add(String tag, Set<Trace> traces) {
    String name = tag.toLowerCase(Locale.ROOT);
    if (holds(name, "gps", "latitude", "longitude", "location", "xyz")) {
      traces.add(Trace.POSITION);
    } else if (holds(name, "artist", "author", "creator", "by-line", "copyright", "owner", "xp ")) {
      traces.add(Trace.AUTHOR);
    } else if (holds(name, "make", "model", "serial", "lens", "camera")) {
      traces.add(Trace.CAMERA);
    } else if (holds(name, "date", "time")) {
      traces.add(Trace.TIME);
    } else if (holds(name, "software", "tool", "encoder", "processing")) {
      traces.add(Trace.SOFTWARE);
    } else if (holds(name, "description", "comment", "caption", "title", "keyword", "subject")) {
      traces.add(Trace.OTHER);
    }
  }

  private static boolean holds(String name, String... words) {
    for (String word : words) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
