package org.csoalliance.platform.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Groups, more, and a wrong letter. */
class SearchServiceTest {
  private record Made(String kind, int place, List<String> titles) implements SearchPart {
    @Override
    public String heading() {
      return kind;
    }

    @Override
    public List<SearchHit> find(String words, int most) {
      return titles.stream()
          .filter(title -> title.contains(words))
          .limit(most + 1L)
          .map(title -> new SearchHit(title, "/x", "", ""))
          .toList();
    }

    @Override
    public String all(String words) {
      return "/all";
    }
  }

  private static final SearchService SERVICE =
      new SearchService(
          List.of(
              new Made("b", 2, List.of("piracy at night", "gangway")),
              new Made("a", 1, IntStream.range(0, 9).mapToObj(n -> "piracy " + n).toList())));

  @Test
  void groupsStandInTheirPlaceAndTellOfMore() {
    SearchResult found = SERVICE.search(" piracy ", null, 5);
    assertEquals(List.of("a", "b"), found.groups().stream().map(SearchGroup::kind).toList());
    assertEquals(5, found.groups().get(0).hits().size());
    assertTrue(found.groups().get(0).more());
    assertFalse(found.groups().get(1).more());
    assertEquals(1, SERVICE.search("piracy", "b", 5).groups().size());
    assertEquals(0, SERVICE.search("piracy", "nothing", 5).groups().size());
    assertEquals(0, SERVICE.search(" \u0000 ", null, 5).groups().size());
    assertEquals(0, SERVICE.search(null, null, 5).groups().size());
  }

  @Test
  void aWrongLetterIsMendedWhereNothingFits() {
    for (String typed : List.of("piarcy", "pirracy", "pracy", "piraxy")) {
      SearchResult found = SERVICE.search(typed, null, 5);
      assertEquals("piracy", found.used(), typed);
      assertTrue(found.mended());
      assertEquals(2, found.groups().size());
    }
    assertFalse(SERVICE.search("zebra", null, 5).mended());
    assertFalse(SERVICE.search("x".repeat(10 * 1024 * 1024), null, 5).mended());
  }
}
