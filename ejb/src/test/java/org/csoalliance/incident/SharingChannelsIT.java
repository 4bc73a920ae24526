package org.csoalliance.incident;

import static org.csoalliance.incident.IncidentStatus.CONFIRMED;
import static org.csoalliance.incident.IncidentStatus.DISPUTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.csoalliance.platform.data.SeenLog;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.Rows;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.AssertionFailedError;

/** Labels, roles, companies, groups and agreements through every channel of the incidents. */
class SharingChannelsIT {
  @RegisterExtension static final Database database = new Database();

  private static final Box WORLD = new Box(-90, -180, 90, 180);
  private static SharingWorld world;

  @BeforeAll
  static void world() {
    world = SharingWorld.in(database);
  }

  private static IncidentListService service(EntityManager em, Reader reader) {
    return new IncidentListService(
        new IncidentListRepository(em, database.dataSource()),
        Made.caller(reader),
        new SeenLog(),
        List.of(new IncidentSharingRepository(em), new IncidentVersionsRepository(Made.SEALED)));
  }

  private static IncidentFilter filter(String name, String value) {
    return IncidentFilter.parse(Map.of(name, List.of(value)));
  }

  private static Set<Long> ids(List<IncidentSummary> items) {
    return items.stream().map(IncidentSummary::id).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theDatabaseKnowsGroupsAndAgreementsOfThisMoment() {
    Map<String, Reader> people = world.people();
    assertEquals(Set.of(7L), people.get("grouped").groups());
    assertEquals(Set.of(7L, 8L), people.get("hidden").groups());
    for (String none : List.of("applicant", "administrator", "suspended", "ex-group", "far")) {
      assertEquals(Set.of(), people.get(none).groups(), none);
    }
    assertEquals(Agreement.GREEN, people.get("partner-green").agreement());
    assertEquals(Agreement.AMBER, people.get("partner-amber").agreement());
    for (String none :
        List.of("partner-none", "partner-lapsed", "partner-ended", "partner-later")) {
      assertEquals(Agreement.NONE, people.get(none).agreement(), none);
    }
  }

  @Test
  void listsPagesSearchesAndExports() {
    for (String sort : List.of("newest", "oldest", "gravest", "updated")) {
      world.check(
          "list, " + sort,
          (em, reader) ->
              ids(service(em, reader).page(filter("sort", sort), 1000, null, false).items()));
    }
    world.check(
        "pages of a list",
        (em, reader) -> {
          Set<Long> all = new TreeSet<>();
          String cursor = null;
          do {
            IncidentPage page = service(em, reader).page(IncidentFilter.ALL, 40, cursor, false);
            all.addAll(ids(page.items()));
            cursor = page.next();
          } while (cursor != null);
          return all;
        });
    world.check(
        "search",
        (em, reader) ->
            ids(
                service(em, reader)
                    .page(filter("text", SharingWorld.WORD), 1000, null, false)
                    .items()));
    world.check(
        "box",
        (em, reader) ->
            ids(
                service(em, reader)
                    .page(filter("bbox", "-180,-90,180,90"), 1000, null, false)
                    .items()));
    world.check(
        "CSV, GeoJSON, KML",
        (em, reader) -> {
          Set<Long> streamed = new TreeSet<>();
          service(em, reader).stream(IncidentFilter.ALL, row -> streamed.add(row.incident().id()));
          return streamed;
        });
  }

  @Test
  void pagesOfExportsAndFeeds() {
    for (String sort : List.of("newest", "updated")) {
      world.check(
          "pages of CSV, GeoJSON, KML, Atom, " + sort,
          (em, reader) -> {
            Set<Long> all = new TreeSet<>();
            String cursor = null;
            do {
              DetailedPage page = service(em, reader).pageDetails(filter("sort", sort), 40, cursor);
              page.items().forEach(row -> all.add(row.incident().id()));
              cursor = page.next();
            } while (cursor != null);
            return all;
          });
    }
  }

  @Test
  void counts() {
    world.checkCount(
        "count",
        (em, reader) ->
            new IncidentListRepository(em, null).count(IncidentFilter.ALL, reader, 10_000).total());
    world.checkCount(
        "figures",
        (em, reader) ->
            new IncidentListRepository(em, null)
                .counts(IncidentFilter.ALL, reader, Made.NOW, Made.NOW)
                .total()
                .total());
    world.checkCount(
        "map clusters",
        (em, reader) -> {
          List<MapCell> cells =
              new IncidentListRepository(em, null).map(IncidentFilter.ALL, reader, WORLD, 22.5);
          long told = cells.stream().mapToLong(MapCell::count).sum();
          long few = cells.stream().filter(MapCell::few).count();
          int all = world.expected(reader).size();
          assertEquals(SmallCount.exactLists(reader), few == 0 || all == told, "few for others");
          return few > 0 && told < all && told + 4 * few >= all ? all : told;
        });
  }

  @Test
  void pageByReferenceAndMarkerByPlace() {
    world.check(
        "page",
        (em, reader) -> {
          Set<Long> opened = new TreeSet<>();
          for (SharingWorld.Thing thing : world.things()) {
            try {
              opened.add(service(em, reader).detail(thing.reference()).summary().id());
            } catch (NotFoundException none) {
              assertEquals("There is no such incident, or you may not see it.", none.getMessage());
            }
          }
          return opened;
        });
    world.check(
        "marker",
        (em, reader) -> {
          Set<Long> seen = new TreeSet<>();
          for (SharingWorld.Thing thing : world.things()) {
            double south = thing.latitude() - 1;
            double west = thing.longitude() - 1;
            service(em, reader)
                .map(IncidentFilter.ALL, new Box(south, west, south + 2, west + 2), 12)
                .forEach(cell -> seen.add(Long.valueOf(cell.reference().substring(10))));
          }
          return seen;
        });
  }

  @Test
  void thePublicPictureIsWhatVisitorsRead() {
    PublicFigures figures =
        database.inTransaction(
            em ->
                new IncidentFigures(
                        new IncidentListRepository(em, null),
                        Clock.fixed(Made.NOW, java.time.ZoneOffset.UTC))
                    .ofThePublic());
    Set<Long> visitors = world.expected(Reader.VISITOR, CONFIRMED, DISPUTED);
    assertEquals(new SmallCount(visitors.size(), false), figures.total());
    figures.latest().forEach(row -> assertEquals(true, visitors.contains(row.id())));
    assertTrue(figures.cells().stream().anyMatch(MapCell::few), "clusters of few");
  }

  @Test
  void fieldsOfARow() {
    world
        .people()
        .forEach(
            (name, reader) ->
                database.inTransaction(
                    em -> {
                      for (IncidentSummary row :
                          service(em, reader).page(IncidentFilter.ALL, 1000, null, false).items()) {
                        SharingWorld.Thing thing = world.things().get((int) row.id() - 1);
                        assertEquals(
                            SharingPolicy.mayKnowShip(reader, thing.shared(), thing.shipShown()),
                            row.shipName() != null,
                            () -> "ship of " + thing + " for " + name);
                        assertEquals(thing.latitude(), row.position().latitude(), 1e-9);
                      }
                      return null;
                    }));
  }

  @Test
  void thePageTellsTheSourceAndTheTruePlaceByTheRule() {
    world
        .people()
        .forEach(
            (name, reader) ->
                database.inTransaction(
                    em -> {
                      for (SharingWorld.Thing thing : world.things()) {
                        if (!SharingPolicy.mayRead(reader, thing.shared())) {
                          continue;
                        }
                        IncidentDetail page = service(em, reader).detail(thing.reference());
                        String what = thing + " for " + name;
                        boolean reported = thing.shared().reporterId() != null;
                        assertEquals(
                            reported && SharingPolicy.mayKnowName(reader, thing.shared()),
                            page.reporterName() != null,
                            what);
                        assertEquals(
                            thing.shared().companyId() != null
                                && SharingPolicy.mayKnowCompany(reader, thing.shared()),
                            page.companyName() != null,
                            what);
                        IncidentSharing sharing = page.part(IncidentSharing.class);
                        assertEquals(
                            SharingPolicy.mayKnowReporter(reader, thing.shared()),
                            sharing.exactPosition() != null,
                            what);
                        String versions = page.part(IncidentVersions.class).toString();
                        boolean own = SharingPolicy.mayKnowReporter(reader, thing.shared());
                        assertTrue(versions.contains("openword"), what);
                        assertEquals(own, versions.contains("exactword"), what);
                        assertEquals(own, versions.contains("sealedword"), what);
                        assertEquals(
                            SharingPolicy.mayKnowShip(reader, thing.shared(), thing.shipShown()),
                            versions.contains("shipword"),
                            what);
                        assertEquals(
                            reported && own && SharingPolicy.mayAskBack(reader, thing.shared()),
                            reported && versions.contains("N. Version"),
                            what);
                        boolean inHidden = reader.groups().contains(SharingWorld.HIDDEN);
                        boolean sharer =
                            thing.shared().reporterId() != null
                                && thing.shared().reporterId().equals(reader.accountId());
                        if (!inHidden && !sharer) {
                          assertFalse(page.toString().contains(SharingWorld.HIDDEN_NAME), what);
                        }
                      }
                      return null;
                    }));
  }

  /** Page, stream and page of an export: an indicator is shown where the narrower label allows. */
  @Test
  void indicatorsObeyTheirOwnLabel() {
    String indicators =
        Arrays.stream(Tlp.values())
            .map(tlp -> "{\"type\":\"FILE\",\"value\":\"x-" + tlp + "-x\",\"tlp\":\"" + tlp + "\"}")
            .collect(Collectors.joining(",", "{\"indicators\":[", "]}"));
    database.sql(
        "update incident set details = '" + indicators + "'",
        "update incident_version set form = 'CYBER', open = '" + indicators + "'");
    try {
      world
          .people()
          .forEach(
              (name, reader) ->
                  database.doInTransaction(
                      em -> {
                        IncidentListService list = service(em, reader);
                        list.stream(
                            IncidentFilter.ALL,
                            row -> labels(reader, row.incident().id(), row.details().toString()));
                        for (DetailedIncident row :
                            list.pageDetails(IncidentFilter.ALL, 30, null).items()) {
                          labels(reader, row.incident().id(), row.details().toString());
                          String page =
                              list.detail(row.incident().reference())
                                  .part(IncidentVersions.class)
                                  .toString();
                          labels(reader, row.incident().id(), page);
                        }
                      }));
    } finally {
      database.sql(
          "update incident set details = '{}'",
          "update incident_version set form = 'piracy', open = '{\"a\": \"openword\"}'");
    }
  }

  private static void labels(Reader reader, long id, String shown) {
    Shared thing = world.things().get((int) id - 1).shared();
    for (Tlp own : Tlp.values()) {
      Shared marked =
          new Shared(
              own.compareTo(thing.tlp()) < 0 ? own : thing.tlp(),
              thing.published(),
              thing.companyId(),
              thing.reporterId(),
              thing.attribution(),
              thing.groups());
      assertEquals(
          SharingPolicy.mayRead(reader, marked),
          shown.contains("x-" + own + "-x"),
          () -> own + " of " + thing + " for " + reader);
    }
  }

  @Test
  void filtersByPlaceKnowTheShownPlaceAlone() {
    SharingWorld.Thing thing = world.things().get(0);
    String truth = (thing.latitude() + 0.1) + "," + (thing.longitude() + 0.1);
    for (Reader reader : world.people().values()) {
      List<IncidentSummary> near =
          database.inTransaction(
              em ->
                  service(em, reader)
                      .page(
                          IncidentFilter.parse(
                              Map.of("near", List.of(truth), "radius_nm", List.of("1"))),
                          10,
                          null,
                          false)
                      .items());
      assertEquals(List.of(), near, reader::toString);
    }
  }

  /** The control: a channel that forgets the policy is found. */
  @Test
  void aChannelWithoutThePolicyIsFound() {
    AssertionFailedError found =
        assertThrows(
            AssertionFailedError.class,
            () ->
                world.check(
                    "forgetful",
                    (em, reader) ->
                        new TreeSet<>(
                            Rows.list(
                                em.unwrap(Connection.class),
                                "select id from incident",
                                List.of(),
                                row -> row.getLong(1)))));
    assertEquals(true, found.getMessage().startsWith("forgetful for visitor"));
    assertThrows(
        AssertionFailedError.class,
        () ->
            world.checkCount(
                "forgetful of groups",
                (em, reader) ->
                    new IncidentListRepository(em, null)
                        .count(IncidentFilter.ALL, withoutGroups(reader), 10_000)
                        .total()));
    assertNotEquals(
        world.expected(world.people().get("far")), world.expected(world.people().get("grouped")));
    assertNull(world.people().get("visitor").accountId());
  }

  private static Reader withoutGroups(Reader reader) {
    return new Reader(
        reader.accountId(),
        reader.name(),
        reader.companyId(),
        reader.roles(),
        reader.readOnly(),
        Set.of(),
        reader.agreement());
  }
}
