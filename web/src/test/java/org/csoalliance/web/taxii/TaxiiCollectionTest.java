package org.csoalliance.web.taxii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.indicator.CyberIncident;
import org.csoalliance.incident.indicator.IndicatorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paging and filters of TAXII 2.1 (3.4, 3.5) over incidents of every change. */
class TaxiiCollectionTest {
  private static final int OBJECTS = 14; // a place, six indicators and sightings, a report

  private final List<CyberIncident> all =
      new ArrayList<>(
          LongStream.rangeClosed(1, 5)
              .mapToObj(
                  id ->
                      CyberSamples.incident(id, IncidentStatus.CONFIRMED, CyberSamples.EVERY_TYPE))
              .toList());

  /** Hands over two incidents at a time. */
  private final IndicatorService service =
      new IndicatorService() {
        @Override
        public Page page(boolean clearOnly, Instant after, From from, int most) {
          List<CyberIncident> found =
              all.stream()
                  .filter(
                      each -> {
                        int order = each.summary().updatedAt().compareTo(from.changed());
                        return order > 0 || (order == 0 && each.summary().id() > from.id());
                      })
                  .filter(each -> after == null || each.summary().updatedAt().isAfter(after))
                  .limit(2)
                  .toList();
          if (found.size() < 2) {
            return new Page(found, null);
          }
          CyberIncident last = found.get(1);
          return new Page(found, new From(last.summary().updatedAt(), last.summary().id()));
        }
      };

  private TaxiiCollection.Page page(String... parameters) {
    Map<String, String[]> given = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      given.put(parameters[i], new String[] {parameters[i + 1]});
    }
    return TaxiiCollection.READABLE.page(
        service, new StixObjects("https://alliance.example"), TaxiiQuery.read(given));
  }

  private static List<String> ids(TaxiiCollection.Page page) {
    return page.entries().stream().map(entry -> entry.object().getString("id")).toList();
  }

  @Test
  void everythingComesOnceWhateverThePage() {
    List<String> whole = ids(page("limit", "1000"));
    assertEquals(6 + 5 * OBJECTS, whole.size());
    assertEquals(whole.size(), whole.stream().distinct().count());
    for (String limit : List.of("1", "5", "6", "7", "14", "40")) {
      List<String> found = new ArrayList<>();
      String next = "";
      int pages = 0;
      while (next != null) {
        TaxiiCollection.Page page = page("limit", limit, "next", next);
        assertTrue(page.entries().size() <= Integer.parseInt(limit));
        found.addAll(ids(page));
        next = page.next() == null ? null : page.next().token();
        assertTrue(++pages <= 100, "it ends");
      }
      assertEquals(whole, found, "limit " + limit);
    }
  }

  @Test
  void addedAfterLeavesOutTheVeryMoment() {
    TaxiiCollection.Page all = page("limit", "1000");
    String third = all.entries().get(6 + 2 * OBJECTS).added().toString();
    TaxiiCollection.Page later = page("limit", "1000", "added_after", third);
    assertEquals(2 * OBJECTS, later.entries().size());
    assertTrue(page("added_after", "2027-01-01T00:00:00Z").entries().isEmpty());
    assertEquals(
        6 + 5 * OBJECTS,
        page("limit", "1000", "added_after", "2020-01-01T01:00:00+01:00").entries().size());
  }

  @Test
  void entriesStandInTheOrderInWhichTheyWereAdded() {
    List<TaxiiQuery.Entry> entries = page("limit", "1000").entries();
    for (int i = 1; i < entries.size(); i++) {
      assertFalse(entries.get(i).added().isBefore(entries.get(i - 1).added()));
    }
  }

  @Test
  void whatChangesBetweenTwoPagesIsNotSkipped() {
    TaxiiCollection.Page first = page("limit", "10");
    CyberIncident moved = all.remove(0); // it changed, and comes again at the end
    all.add(CyberSamples.incident(99, moved.summary().status(), CyberSamples.EVERY_TYPE));
    TaxiiCollection.Page rest = page("limit", "1000", "next", first.next().token());
    assertEquals(5 * OBJECTS, rest.entries().size());
  }

  @Test
  void matches() {
    assertEquals(30, page("limit", "1000", "match[type]", "indicator").entries().size());
    assertEquals(35, page("limit", "1000", "match[type]", "indicator,report").entries().size());
    assertEquals(0, page("match[spec_version]", "2.0").entries().size());
    String id = ids(page("limit", "1000")).get(20);
    assertEquals(List.of(id), ids(page("match[id]", id)));
    String version = TaxiiQuery.Entry.version(page("match[id]", id).entries().get(0).object());
    assertEquals(List.of(id), ids(page("match[id]", id, "match[version]", version)));
    assertEquals(
        List.of(), ids(page("match[id]", id, "match[version]", "2020-01-01T00:00:00.000Z")));
    for (String every : List.of("first", "last", "all", "last,2020-01-01T00:00:00Z")) {
      assertEquals(List.of(id), ids(page("match[id]", id, "match[version]", every)), every);
    }
    assertNull(page("match[id]", id).next());
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0",
    "limit, -1",
    "limit, x",
    "limit, 99999999999",
    "added_after, yesterday",
    "added_after, 2026-11-27",
    "next, ###",
    "next, AAAA",
    "next, OTk5OTk5OTk5OTk5OTk5OTk5OTkuMS4xLjE"
  })
  void nonsenseIsRefused(String name, String value) {
    assertEquals(400, assertThrows(TaxiiError.class, () -> page(name, value)).status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/taxii+json;version=2.1",
        "application/taxii+json; version=2.1",
        "application/taxii+json",
        "text/html, application/taxii+json;version=\"2.1\";q=0.5",
        "*/*",
        "application/*"
      })
  void taken(String accept) {
    assertTrue(TaxiiMedia.accepted(accept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/taxii+json;version=2.0",
        "application/taxii+json;version=2.1;q=0",
        "application/vnd.oasis.taxii+json; version=2.0",
        "text/*"
      })
  void notTaken(String accept) {
    assertFalse(TaxiiMedia.accepted(accept));
  }
}
