package org.csoalliance.incident.asam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.csoalliance.geography.PortRepository;
import org.csoalliance.geography.PortService;
import org.csoalliance.geography.SeaAreaRepository;
import org.csoalliance.geography.SeaAreaService;
import org.csoalliance.incident.FilterPlaces;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.statistics.DangerClock;
import org.csoalliance.incident.statistics.Figure;
import org.csoalliance.incident.statistics.Statistics;
import org.csoalliance.incident.statistics.StatisticsRepository;
import org.csoalliance.incident.statistics.StatisticsService;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures of the published list are what plain SQL says, whichever way they are narrowed. */
class AsamStatisticsIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeAll
  static void publishedList() throws IOException {
    byte[] content = shared("asam.csv");
    assumeTrue(content != null, "The published list does not lie beside the project.");
    new ImportBench(database).run("asam.csv", content);
    byte[] subregions = shared("asam_subregions.csv");
    CallerContext editor = new CallerContext();
    SeaAreaService.Subregions areas =
        database.inTransaction(
            em ->
                new SeaAreaService(
                        new SeaAreaRepository(em),
                        new AuditLog(em),
                        editor,
                        java.time.Clock.systemUTC())
                    .importSubregions(subregions));
    assertEquals(58, areas.added());
    SeaAreaService.Subregions again =
        database.inTransaction(
            em ->
                new SeaAreaService(
                        new SeaAreaRepository(em),
                        new AuditLog(em),
                        editor,
                        java.time.Clock.systemUTC())
                    .importSubregions(subregions));
    assertEquals(new SeaAreaService.Subregions(0, 58), again);
  }

  private static byte[] shared(String name) throws IOException {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path file = up.resolve("shared/data").resolve(name);
      if (Files.isReadable(file)) {
        return Files.readAllBytes(file);
      }
    }
    return null;
  }

  private static <T> T as(Function<StatisticsService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new StatisticsService(
                    new StatisticsRepository(em),
                    new FilterPlaces(new PortService(new PortRepository(em))),
                    new CallerContext())));
  }

  private static IncidentFilter filter(String... pairs) {
    Map<String, List<String>> parameters = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.put(pairs[i], List.of(pairs[i + 1]));
    }
    return IncidentFilter.parse(parameters);
  }

  private static long sql(String rest) {
    return (Long)
        database.value(
            // an account of another incident is counted with it
            "select count(*) from incident i where status <> 'WITHDRAWN' and merged_into is null "
                + rest);
  }

  private static long count(List<Figure> figures, String key) {
    return figures.stream()
        .filter(figure -> java.util.Objects.equals(figure.key(), key))
        .mapToLong(figure -> figure.count().shown())
        .findFirst()
        .orElse(0);
  }

  private static long sum(List<Figure> figures) {
    return figures.stream().mapToLong(figure -> figure.count().shown()).sum();
  }

  @Test
  void everyTableEqualsPlainSql() {
    Statistics all = as(service -> figures(service, IncidentFilter.ALL));
    assertTrue(all.total().shown() > 6_600);
    assertEquals(sql(""), all.total().shown());
    for (List<Figure> table :
        List.of(
            all.months(),
            all.years(),
            all.kinds(),
            all.severities(),
            all.outcomes(),
            all.statuses())) {
      assertEquals(all.total().shown(), sum(table));
    }
    for (Figure kind : all.kinds()) {
      assertEquals(sql("and kind = '" + kind.key() + "'"), kind.count().shown(), kind.key());
    }
    for (Figure month : all.months()) {
      assertEquals(
          sql("and date_trunc('month', occurred_at at time zone 'UTC') = '" + month.key() + "'"),
          month.count().shown(),
          month.key());
    }
    for (Figure area : all.areas()) {
      if (area.key() != null) {
        assertEquals(
            sql(
                "and (area = '"
                    + area.key().replace("'", "''")
                    + "' or area like '"
                    + area.key().replace("'", "''")
                    + ",%')"),
            area.count().shown(),
            area.key());
      }
    }
    assertEquals(
        (Long)
            database.value(
                "select count(distinct coalesce(nullif(btrim(split_part(area, ',', 1)), ''), '?')) from incident where merged_into is null"),
        all.areas().size() + all.moreAreas());
    assertEquals(sql("and severity is null"), count(all.severities(), null));
    assertEquals(sql("and kind = 'ATTEMPT'"), count(all.outcomes(), "ATTEMPTED"));
  }

  @Test
  void filtersNarrowFiguresAsTheyNarrowTheList() {
    Statistics some =
        as(s -> figures(s, filter("kind", "ROBBERY", "from", "2010-01-01", "to", "2014-12-31")));
    String same =
        "and kind = 'ROBBERY' and occurred_at >= '2010-01-01Z' and occurred_at < '2015-01-01Z'";
    assertEquals(sql(same), some.total().shown());
    assertEquals(5, some.years().size());

    Statistics port = as(s -> figures(s, filter("port", "sgsin", "radius_nm", "30")));
    Statistics near =
        as(
            s ->
                figures(
                    s,
                    filter(
                        "near",
                        database
                            .value(
                                "select latitude || ',' || longitude from port where code = 'SGSIN'")
                            .toString(),
                        "radius_nm",
                        "30")));
    assertTrue(port.total().shown() > 50, port.total().words());
    assertEquals(near, port);
    assertEquals(
        sql(
            "and 10800 / pi() * 2 * asin(sqrt(power(sin(radians(latitude - (select latitude from port where code = 'SGSIN')) / 2), 2) + cos(radians(latitude)) * cos(radians((select latitude from port where code = 'SGSIN'))) * power(sin(radians(longitude - (select longitude from port where code = 'SGSIN')) / 2), 2))) <= 30"),
        port.total().shown());
    assertEquals(
        sql("and area ilike '%NIGERIA%'"),
        as(s -> figures(s, filter("port", "Nigeria"))).total().shown(),
        "words stay words");
  }

  @Test
  void areasHoldWhatTheirLineHolds() {
    List<String> slugs = List.of("asam-71", "asam-57", "asam-61", "asam-24");
    long found = 0;
    for (String slug : slugs) {
      long expected =
          sql(
              "and exists (select 1 from sea_area a where a.slug = '"
                  + slug
                  + "' and (a.outline::polygon @> point(i.longitude, i.latitude) or a.outline::polygon @> point(i.longitude + 360, i.latitude)))");
      assertEquals(expected, as(s -> figures(s, filter("area", slug))).total().shown(), slug);
      var outline =
          database
              .inTransaction(
                  em -> new SeaAreaService(new SeaAreaRepository(em), null, null, null).find(slug))
              .orElseThrow()
              .outline();
      long byJts = 0;
      try (var connection = database.dataSource().getConnection();
          var rows =
              connection
                  .createStatement()
                  .executeQuery(
                      "select latitude, longitude from incident where status <> 'WITHDRAWN' and merged_into is null and latitude is not null")) {
        while (rows.next()) {
          byJts +=
              outline.contains(
                      new org.csoalliance.platform.geo.Position(
                          rows.getDouble(1), rows.getDouble(2)))
                  ? 1
                  : 0;
        }
      } catch (java.sql.SQLException failed) {
        throw new IllegalStateException(failed);
      }
      assertEquals(expected, byJts, slug);
      found += expected;
    }
    assertTrue(found > 500, String.valueOf(found));
    assertEquals(0, as(s -> figures(s, filter("area", "no-such-area"))).total().shown());
  }

  @Test
  void theClockEqualsPlainSqlAndSaysWhatItCannotPlace() {
    for (IncidentFilter filter :
        List.of(IncidentFilter.ALL, filter("port", "SGSIN", "radius_nm", "100"))) {
      StatisticsService.Picture picture = as(s -> s.picture(filter));
      DangerClock clock = picture.clock();
      long cells = clock.days().stream().flatMap(List::stream).mapToLong(c -> c.shown()).sum();
      assertEquals(clock.placed().shown(), cells);
      assertEquals(
          picture.statistics().total().shown(),
          cells + clock.untimed().shown() + clock.zoneless().shown());
      assertEquals(
          clock.placed().shown(),
          clock.byOffset().shown()
              + clock.byZone().shown()
              + clock.byLongitude().shown()
              + clock.stated().shown());
      assertEquals(picture.statistics().total().shown(), sum(clock.moon()));
      assertTrue(clock.stated().shown() > 10, "hours that the source states in local time");
      assertEquals(picture.port() == null ? null : "Asia/Singapore", clock.zone());
    }
    DangerClock world = as(s -> s.picture(IncidentFilter.ALL)).clock();
    String local =
        "(case when stated_hour is not null then date_trunc('day', occurred_at at time zone 'UTC') + stated_hour * interval '1 hour'"
            + " when occurred_precision <> 'DAY' then (occurred_at at time zone 'UTC') + round(longitude / 15)::int * interval '1 hour' end)";
    for (int day = 1; day <= 7; day++) {
      for (int hour = 0; hour < 24; hour++) {
        assertEquals(
            sql(
                "and extract(isodow from "
                    + local
                    + ") = "
                    + day
                    + " and extract(hour from "
                    + local
                    + ") = "
                    + hour),
            world.days().get(day - 1).get(hour).shown(),
            day + " " + hour);
      }
    }
    assertEquals(
        sql("and stated_hour is null and occurred_precision = 'DAY'"), world.untimed().shown());
  }

  @Test
  void thePageCostsTwoStatementsAndOneForThePort() {
    assertEquals(2, database.statements(() -> as(s -> s.picture(IncidentFilter.ALL))).size());
    assertEquals(3, database.statements(() -> as(s -> s.picture(filter("port", "NGLOS")))).size());
  }

  private static Statistics figures(StatisticsService service, IncidentFilter filter) {
    return service.picture(filter).statistics();
  }
}
