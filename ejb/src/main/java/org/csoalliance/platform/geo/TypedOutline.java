package org.csoalliance.platform.geo;

import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/** Reads an outline as a person types it: one position a line, as a bridge writes it. */
public final class TypedOutline {
  private TypedOutline() {}

  /**
   * Reads it.
   *
   * @param text positions as {@link Position#parse} takes them, parted by lines or semicolons;
   *     blank lines count for nothing, null as nothing
   * @throws InvalidException field {@code outline}, naming the first line that is no position
   */
  public static Outline read(String text) {
    List<Position> points = new ArrayList<>();
    String[] lines = text == null ? new String[0] : text.split("\\R|;", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty()) {
        continue;
      }
      int number = i + 1;
      points.add(
          Position.parse(line)
              .orElseThrow(
                  () ->
                      new InvalidException(
                          "outline",
                          "Line "
                              + number
                              + ", “"
                              + PlainText.line(line, 40)
                              + "”, is no position. Write each on a line of its own, such as"
                              + " 01-14.0N 104-03.0E or 1.2333, 104.05.")));
      if (points.size() > Outline.MOST_POINTS + 1) {
        break; // the outline says that there are too many
      }
    }
    return Outline.of(points);
  }
}
