package org.csoalliance.event.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A spreadsheet whose rows go out as they come; every cell is text, so that none is a formula. */
final class DeskXlsx implements DeskFile {
  private static final int FLUSH = 500;

  private final Workbook book;
  private final Worksheet sheet;
  private int row;

  DeskXlsx(OutputStream out) {
    book = new Workbook(out, "CSO Alliance", "1.0");
    sheet = book.newWorksheet("Registrations");
  }

  @Override
  public void header(List<String> headings) throws IOException {
    sheet.freezePane(1, 1);
    for (int i = 0; i < headings.size(); i++) {
      sheet.width(i, 22);
    }
    row(headings);
    sheet.range(0, 0, 0, Math.max(0, headings.size() - 1)).style().bold().set();
  }

  @Override
  public void row(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        sheet.inlineString(row, i, cells.get(i));
      }
    }
    row++;
    if (row % FLUSH == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
