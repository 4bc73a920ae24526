package org.csoalliance.incident;

import static org.csoalliance.incident.Made.COLLEAGUE;
import static org.csoalliance.incident.Made.EDITOR;
import static org.csoalliance.incident.Made.MEMBER;
import static org.csoalliance.incident.Made.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csoalliance.platform.data.SeenLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IncidentListServiceIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeAll
  static void people() {
    Made.people(database);
  }

  @BeforeEach
  void empty() {
    database.sql("delete from incident");
  }

  private static <T> T as(Reader reader, Function<IncidentListService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new IncidentListService(
                    new IncidentListRepository(em, database.dataSource()), Made.caller(reader))));
  }

  private static IncidentFilter filter(String name, String value) {
    return IncidentFilter.parse(Map.of(name, List.of(value)));
  }

  private static Set<Long> ids(Reader reader, IncidentFilter filter) {
    return as(reader, s -> s.page(filter, 100, null, false)).items().stream()
        .map(IncidentSummary::id)
        .collect(Collectors.toSet());
  }

  @Test
  void pagesForwardAndBackwardLoseAndDoubleNothing() {
    Made.many(database, 70);
    for (IncidentFilter.Sort sort : IncidentFilter.Sort.values()) {
      IncidentFilter filter = filter("sort", sort.name());
      List<Long> all = new ArrayList<>();
      String cursor = null;
      String last = null;
      do {
        String at = cursor;
        IncidentPage page = as(EDITOR, s -> s.page(filter, 9, at, true));
        assertEquals(new SmallCount(70, false), page.total());
        assertEquals(at == null, page.previous() == null, sort::name);
        page.items().forEach(row -> all.add(row.id()));
        last = page.previous();
        cursor = page.next();
      } while (cursor != null);
      assertEquals(70, all.size(), sort::name);
      assertEquals(70, new HashSet<>(all).size(), sort::name);
      assertOrder(sort, all);

      List<Long> back = new ArrayList<>(all.subList(63, 70));
      Collections.reverse(back);
      while (last != null) {
        String at = last;
        IncidentPage page = as(EDITOR, s -> s.page(filter, 9, at, false));
        List<Long> ids = new ArrayList<>(page.items().stream().map(IncidentSummary::id).toList());
        Collections.reverse(ids);
        back.addAll(ids);
        assertNotNull(page.next());
        last = page.previous();
      }
      Collections.reverse(back);
      assertEquals(all, back, sort::name);
    }
  }

  private static void assertOrder(IncidentFilter.Sort sort, List<Long> ids) {
    String order =
        switch (sort) {
          case NEWEST -> "occurred_at desc, id desc";
          case OLDEST -> "occurred_at, id";
          case GRAVEST -> "coalesce(severity, 9), occurred_at desc, id desc";
          case UPDATED -> "updated_at desc, id desc";
        };
    assertEquals(
        database.value(
            "select string_agg(cast(id as text), ',' order by " + order + ") from incident"),
        ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  @Test
  void refusesForeignCursors() {
    for (String wrong : List.of("x", "AAAA", "ünsinn", "Tk9ORTpmOi06MTox", "%00")) {
      assertThrows(
          InvalidException.class,
          () -> as(EDITOR, s -> s.page(IncidentFilter.ALL, 5, wrong, false)),
          wrong);
    }
    Made.many(database, 9);
    String newest = as(EDITOR, s -> s.page(IncidentFilter.ALL, 5, null, false)).next();
    assertThrows(
        InvalidException.class,
        () -> as(EDITOR, s -> s.page(filter("sort", "oldest"), 5, newest, false)));
  }

  @Test
  void costsTheSameStatementsWithManyRows() {
    for (int rows : new int[] {70, 7_000}) {
      empty();
      Made.many(database, rows);
      assertEquals(
          2,
          database
              .statements(() -> as(MEMBER, s -> s.page(IncidentFilter.ALL, 25, null, true)))
              .size());
      assertEquals(
          1,
          database
              .statements(() -> as(MEMBER, s -> s.page(filter("text", "title"), 25, null, false)))
              .size());
      assertEquals(
          1, database.statements(() -> as(MEMBER, s -> s.detail("csoa-2020-0000001"))).size());
      Box world = new Box(-90, -180, 90, 180);
      List<String> map =
          database.statements(() -> as(MEMBER, s -> s.map(IncidentFilter.ALL, world, 2)));
      assertEquals(1, map.size());
      List<Integer> seen = new ArrayList<>();
      IncidentListService service =
          new IncidentListService(
              new IncidentListRepository(null, database.dataSource()), Made.caller(MEMBER));
      service.stream(IncidentFilter.ALL, row -> seen.add(1));
      assertEquals(rows, seen.size());
    }
  }

  @Test
  void searchDoesNotBetrayWhatIsHidden() {
    String columns = "status, tlp, company_id, reporter_id, ship_name, ship_imo, ship_shown";
    Made.one(
        database, 1, columns, "'REPORTED', 'GREEN', 10, 1, 'Northern Kestrel', '9074729', false");
    Made.one(
        database, 2, columns, "'REPORTED', 'GREEN', 10, 1, 'Northern Kestrel', '9074729', true");
    Made.one(database, 3, columns, "'REPORTED', 'RED', 10, 1, 'Northern Kestrel', '9074729', true");
    for (String words : List.of("kestrel", "9074729", "IMO 9074729")) {
      assertEquals(Set.of(2L), ids(OTHER, filter("text", words)), words);
      assertEquals(Set.of(1L, 2L), ids(COLLEAGUE, filter("text", words)), words);
      assertEquals(Set.of(1L, 2L, 3L), ids(MEMBER, filter("text", words)), words);
      assertEquals(Set.of(1L, 2L, 3L), ids(EDITOR, filter("text", words)), words);
      assertEquals(Set.of(), ids(Reader.VISITOR, filter("text", words)), words);
    }
    assertEquals(Set.of(), ids(OTHER, filter("text", "%")), "a per cent sign is a character");
    assertEquals(Set.of(1L, 2L), ids(OTHER, filter("text", "happen")), "by stem");
    assertEquals(Set.of(2L), ids(OTHER, filter("text", "csoa-2026-2")));
    IncidentDetail hidden = as(OTHER, s -> s.detail("CSOA-2026-1"));
    assertNull(hidden.summary().shipName());
    assertNull(hidden.reporterName());
    assertNull(hidden.companyName());
    assertNull(hidden.contact());
    assertThrows(NotFoundException.class, () -> as(OTHER, s -> s.detail("CSOA-2026-3")));
    assertEquals("A. Member", as(COLLEAGUE, s -> s.detail("CSOA-2026-1")).reporterName());
  }

  @Test
  void searchFindsShipsByTheBeginningsOfWordsAndReferencesInAnyCase() {
    String columns = "status, tlp, ship_name, ship_shown, source_reference";
    Made.one(database, 1, columns, "'CONFIRMED', 'CLEAR', 'Mary-Ann D''Arc', true, '2021-205b'");
    for (String words :
        List.of(
            "mary", "ann d'arc", "ARC mar", "2021-205", "2021-205B", "csoa-2026", "Csoa-2026-1")) {
      assertEquals(Set.of(1L), ids(OTHER, filter("text", words)), words);
    }
    for (String words : List.of("rc", "maryann", "021-205", "maryx & ':*", "| !", "_SOA-2026-1")) {
      assertEquals(Set.of(), ids(OTHER, filter("text", words)), words);
    }
  }

  @Test
  void whatIsImportedIsNewsOfItsDayUntilItChanges() {
    String columns = "status, tlp, source";
    Made.one(database, 1, columns, "'CONFIRMED', 'CLEAR', 'MEMBER'");
    Made.one(database, 2, columns, "'CONFIRMED', 'CLEAR', 'NGA_ASAM'");
    Made.one(database, 3, columns, "'CONFIRMED', 'CLEAR', 'NGA_ASAM'");
    database.sql(
        "update incident set created_at = now() + interval '1 h', updated_at = now() + interval"
            + " '1 h' where id = 2",
        "update incident set updated_at = now() + interval '2 h' where id = 3");
    IncidentFilter feed = IncidentFilter.ALL.sorted(IncidentFilter.Sort.UPDATED);
    IncidentPage first = as(OTHER, s -> s.page(feed, 2, null, false));
    assertEquals(List.of(3L, 1L), first.items().stream().map(IncidentSummary::id).toList());
    IncidentPage second = as(OTHER, s -> s.page(feed, 2, first.next(), false));
    assertEquals(List.of(2L), second.items().stream().map(IncidentSummary::id).toList());
  }

  @Test
  void listCountMapAndStreamShowTheSame() {
    String columns = "status, tlp, company_id, reporter_id, latitude, longitude";
    long id = 0;
    for (String status : List.of("REPORTED", "CONFIRMED", "DISPUTED", "WITHDRAWN")) {
      for (String tlp : List.of("RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR")) {
        Made.one(database, ++id, columns, "'%s', '%s', 10, 1, 1, 104".formatted(status, tlp));
      }
    }
    Map<Reader, Integer> expected =
        Map.of(
            Reader.VISITOR,
            2,
            MEMBER,
            15,
            COLLEAGUE,
            12,
            OTHER,
            9,
            EDITOR,
            15,
            new Reader(9L, "X", null, Set.of(Role.ADMINISTRATOR)),
            2,
            new Reader(9L, "X", null, Set.of(Role.PARTNER)),
            2,
            new Reader(9L, "X", null, Set.of(Role.PARTNER), false, Set.of(), Agreement.GREEN),
            6);
    Box world = new Box(-90, -180, 90, 180);
    expected.forEach(
        (reader, count) -> {
          IncidentPage page = as(reader, s -> s.page(IncidentFilter.ALL, 100, null, true));
          assertEquals(count, page.items().size(), reader::toString);
          boolean exact = SmallCount.exactLists(reader) || count >= SmallCount.LEAST;
          SmallCount told = exact ? new SmallCount(count, false) : new SmallCount(0, true);
          assertEquals(told, page.total(), reader::toString);
          int onMap =
              as(reader, s -> s.map(IncidentFilter.ALL, world, 3)).stream()
                  .mapToInt(MapCell::count)
                  .sum();
          assertEquals(exact ? count : 0, onMap, reader::toString);
          List<Long> streamed = new ArrayList<>();
          as(
              reader,
              s -> {
                s.stream(IncidentFilter.ALL, row -> streamed.add(row.incident().id()));
                return null;
              });
          assertEquals(page.items().stream().map(IncidentSummary::id).toList(), streamed);
        });
    assertEquals(5, ids(EDITOR, filter("status", "withdrawn")).size());
  }

  @Test
  void placesAcrossTheAntimeridian() {
    String columns = "status, tlp, latitude, longitude, area";
    Made.one(database, 1, columns, "'CONFIRMED', 'CLEAR', -17, 179.5, 'Suva roads, Fiji'");
    Made.one(database, 2, columns, "'CONFIRMED', 'CLEAR', -17, -179.5, 'Lau group, Fiji'");
    Made.one(database, 3, columns, "'CONFIRMED', 'CLEAR', 1.2, 104, 'Singapore Strait'");
    Made.one(database, 4, columns, "'CONFIRMED', 'CLEAR', null, null, 'Suva, berth 4'");
    Reader visitor = Reader.VISITOR;
    assertEquals(Set.of(1L, 2L), ids(visitor, filter("bbox", "179,-20,-179,-10")));
    assertEquals(Set.of(3L), ids(visitor, filter("bbox", "-179,-20,179,10")));
    assertEquals(
        Set.of(1L, 2L),
        ids(
            visitor,
            IncidentFilter.parse(Map.of("near", List.of("-17,180"), "radius_nm", List.of("30")))));
    assertEquals(
        Set.of(1L),
        ids(
            visitor,
            IncidentFilter.parse(Map.of("near", List.of("-17,179.5"), "radius_nm", List.of("50")))),
        "57.4 miles to the other one");
    assertEquals(Set.of(1L, 4L), ids(visitor, filter("port", "suva")));
    assertEquals(Set.of(1L), ids(visitor, filter("port", "fiji suva")));
    List<MapCell> cells =
        as(MEMBER, s -> s.map(IncidentFilter.ALL, new Box(-40, 100, 40, -100), 0));
    MapCell pair = cells.get(0);
    assertEquals(2, pair.count());
    assertEquals(180, Math.abs(pair.position().longitude()), 1e-9);
    assertNull(pair.reference());
    assertEquals("CSOA-2026-3", cells.get(1).reference());
  }

  @Test
  void theMapStaysSmall() {
    Made.many(database, 7_000);
    Box world = new Box(-90, -180, 90, 180);
    for (int zoom = 0; zoom <= 18; zoom += 3) {
      int at = zoom;
      List<MapCell> cells = as(MEMBER, s -> s.map(IncidentFilter.ALL, world, at));
      assertTrue(cells.size() <= 400, cells.size() + " cells at zoom " + zoom);
      assertEquals(7_000, cells.stream().mapToInt(MapCell::count).sum());
    }
  }

  @Test
  void publicFiguresHoldNoFieldOfTheOneWhoAsks() {
    String columns =
        "status, tlp, company_id, reporter_id, ship_name, ship_shown, latitude, longitude";
    Made.one(database, 1, columns, "'CONFIRMED', 'CLEAR', 10, 1, 'Kestrel', false, 1, 104");
    Made.one(database, 2, columns, "'CONFIRMED', 'CLEAR', 10, 1, 'Plover', true, 1, 104");
    Made.one(database, 3, columns, "'CONFIRMED', 'GREEN', 10, 1, 'Tern', true, 1, 104");
    Made.one(database, 4, columns, "'REPORTED', 'CLEAR', 10, 1, 'Gull', true, 1, 104");
    PublicFigures figures =
        database.inTransaction(
            em ->
                new IncidentFigures(
                        new IncidentListRepository(em, null),
                        java.time.Clock.fixed(Made.NOW, java.time.ZoneOffset.UTC))
                    .ofThePublic());
    assertEquals(new SmallCount(0, true), figures.total());
    assertEquals("few", figures.inMonth().words());
    assertTrue(figures.cells().get(0).few());
    assertEquals(0, figures.cells().get(0).count());
    assertEquals(
        java.util.Arrays.asList("Plover", null),
        figures.latest().stream().map(IncidentSummary::shipName).toList());
  }

  /** A room behind the incident, and what it sees of the reader. */
  private record Room(int reports, boolean own, boolean reporter) {}

  private static final IncidentPart<Room> ROOM =
      new IncidentPart<>() {
        @Override
        public Class<Room> type() {
          return Room.class;
        }

        @Override
        public SqlCondition column(Reader reader) {
          return new SqlCondition(
              "select jsonb_agg(r.id) from incident r"
                  + " where r.company_id = i.company_id and r.company_id = ?",
              List.of(10L));
        }

        @Override
        public Room read(JsonValue value, Seen seen) {
          int reports = value == JsonValue.NULL ? 0 : value.asJsonArray().size();
          return new Room(reports, seen.own(), seen.reporter());
        }
      };

  @Test
  void roomsBehindAnIncidentComeWithItsOneStatement() {
    String columns = "status, tlp, company_id, reporter_id";
    Made.one(database, 1, columns, "'REPORTED', 'GREEN', 10, 1");
    Made.one(database, 2, columns, "'REPORTED', 'GREEN', 10, 1");
    Made.one(database, 3, columns, "'REPORTED', 'GREEN', null, null");
    BiFunction<Reader, Integer, Room> room =
        (reader, number) ->
            database.inTransaction(
                em ->
                    new IncidentListService(
                            new IncidentListRepository(em, null),
                            Made.caller(reader),
                            new SeenLog(),
                            List.of(ROOM))
                        .detail("CSOA-2026-" + number)
                        .part(Room.class));
    assertEquals(new Room(2, true, true), room.apply(MEMBER, 1));
    assertEquals(new Room(2, true, false), room.apply(COLLEAGUE, 2));
    assertEquals(new Room(2, false, false), room.apply(OTHER, 2));
    assertEquals(new Room(0, false, false), room.apply(MEMBER, 3));
    // the incident with its room and its history
    assertEquals(1, database.statements(() -> assertNotNull(room.apply(MEMBER, 1))).size());
  }
}
