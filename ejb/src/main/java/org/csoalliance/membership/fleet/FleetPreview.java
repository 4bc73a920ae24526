package org.csoalliance.membership.fleet;

import java.io.Serializable;
import java.util.List;

/**
 * What an import would do.
 *
 * @param lines each line of the file
 * @param others the numbers of the fleet's ships that are not in the file
 */
public record FleetPreview(List<Line> lines, List<String> others) implements Serializable {
  /** What becomes of a line. */
  public enum Outcome {
    NEW("New"),
    CHANGED("Changed"),
    UNCHANGED("Unchanged"),
    CONTESTED("In another fleet"),
    REFUSED("Refused");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  /**
   * A line.
   *
   * @param number where it stands in the file
   * @param imo as typed, or the seven digits
   * @param reason what is wrong or what changes; empty when there is nothing to say
   */
  public record Line(long number, String imo, String name, Outcome outcome, String reason)
      implements Serializable {}

  /** Copies the lists. */
  public FleetPreview {
    lines = List.copyOf(lines);
    others = List.copyOf(others);
  }

  /** How many lines have an outcome. */
  public long count(Outcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).count();
  }

  /** How many ships are put in or changed. */
  public long accepted() {
    return count(Outcome.NEW) + count(Outcome.CHANGED);
  }
}
