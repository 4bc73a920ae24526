package org.csoalliance.incident.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.geography.PortRepository;
import org.csoalliance.geography.PortService;
import org.csoalliance.incident.FilterPlaces;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatisticsIT {
  @RegisterExtension static final Database database = new Database();

  private static final Reader MEMBER = new Reader(1L, "A. Member", 10L, Set.of(Role.MEMBER));
  private static final Reader OTHER = new Reader(3L, "C. Member", 20L, Set.of(Role.MEMBER));
  private static final Reader EDITOR = new Reader(4L, "B. Editor", null, Set.of(Role.EDITOR));

  private static long next = 1;

  @BeforeEach
  void people() {
    database.sql(
        "truncate incident cascade",
        "insert into company (id, name, sector) values (10, 'Northern Tankers', 'TANKER'), (20,"
            + " 'Southern Cruises', 'CRUISE') on conflict do nothing");
  }

  /** Reports of members of company 10 at Lagos, unless the columns say otherwise. */
  private static void made(int count, String columns, String values) {
    for (int i = 0; i < count; i++) {
      long id = next++;
      database.sql(
          "insert into incident (id, reference, kind, status, occurred_at, occurred_precision,"
              + " latitude, longitude, area, tlp, title, text, created_at, updated_at, company_id"
              + columns
              + ") values ("
              + id
              + ", 'CSOA-2026-"
              + id
              + "', 'ROBBERY', 'CONFIRMED', '2026-03-06T23:30:00Z', 'EXACT', 6.4, 3.4,"
              + " 'Lagos, anchorage', 'GREEN', 'Title', 'Words', now(), now(), 10"
              + values
              + ")");
    }
  }

  private static StatisticsService.Picture as(Reader reader, String... pairs) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    Map<String, List<String>> parameters = new java.util.HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.put(pairs[i], List.of(pairs[i + 1]));
    }
    return database.inTransaction(
        em ->
            new StatisticsService(
                    new StatisticsRepository(em),
                    new FilterPlaces(new PortService(new PortRepository(em))),
                    caller)
                .picture(IncidentFilter.parse(parameters)));
  }

  @Test
  void fewerThanFiveReportsOfMembersAreFew() {
    made(4, "", "");
    made(2, ", source", ", 'NGA_ASAM'");
    assertEquals(new SmallCount(2, true), as(OTHER).statistics().total());
    assertEquals("2 and few more", as(OTHER).statistics().areas().get(0).count().words());
    assertEquals(new SmallCount(6, false), as(EDITOR).statistics().total());
    assertEquals(new SmallCount(6, false), as(MEMBER).statistics().total(), "their own company");
    made(1, "", "");
    assertEquals(new SmallCount(7, false), as(OTHER).statistics().total());
    assertTrue(as(OTHER, "source", "MEMBER", "to", "2026-03-06").clock().placed().shown() == 5);
  }

  /** Seven reports of a kind and three of another: the sum of ten would tell the three. */
  @Test
  void noSumTellsWhatIsFew() {
    made(7, "", "");
    made(9, "", "");
    made(3, "", "");
    database.sql(
        "update incident set kind = 'HIJACK', occurred_at = '2025-03-06T05:30:00Z' where id > "
            + (next - 4));
    database.sql("update incident set kind = 'ATTACK' where id <= " + (next - 13));
    StatisticsService.Picture seen = as(OTHER);
    assertEquals(new SmallCount(19, false), seen.statistics().total());
    assertEquals(
        Map.of("ROBBERY", 9L, "HIJACK", 0L, "ATTACK", 0L),
        seen.statistics().kinds().stream()
            .collect(Collectors.toMap(Figure::key, f -> f.count().shown())));
    assertEquals(
        List.of(new SmallCount(0, true), new SmallCount(0, true)),
        seen.statistics().years().stream().map(Figure::count).toList(),
        "of two years one would tell the other");
    assertTrue(seen.clock().placed().few());
    assertEquals(
        List.of(3L, 9L, 7L),
        List.of("HIJACK", "ROBBERY", "ATTACK").stream()
            .map(
                kind ->
                    as(EDITOR).statistics().kinds().stream()
                        .filter(f -> f.key().equals(kind))
                        .findFirst()
                        .orElseThrow()
                        .count()
                        .shown())
            .toList());
  }

  @Test
  void whereEachPartIsFewTheTotalIsToo() {
    made(5, "", "");
    database.sql(
        "update incident set severity = case when id % 2 = 0 then 1 end, kind = (array['ROBBERY',"
            + " 'ATTEMPT', 'ATTACK', 'HIJACK', 'KIDNAP'])[1 + id % 5]");
    Statistics seen = as(OTHER).statistics();
    assertEquals(new SmallCount(0, true), seen.total(), "five kinds of one each");
    assertTrue(seen.areas().get(0).count().few(), "which the place may not add up either");
    assertEquals(new SmallCount(5, false), as(EDITOR).statistics().total());
  }

  /** Every table against plain SQL, for made-up incidents of which some are told twice. */
  @Test
  void numbersEqualPlainSqlAndTwinsCountOnce() {
    Random random = new Random(4);
    StringBuilder rows = new StringBuilder();
    for (int n = 1; n <= 400; n++) {
      rows.append(n == 1 ? "" : ", ")
          .append(
              String.format(
                  Locale.ROOT,
                  "(%d, 'CSOA-2024-%d', '%s', '%s', %s, timestamptz '2024-01-01Z' + %d * interval '1"
                      + " hour', 'EXACT', 1.2, 104, '%s', 'GREEN', 'T', 'W', now(), now(), 'NGA_ASAM',"
                      + " %s)",
                  n,
                  n,
                  List.of("ROBBERY", "ATTEMPT", "HIJACK").get(random.nextInt(3)),
                  List.of("CONFIRMED", "DISPUTED", "REPORTED", "WITHDRAWN").get(random.nextInt(4)),
                  random.nextInt(3) == 0 ? "null" : String.valueOf(1 + random.nextInt(4)),
                  random.nextInt(20_000),
                  List.of("Lagos, anchorage", "Singapore Strait", "").get(random.nextInt(3)),
                  n > 300 ? String.valueOf(1 + random.nextInt(300)) : "null"));
    }
    database.sql(
        "insert into incident (id, reference, kind, status, severity, occurred_at,"
            + " occurred_precision, latitude, longitude, area, tlp, title, text, created_at,"
            + " updated_at, source, merged_into) values "
            + rows);
    // an editor sees every account, so an account counts only where nothing stands before it
    String counted = " from incident i where status <> 'WITHDRAWN' and merged_into is null";
    Statistics figures = as(EDITOR).statistics();
    assertEquals(database.value("select count(*)" + counted), figures.total().shown());
    assertTrue(figures.total().shown() < 300, "some are withdrawn");
    same("kind", counted, figures.kinds());
    same("status", counted, figures.statuses());
    same("cast(severity as text)", counted, figures.severities());
    same("nullif(split_part(area, ',', 1), '')", counted, figures.areas());
    same(
        "to_char(date_trunc('month', occurred_at at time zone 'UTC'), 'YYYY-MM-DD')",
        counted,
        figures.months().stream().filter(f -> f.count().shown() > 0).toList());
    same(
        "to_char(occurred_at at time zone 'UTC', 'YYYY')",
        counted,
        figures.years().stream().filter(f -> f.count().shown() > 0).toList());
    DangerClock clock = as(EDITOR).clock();
    assertEquals(figures.total(), clock.placed());
    // 104 degrees east are seven hours before UTC
    for (int hour = 0; hour < 24; hour++) {
      assertEquals(
          database.value(
              "select count(*)"
                  + counted
                  + " and extract(hour from occurred_at at time zone 'UTC' + interval '7 hours') = "
                  + hour),
          clock.hours().get(hour).shown());
    }
  }

  private static void same(String key, String counted, List<Figure> figures) {
    Object plain =
        database.value(
            "select string_agg(k || '=' || n, ' ' order by k) from (select coalesce("
                + key
                + ", '-') collate \"C\" as k, count(*) as n"
                + counted
                + " group by 1) c");
    assertEquals(
        plain,
        figures.stream()
            .map(f -> (f.key() == null ? "-" : f.key()) + "=" + f.count().words())
            .sorted()
            .collect(Collectors.joining(" ")),
        key);
  }

  @Test
  void whatMayNotBeReadIsNotCounted() {
    made(7, "", "");
    database.sql("update incident set tlp = 'RED'");
    assertEquals(new SmallCount(0, false), as(OTHER).statistics().total());
    assertEquals(0, as(OTHER).clock().placed().shown());
    assertEquals(7, as(EDITOR).clock().placed().shown());
    assertEquals(0, as(Reader.VISITOR).statistics().total().shown());
    database.sql("update incident set tlp = 'CLEAR'");
    assertEquals(7, as(Reader.VISITOR).statistics().total().shown());
    database.sql("update incident set status = 'REPORTED'");
    assertEquals(0, as(Reader.VISITOR).statistics().total().shown());
    database.sql("update incident set status = 'WITHDRAWN'");
    assertEquals(0, as(EDITOR).statistics().total().shown());
  }

  @Test
  void theHourIsLocalByTheOffsetElseThePortElseTheLongitude() {
    // Friday 23:30 UTC is Saturday 00:30 at Lagos
    made(1, ", source", ", 'NGA_ASAM'");
    assertEquals(1, as(EDITOR, "port", "NGLOS").clock().days().get(5).get(0).shown());
    assertEquals(1, as(EDITOR, "port", "NGLOS").clock().byZone().shown());
    // 3.4 degrees east lie in the zone of UTC
    assertEquals(1, as(EDITOR).clock().days().get(4).get(23).shown());
    assertEquals(1, as(EDITOR).clock().byLongitude().shown());
    database.sql("update incident set utc_offset_minutes = -90");
    assertEquals(1, as(EDITOR, "port", "NGLOS").clock().days().get(4).get(22).shown());
    assertEquals(1, as(EDITOR, "port", "NGLOS").clock().byOffset().shown());
    assertEquals(1, as(EDITOR).clock().night().shown());
    assertEquals(22, as(EDITOR).clock().worstHour());
    database.sql("update incident set occurred_precision = 'DAY'");
    DangerClock untimed = as(EDITOR).clock();
    assertEquals(List.of(0L, 1L), List.of(untimed.placed().shown(), untimed.untimed().shown()));
    assertEquals(-1, untimed.worstHour());
    database.sql(
        "update incident set occurred_precision = 'EXACT', utc_offset_minutes = null, latitude ="
            + " null, longitude = null");
    assertEquals(1, as(EDITOR).clock().zoneless().shown());
    assertEquals(0, as(EDITOR).clock().placed().shown());
  }

  @Test
  void anHourThatAnAsamMessageStatesInLocalTimeIsTaken() {
    made(1, ", source", ", 'NGA_ASAM'");
    database.sql(
        "update incident set occurred_precision = 'DAY', occurred_at = '2026-03-06T00:00:00Z',"
            + " text = 'BENIN: Ten men boarded the tanker at 0330 LT while anchored.'");
    DangerClock clock = as(EDITOR, "port", "NGLOS").clock();
    assertEquals(1, clock.days().get(4).get(3).shown());
    assertEquals(1, clock.stated().shown());
    database.sql("update incident set source = 'MEMBER'");
    assertEquals(1, as(EDITOR).clock().untimed().shown(), "members state their clock in the form");
  }

  @Test
  void theMoonOfTheDayIsThatOfTheAlmanac() {
    made(1, ", source", ", 'NGA_ASAM'");
    // full moon 3 March 2026 11:38 UTC, new moon 19 March 01:23 UTC
    database.sql("update incident set occurred_at = '2026-03-03T20:00:00Z'");
    assertEquals(1, moon("FULL_MOON"));
    database.sql("update incident set occurred_at = '2026-03-19T20:00:00Z'");
    assertEquals(1, moon("NEW_MOON"));
    assertEquals(8, as(EDITOR).clock().moon().size());
  }

  private static long moon(String phase) {
    return as(EDITOR).clock().moon().stream()
        .filter(figure -> figure.key().equals(phase))
        .findFirst()
        .orElseThrow()
        .count()
        .shown();
  }

  @Test
  void monthsWithoutAnyStandBetween() {
    made(6, "", "");
    made(5, "", "");
    database.sql(
        "update incident set occurred_at = '2025-12-31T23:59:59Z' where id > " + (next - 6));
    Statistics all = as(EDITOR).statistics();
    assertEquals(
        List.of("2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01"),
        all.months().stream().map(Figure::key).toList());
    assertEquals(
        List.of(5L, 0L, 0L, 6L), all.months().stream().map(f -> f.count().shown()).toList());
    assertEquals(List.of("2025", "2026"), all.years().stream().map(Figure::key).toList());
    assertFalse(all.total().few());
  }

  @Test
  void theAnswersOfTheLongFormTellOutcomeBerthAndWhatWasTaken() {
    made(
        3,
        ", source, details",
        ", 'NGA_ASAM', '{\"outcome\": \"ATTEMPTED\", \"shipStatus\": \"ANCHORED\", \"stolen\": [\"CASH\", \"ROPE\"]}'");
    made(
        2,
        ", source, details",
        ", 'NGA_ASAM', '{\"outcome\": \"UNKNOWN\", \"stolen\": [\"CASH\"]}'");
    made(1, ", source", ", 'NGA_ASAM'");
    StatisticsService.Picture picture = as(EDITOR);
    assertEquals(
        List.of(
            new Figure("CASH", new SmallCount(5, false)),
            new Figure("ROPE", new SmallCount(3, false))),
        picture.statistics().taken());
    assertEquals(
        Set.of(
            new Figure("ATTEMPTED", new SmallCount(3, false)),
            new Figure("SUCCESSFUL", new SmallCount(3, false))),
        Set.copyOf(picture.statistics().outcomes()),
        "a robbery whose report does not tell came off");
    assertEquals(
        List.of(
            new Figure("ANCHORED", new SmallCount(3, false)),
            new Figure(null, new SmallCount(3, false))),
        picture.clock().shipStatuses());
  }

  @Test
  void aPortAndAPositionAtOnceAreRefused() {
    InvalidException refused =
        assertThrows(InvalidException.class, () -> as(EDITOR, "port", "NGLOS", "near", "1,104"));
    assertEquals(Set.of("port"), refused.fields().keySet());
  }
}
