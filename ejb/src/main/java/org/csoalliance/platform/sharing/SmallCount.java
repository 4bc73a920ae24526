package org.csoalliance.platform.sharing;

import java.util.Locale;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/**
 * A count that may tell on a ship: fewer than five reports of members are "few". One cruise ship in
 * a small port in a week is one ship, whatever its name is. Public sources are not ours to hide, so
 * they are counted as they are.
 *
 * @param shown what may be said exactly: all of it, or the part from public sources
 * @param few whether one to four reports of members stand beside what is said; or more, where their
 *     number beside a sum would tell such a part: {@link GuardedParts}
 */
public record SmallCount(long shown, boolean few) {
  /** From so many reports of members on, a count tells on nobody. */
  public static final int LEAST = 5;

  /**
   * A count over a list or a map, whose rows the reader may open: exact for members and editors,
   * for all others guarded.
   *
   * @param total all of it
   * @param members the reports of members in it
   */
  public static SmallCount ofList(Reader reader, long total, long members) {
    return reader.is(Role.MEMBER) || reader.is(Role.EDITOR)
        ? new SmallCount(total, false)
        : guarded(total, members);
  }

  /**
   * A figure of statistics, where no row stands beside: exact for editors alone, for all others
   * guarded.
   *
   * @param total all of it
   * @param others the reports of members in it that are not of the reader's own company
   */
  public static SmallCount ofStatistic(Reader reader, long total, long others) {
    return reader.is(Role.EDITOR) ? new SmallCount(total, false) : guarded(total, others);
  }

  /** Whether {@link #ofList} tells this reader every count. */
  public static boolean exactLists(Reader reader) {
    return ofList(reader, 1, 1).equals(new SmallCount(1, false));
  }

  /** Whether it counts anything. */
  public boolean any() {
    return shown > 0 || few;
  }

  private static SmallCount guarded(long total, long members) {
    return members > 0 && members < LEAST
        ? new SmallCount(total - members, true)
        : new SmallCount(total, false);
  }

  /** As it is read: {@code 1,204}, {@code few}, or {@code 97 and few more}. */
  public String words() {
    String number = String.format(Locale.ENGLISH, "%,d", shown);
    if (!few) {
      return number;
    }
    return shown == 0 ? "few" : number + " and few more";
  }
}
