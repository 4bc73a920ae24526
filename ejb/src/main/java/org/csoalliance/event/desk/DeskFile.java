package org.csoalliance.event.desk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A file of registrations that is written row by row, so that memory stays flat. */
public interface DeskFile extends Closeable {
  /** The kinds of file. */
  enum Format {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /** For the header Content-Type. */
    public String mediaType() {
      return mediaType;
    }

    /** A file of this kind; nothing is written before the first row. */
    public DeskFile open(OutputStream out, String title) throws IOException {
      return switch (this) {
        case CSV -> new DeskCsv(out);
        case XLSX -> new DeskXlsx(out);
        case PDF -> new DeskPdf(out, title);
      };
    }
  }

  /** Writes the headings. */
  void header(List<String> headings) throws IOException;

  /** Writes a row; as many cells as headings. */
  void row(List<String> cells) throws IOException;
}
