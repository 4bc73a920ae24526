package org.csoalliance.incident.firstresponse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.csoalliance.incident.SharingWorld;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.search.SearchHit;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** First response reports of each audience and label, with all incidents as their sources. */
class FirstResponseSharingIT {
  @RegisterExtension static final Database database = new Database();

  /** A report, and under which label its own blocks and those for the public stand. */
  private record Made(int id, Tlp own, Tlp open) {
    String slug() {
      return "report-" + id;
    }
  }

  private static final List<Made> MADE =
      List.of(
          new Made(1, Tlp.AMBER, Tlp.AMBER),
          new Made(2, Tlp.GREEN, Tlp.GREEN),
          new Made(3, Tlp.AMBER, Tlp.CLEAR),
          new Made(4, Tlp.GREEN, Tlp.CLEAR));

  private static SharingWorld world;

  @BeforeAll
  static void world() {
    world = SharingWorld.in(database);
    for (Made made : MADE) {
      String audience = made.open() == Tlp.CLEAR ? "PUBLIC" : "MEMBERS";
      database.sql(
          "insert into first_response (id, reference, slug, state, current_number, published_at,"
              + " created_at) values (%1$d, 'FRR-2026-00%1$d', 'report-%1$d', 'PUBLISHED', 1, now(),"
                  .formatted(made.id())
              + " now())",
          "insert into first_response_version (id, report_id, at, editor_name, title, kind,"
              + " audience, tlp) values (%1$d, %1$d, now(), 'E', 'T', 'ROBBERY', '%2$s', '%3$s')"
                  .formatted(made.id(), audience, made.own()),
          "insert into first_response_block (version_id, place, part, audience, text) values"
              + " (%1$d, 1, 'KNOWN', 'PUBLIC', 'open'), (%1$d, 2, 'ADVICE', 'MEMBERS', 'inner')"
                  .formatted(made.id()),
          "update first_response_version set number = 1 where id = " + made.id(),
          "insert into first_response_source (report_id, incident_id) select "
              + made.id()
              + ", id from incident");
    }
  }

  private static boolean reads(Reader reader, Tlp label) {
    return SharingPolicy.mayRead(reader, new Shared(label, true, null, null));
  }

  @Test
  void listPageAndBlocksAreWhatTheRuleLetsThrough() {
    Set<Integer> sizes = new TreeSet<>();
    world
        .people()
        .forEach(
            (name, reader) ->
                database.doInTransaction(
                    em -> {
                      FirstResponseListService service = MadeReports.list(em, reader);
                      Set<String> expected = new TreeSet<>();
                      Set<String> opened = new TreeSet<>();
                      for (Made made : MADE) {
                        if (reads(reader, made.open())) {
                          expected.add(made.slug());
                        }
                        List<String> blocks = blocks(service, made);
                        if (!blocks.isEmpty()) {
                          opened.add(made.slug());
                        }
                        List<String> readable = new ArrayList<>();
                        if (reads(reader, made.open())) {
                          readable.add("open");
                        }
                        if (reads(reader, made.own())) {
                          readable.add("inner");
                        }
                        assertEquals(readable, blocks, () -> made + " for " + name);
                      }
                      assertEquals(expected, opened, () -> "page for " + name);
                      assertEquals(
                          expected,
                          service.newest(null, 100).stream()
                              .map(ReportLine::slug)
                              .collect(Collectors.toCollection(TreeSet::new)),
                          () -> "list for " + name);
                      sizes.add(expected.size());
                    }));
    assertTrue(sizes.size() > 2, () -> "people are not told apart: " + sizes);
  }

  @Test
  void theSearchFindsTheWordsOfTheBlocksThatTheRuleLetsThrough() {
    world
        .people()
        .forEach(
            (name, reader) ->
                database.doInTransaction(
                    em -> {
                      FirstResponseListService service = MadeReports.list(em, reader);
                      Set<String> open = new TreeSet<>();
                      Set<String> inner = new TreeSet<>();
                      for (Made made : MADE) {
                        if (reads(reader, made.open())) {
                          open.add("/first-response/" + made.slug());
                          if (reads(reader, made.own())) {
                            inner.add("/first-response/" + made.slug());
                          }
                        }
                      }
                      assertEquals(open, found(service, "open"), () -> "open for " + name);
                      assertEquals(inner, found(service, "inner"), () -> "inner for " + name);
                      assertEquals(inner, found(service, "opens inner"), () -> "both for " + name);
                      assertEquals(
                          inner.isEmpty(),
                          service.texts(100).stream().noneMatch("inner"::equals),
                          () -> "mended for " + name);
                      boolean third = reads(reader, MADE.get(0).open());
                      assertEquals(
                          third, !found(service, "FRR-2026-00" + MADE.get(0).id()).isEmpty());
                    }));
  }

  private static Set<String> found(FirstResponseListService service, String words) {
    return service.search(words, 100).stream()
        .map(SearchHit::address)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> blocks(FirstResponseListService service, Made made) {
    try {
      return service.view(made.slug(), null).content().blocks().stream().map(Block::text).toList();
    } catch (NotFoundException none) {
      return List.of();
    }
  }

  @Test
  void theIncidentsBehindItAreThoseOfTheRule() {
    world.check(
        "sources of a first response",
        (em, reader) ->
            MadeReports.list(em, reader).view("report-4", null).incidents().stream()
                .map(source -> Long.valueOf(source.reference().substring(10)))
                .collect(Collectors.toCollection(TreeSet::new)));
  }
}
