package org.csoalliance.platform.sharing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/**
 * Figures that add up to a sum which stands beside them. A part that is "few" could be worked out
 * from the sum and the others, so where it could, a further part is withheld, the smallest that
 * does. Known to the reader are then the sum and how many parts share what is withheld; two
 * withheld parts that share two or eight reports still tell, and count as one.
 */
public final class GuardedParts {
  /**
   * A part before it is guarded.
   *
   * @param total all of it
   * @param others the reports of members in it that are not of the reader's own company
   * @param kept whether it is withheld whatever it holds
   */
  public record Part(long total, long others, boolean kept) {
    /** A part that is withheld where it is few. */
    public Part(long total, long others) {
      this(total, others, false);
    }

    private boolean few() {
      return others > 0 && others < SmallCount.LEAST;
    }
  }

  private final List<Part> parts;
  private final boolean[] kept;
  private final boolean safe;

  private GuardedParts(List<Part> parts, boolean[] kept, boolean safe) {
    this.parts = List.copyOf(parts);
    this.kept = kept;
    this.safe = safe;
  }

  /** The parts as the reader may know them; for editors everything as it is. */
  public static GuardedParts of(Reader reader, List<Part> parts) {
    boolean[] kept = new boolean[parts.size()];
    if (reader.is(Role.EDITOR)) {
      return new GuardedParts(parts, kept, true);
    }
    for (int i = 0; i < kept.length; i++) {
      kept[i] = parts.get(i).kept() || parts.get(i).few();
    }
    List<Integer> further = new ArrayList<>(next(parts, kept));
    while (told(parts, kept) && !further.isEmpty()) {
      kept[further.remove(0)] = true;
    }
    return new GuardedParts(parts, kept, !told(parts, kept));
  }

  /** The parts that may be withheld besides, the smallest first. */
  private static List<Integer> next(List<Part> parts, boolean[] kept) {
    return IntStream.range(0, kept.length)
        .filter(i -> !kept[i] && parts.get(i).others() > 0)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> parts.get(i).others()))
        .toList();
  }

  /** Whether the sum of what is withheld tells a part of it. */
  private static boolean told(List<Part> parts, boolean[] kept) {
    int count = 0;
    long sum = 0;
    boolean few = true;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        count++;
        sum += parts.get(i).others();
        few &= parts.get(i).few();
      }
    }
    return count == 1 || (count > 1 && few && (sum == count || sum == 4L * count));
  }

  /**
   * Whether the sum may stand beside these parts. Else no part was left to withhold, and the sum
   * must be withheld, here and wherever it could be worked out: {@link #withheld}.
   */
  public boolean safe() {
    return safe;
  }

  /** The same with at least one part withheld, so that their sum is not known. */
  public GuardedParts withheld(Reader reader) {
    if (reader.is(Role.EDITOR) || anyKept()) {
      return this;
    }
    boolean[] more = kept.clone();
    next(parts, kept).stream().limit(1).forEach(i -> more[i] = true);
    return new GuardedParts(parts, more, true);
  }

  private boolean anyKept() {
    return IntStream.range(0, kept.length).anyMatch(i -> kept[i]);
  }

  /** What may be said of each part, in the order in which they were given. */
  public List<SmallCount> counts() {
    return IntStream.range(0, kept.length)
        .mapToObj(
            i ->
                kept[i]
                    ? new SmallCount(parts.get(i).total() - parts.get(i).others(), true)
                    : new SmallCount(parts.get(i).total(), false))
        .toList();
  }

  /** What may be said of a sum of parts as they are shown: no more than they say. */
  public static SmallCount sum(List<SmallCount> shown) {
    return new SmallCount(
        shown.stream().mapToLong(SmallCount::shown).sum(),
        shown.stream().anyMatch(SmallCount::few));
  }

  @Override
  public String toString() {
    return parts + " kept " + Arrays.toString(kept);
  }
}
