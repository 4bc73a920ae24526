package org.csoalliance.incident.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.incident.FilterPlaces;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.SharingWorld;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures, and the mail of them, count what the rule in code lets the reader read. */
class StatisticsSharingIT {
  @RegisterExtension static final Database database = new Database();

  private static SharingWorld world;

  @BeforeAll
  static void world() {
    world = SharingWorld.in(database);
  }

  /** All incidents of the world happened on 1 November. */
  @Test
  void theDailyMailCountsWhatItsReaderMayReadAndNothingRed() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-02T06:00:00Z"), ZoneOffset.UTC);
    database.sql(
        "insert into statistics_subscription (account_id, started_at, sent_day) select id, now(),"
            + " date '2026-10-31' from account");
    while (database.inTransaction(
            em ->
                new StatisticsMailRound(
                        new StatisticsSubscriptionRepository(em),
                        new StatisticsRepository(em),
                        new FilterPlaces(),
                        new Outbox(em, clock),
                        new Settings(),
                        clock)
                    .some())
        > 0) {
      continue;
    }
    world
        .people()
        .forEach(
            (name, reader) -> {
              List<SharingWorld.Thing> read =
                  world.expected(reader).stream()
                      .map(id -> world.things().get((int) (id - 1)))
                      .filter(thing -> thing.shared().tlp() != Tlp.RED)
                      .toList();
              long others =
                  read.stream()
                      .filter(thing -> thing.shared().reporterId() != null)
                      .filter(
                          thing ->
                              reader.companyId() == null
                                  || !reader.companyId().equals(thing.shared().companyId()))
                      .count();
              String expected =
                  SharingWorld.mailed(reader)
                      ? "Figures of 1 Nov 2026: "
                          + SmallCount.ofStatistic(reader, read.size(), others).words()
                      : "none";
              assertEquals(
                  expected,
                  database.value(
                      "select coalesce(max(subject), 'none') from outbox_mail where recipient ="
                          + " '%s@demo.example'".formatted(name)),
                  name);
            });
  }

  @Test
  void figuresCountWhatIsRead() {
    for (StatisticsRepository.By by : StatisticsRepository.By.values()) {
      world.checkCount(
          "statistics by " + by,
          (em, reader) ->
              new StatisticsRepository(em)
                  .counts(IncidentFilter.ALL, reader).stream()
                      .filter(counted -> counted.by() == by)
                      .mapToLong(counted -> counted.tally().n())
                      .sum());
    }
    world.checkCount(
        "statistics by month",
        (em, reader) ->
            new StatisticsRepository(em)
                .countsWithMonths(IncidentFilter.ALL, reader).months().values().stream()
                    .mapToLong(Tally::n)
                    .sum());
    world.checkCount(
        "days of the clock",
        (em, reader) ->
            GuardedClock.months(
                    new StatisticsRepository(em).clock(IncidentFilter.ALL, reader, null))
                .values()
                .stream()
                .mapToLong(Tally::n)
                .sum());
  }

  /** Whoever selects one report alone reads no more of it in the tables than in the list. */
  @Test
  void theTypeOfShipIsCountedForThoseAloneWhoReadItInTheList() {
    database.sql("update incident set ship_type = 'Car carrier'");
    Set<Long> differ = new TreeSet<>();
    world
        .people()
        .forEach(
            (name, reader) -> {
              long expected =
                  world.expected(reader).stream()
                      .map(id -> world.things().get((int) (id - 1)).shared())
                      .filter(
                          thing ->
                              thing.attribution() != Attribution.ANONYMOUS
                                  || SharingPolicy.mayKnowReporter(reader, thing))
                      .count();
              long counted =
                  database.inTransaction(
                      em ->
                          new StatisticsRepository(em)
                              .counts(IncidentFilter.ALL, reader).stream()
                                  .filter(one -> "Car carrier".equals(one.key()))
                                  .mapToLong(one -> one.tally().n())
                                  .sum());
              assertEquals(expected, counted, name);
              differ.add(world.expected(reader).size() - expected);
            });
    assertTrue(differ.size() > 1, "somebody does not read every type");
  }
}
