package org.csoalliance.membership.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps numbers back that could tell what one company does. How many ships a member answers for is
 * shown to others only where that member chose so; a sum over one company would tell it all the
 * same, and over two each would learn the other's.
 */
final class SmallNumbers {
  /** So many companies must stand behind a number that is shown. */
  static final int COMPANIES = 3;

  /** So many ships, since fewer are "few" everywhere in the product. */
  static final int SHIPS = 5;

  private SmallNumbers() {}

  /** A number of ships and of the companies they are of. */
  record Count(int ships, int companies) {
    Count plus(Count other) {
      return new Count(ships + other.ships, companies + other.companies);
    }

    /** Whether it tells too much; nothing at all tells nothing of anybody. */
    boolean small() {
      return ships > 0 && (companies < COMPANIES || ships < SHIPS);
    }
  }

  /**
   * Which parts of a sum are kept back. What is kept back must not be found by subtraction where
   * the sum is shown: then the smallest of the others go with it, until all that is missing would
   * itself be shown.
   *
   * @param parts of companies of which each is in one part alone
   * @return for each part whether it is shown
   */
  static List<Boolean> shown(List<Count> parts) {
    List<Boolean> shown = new ArrayList<>();
    Count hidden = new Count(0, 0);
    for (Count part : parts) {
      shown.add(!part.small());
      hidden = part.small() ? hidden.plus(part) : hidden;
    }
    List<Integer> bySize = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).small() && parts.get(i).ships() > 0) {
        bySize.add(i);
      }
    }
    bySize.sort(Comparator.comparing(i -> parts.get(i).ships()));
    for (int i : bySize) {
      if (!hidden.small()) {
        break;
      }
      shown.set(i, false);
      hidden = hidden.plus(parts.get(i));
    }
    return shown;
  }
}
