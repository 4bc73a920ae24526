package org.csoalliance.geography;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Outline;
import org.csoalliance.platform.geo.Position;

/**
 * The subregions of NGA's list: a number, then latitude and longitude of each corner, no header.
 */
final class SubregionFile {
  private static final int MOST = 200;

  private SubregionFile() {}

  /** A subregion with its number; some consist of several parts, counted from 1. */
  record Subregion(int number, int part, Outline outline) {}

  /**
   * Reads all of it.
   *
   * @throws InvalidException field {@code file}, naming the first line that cannot be taken
   */
  static List<Subregion> read(byte[] content) {
    List<Subregion> found = new ArrayList<>();
    String[] lines = new String(content, StandardCharsets.US_ASCII).split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        if (found.size() == MOST) {
          throw new InvalidException("file", "The file has more than " + MOST + " subregions.");
        }
        found.add(line(i + 1, lines[i].strip(), found));
      }
    }
    if (found.isEmpty()) {
      throw new InvalidException("file", "The file is empty.");
    }
    return found;
  }

  private static Subregion line(int line, String text, List<Subregion> before) {
    String[] cells = text.split(",", -1);
    try {
      int number = Integer.parseInt(cells[0].strip());
      List<Position> points = new ArrayList<>();
      for (int i = 1; i + 1 < cells.length; i += 2) {
        points.add(new Position(Double.parseDouble(cells[i]), Double.parseDouble(cells[i + 1])));
      }
      int parts = (int) before.stream().filter(one -> one.number() == number).count();
      return new Subregion(number, parts + 1, Outline.of(points));
    } catch (InvalidException refused) {
      throw new InvalidException("file", "Line " + line + ": " + refused.getMessage());
    } catch (IllegalArgumentException unreadable) {
      throw new InvalidException(
          "file",
          "Line "
              + line
              + " is no subregion. It must be a number, then latitude and longitude of each"
              + " corner, parted by commas.");
    }
  }
}
