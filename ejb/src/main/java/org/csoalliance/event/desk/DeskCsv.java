package org.csoalliance.event.desk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.platform.text.CsvCell;

/** CSV (RFC 4180) in UTF-8 with a mark at its start, which spreadsheets want, and no formulas. */
final class DeskCsv implements DeskFile {
  private final Writer out;

  DeskCsv(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 16 * 1024);
  }

  @Override
  public void header(List<String> headings) throws IOException {
    out.write('\uFEFF');
    row(headings);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(CsvCell.of(cells.get(i)));
    }
    out.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
