package org.csoalliance.web.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.attachment.Attachment;
import org.csoalliance.platform.file.Trace;
import org.csoalliance.web.shared.Bundles;

/** The words of the files on incidents: {@code #{fileText['add.title']}}, and whole sentences. */
@Named("fileWords")
@ApplicationScoped
public class FileWords {
  private static final Map<String, String> TEXTS = Bundles.read("attachment");

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("fileText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** What it is and how large: "JPEG picture, 1.2 MB, 2560 × 1440". */
  public String facts(Attachment file) {
    boolean copy = file.copyType() != null;
    String facts =
        (copy ? file.copyType() : file.type()).words()
            + ", "
            + size(copy ? file.copySize() : file.size());
    return file.width() == 0 ? facts : facts + ", " + file.width() + " × " + file.height();
  }

  /** What the copy does not tell any more, as a sentence; empty for nothing. */
  public String removed(Attachment file) {
    if (file.copyType() == null) {
      return "";
    }
    return file.found().isEmpty()
        ? TEXTS.get("removed.none")
        : TEXTS.get("removed") + " " + Trace.words(file.found()) + ".";
  }

  /** The words for those who cannot see a picture. */
  public String alt(Attachment file) {
    return file.description().isEmpty() ? file.fileName() : file.description();
  }

  /** Who added it, as far as the reader may know. */
  public String by(Attachment file) {
    return file.uploader() == null ? TEXTS.get("by." + file.side()) : file.uploader();
  }

  /** A size as people read it. */
  public static String size(long bytes) {
    return bytes < 100_000
        ? Math.max(1, bytes / 1000) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
  }
}
