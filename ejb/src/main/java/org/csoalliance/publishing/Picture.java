package org.csoalliance.publishing;

import java.io.Serializable;
import java.util.List;

/**
 * A picture of a bulletin.
 *
 * @param alt what it shows, for those who do not see it
 * @param widths the widths it is kept in, in pixels, rising
 * @param height of the widest, in pixels
 */
public record Picture(long id, String alt, List<Integer> widths, int height)
    implements Serializable {
  /** Copies the widths. */
  public Picture {
    widths = List.copyOf(widths);
  }

  /** The widest, in pixels. */
  public int width() {
    return widths.get(widths.size() - 1);
  }

  /** What an editor writes into the text to show it. */
  public String code() {
    return "![](picture:" + id + ")";
  }
}
