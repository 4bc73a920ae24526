package org.csoalliance.membership.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.csoalliance.membership.coverage.SmallNumbers.Count;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {
  private static final Count NONE = new Count(0, 0);

  private static List<Boolean> shown(Count... parts) {
    return SmallNumbers.shown(Arrays.asList(parts));
  }

  @Test
  void nothingIsShownAsNothing() {
    assertEquals(List.of(true, true), shown(NONE, NONE));
  }

  @Test
  void fewCompaniesOrShipsAreKeptBack() {
    Count two = new Count(80, 2);
    Count three = new Count(4, 3);
    assertEquals(List.of(false, false, true), shown(two, three, new Count(500, 40)));
  }

  @Test
  void whatIsKeptBackIsNotFoundBySubtraction() {
    Count one = new Count(57, 1);
    assertEquals(List.of(false, false, true), shown(one, new Count(30, 9), new Count(200, 12)));
    assertEquals(List.of(true, false, false), shown(NONE, one, new Count(30, 9)));
  }
}
