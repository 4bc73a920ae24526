package org.csoalliance.platform.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.junit.jupiter.api.Test;

class GuardedPartsTest {
  private static final Reader EDITOR = new Reader(1L, "E", null, Set.of(Role.EDITOR));

  private static List<GuardedParts.Part> parts(long... others) {
    List<GuardedParts.Part> parts = new ArrayList<>();
    for (long one : others) {
      parts.add(new GuardedParts.Part(one + 2, one));
    }
    return parts;
  }

  private static List<Boolean> kept(long... others) {
    return GuardedParts.of(Reader.VISITOR, parts(others)).counts().stream()
        .map(SmallCount::few)
        .toList();
  }

  @Test
  void aSinglePartTakesTheSmallestWithIt() {
    assertEquals(List.of(true, false, true), kept(3, 9, 6));
    assertEquals(List.of(false, false), kept(9, 6));
    assertEquals(List.of(false, true, false, true), kept(0, 4, 9, 6), "what is none stays none");
    assertEquals(
        List.of(new SmallCount(2, true), new SmallCount(11, false), new SmallCount(2, true)),
        GuardedParts.of(Reader.VISITOR, parts(3, 9, 6)).counts(),
        "what is public is told");
  }

  @Test
  void twoThatShareTwoOrEightAreTold() {
    assertEquals(List.of(true, true, true), kept(1, 1, 6));
    assertEquals(List.of(true, true, true), kept(4, 4, 6));
    assertEquals(List.of(true, true, false), kept(1, 2, 6));
  }

  @Test
  void whereNothingIsLeftTheSumMayNotBeTold() {
    GuardedParts ones = GuardedParts.of(Reader.VISITOR, parts(1, 1, 1, 1, 1));
    assertFalse(ones.safe());
    GuardedParts beside = GuardedParts.of(Reader.VISITOR, parts(5, 0));
    assertTrue(beside.safe());
    assertEquals(
        List.of(true, false),
        beside.withheld(Reader.VISITOR).counts().stream().map(SmallCount::few).toList());
  }

  @Test
  void editorsReadEverything() {
    assertEquals(
        List.of(new SmallCount(3, false), new SmallCount(11, false)),
        GuardedParts.of(EDITOR, parts(1, 9)).counts());
  }

  @Test
  void aSumOfShownPartsSaysNoMore() {
    List<SmallCount> shown = GuardedParts.of(Reader.VISITOR, parts(3, 9, 6)).counts();
    assertEquals(new SmallCount(15, true), GuardedParts.sum(shown));
  }

  /** With the sum and all that is shown, each few part could be at least two numbers. */
  @Test
  void noFewPartFollowsFromTheSum() {
    Random random = new Random(20261127);
    int safe = 0;
    for (int turn = 0; turn < 5_000; turn++) {
      long[] others =
          IntStream.range(0, 1 + random.nextInt(6))
              .mapToLong(i -> random.nextInt(3) == 0 ? 0 : random.nextInt(9))
              .toArray();
      GuardedParts guarded = GuardedParts.of(Reader.VISITOR, parts(others));
      List<SmallCount> counts = guarded.counts();
      List<Long> withheld = new ArrayList<>();
      for (int i = 0; i < others.length; i++) {
        boolean few = others[i] > 0 && others[i] < SmallCount.LEAST;
        assertTrue(!few || counts.get(i).few(), guarded::toString);
        if (counts.get(i).few()) {
          withheld.add(others[i]);
        }
      }
      if (guarded.safe() && !withheld.isEmpty()) {
        safe++;
        long sum = withheld.stream().mapToLong(Long::longValue).sum();
        boolean small = withheld.stream().allMatch(one -> one < SmallCount.LEAST);
        assertTrue(ways(sum, withheld.size(), small ? 4 : 100) > 1, guarded::toString);
      }
    }
    assertTrue(safe > 1_000, "the property is tried: " + safe);
  }

  /** In how many ways so many parts of one to {@code most} share a sum, up to 100. */
  private static int ways(long sum, int parts, int most) {
    if (parts == 0) {
      return sum == 0 ? 1 : 0;
    }
    int ways = 0;
    for (int first = 1; first <= Math.min(most, sum) && ways < 100; first++) {
      ways += ways(sum - first, parts - 1, most);
    }
    return ways;
  }
}
