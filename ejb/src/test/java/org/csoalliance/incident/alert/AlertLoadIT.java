package org.csoalliance.incident.alert;

import static org.csoalliance.incident.alert.Alerts.IN_STRAIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Many watches, all of which want one incident. {@code -Dalliance.alert.watches=100000} asks for
 * the size of the promise: matched and queued within 10 seconds and within 3 times one plain join
 * that matches and keeps the same rows. By default it is smaller, and times are told but not
 * judged.
 */
class AlertLoadIT {
  @RegisterExtension static final Database database = new Database();

  private static final int WATCHES = Integer.getInteger("alliance.alert.watches", 10_000);
  private static final int ROUNDS = 5;

  /** What a plain program would do: one join of watches with the people, kept as rows. */
  private static final String YARDSTICK =
      "insert into yardstick select s.account_id, array_agg(s.id), now() from incident i"
          + " join alert_subscription s on "
          + WatersSql.matches("s", "i")
          + " join account_reader r on r.account_id = s.account_id and r.roles is not null"
          + " where i.id = 1 group by s.account_id";

  private static final Alerts ALERTS = new Alerts(database);

  @BeforeAll
  static void many() {
    ALERTS.people();
    String people = "generate_series(1001, " + (1000 + WATCHES) + ") n";
    database.sql(
        "insert into account (id, email, email_key, name, state, created_at) select n, 'm' || n ||"
            + " '@demo.example', 'm' || n, 'M' || n, 'ACTIVE', now() from "
            + people,
        "insert into account_role select n, 'MEMBER' from " + people,
        // a quarter of each sort, all of them over the strait; as many again lie elsewhere
        "insert into alert_subscription (account_id, name, shape, latitude, longitude, radius_nm,"
            + " south, west, north, east, outline, route, created_at) select n, 'W' || n,"
            + " (array['CIRCLE','BOX','POLYGON','CORRIDOR'])[1 + n % 4],"
            + " case when n % 4 = 0 then 1.2 end, case when n % 4 = 0 then 103.9 end,"
            + " case when n % 4 in (0, 3) then 60 end, 0, 102, 3, 106,"
            + " case when n % 4 = 2 then polygon '((102,0),(106,0),(106,3),(102,3))' end,"
            + " case when n % 4 = 3 then '{0,102,1.2,103.9,3,106}'::float8[] end, now() from "
            + people,
        "insert into alert_subscription (account_id, name, shape, latitude, longitude, radius_nm,"
            + " south, west, north, east, created_at) select n, 'E' || n, 'CIRCLE', 40, n % 170,"
            + " 60, 38.9, n % 170 - 2, 41.1, n % 170 + 2, now() from "
            + people,
        // some are in a group: to look at all of the people again for each of them took minutes
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (7, 'g', 'G', 'P', 'OPEN', now())",
        "insert into group_member (group_id, account_id, state, from_at) select 7, n, 'MEMBER',"
            + " now() from generate_series(1001, 1006) n",
        "create table yardstick (account_id bigint, watches bigint[], at timestamptz)",
        "vacuum analyze");
    ALERTS.incident(IN_STRAIT, "ROBBERY", "GREEN");
  }

  @Test
  void eachIsMatchedAndQueuedOnceInAFewStatements() {
    List<String> statements = database.statements(ALERTS::plan);
    assertEquals((long) WATCHES, database.value("select count(*) from alert_delivery"));
    assertEquals(
        (long) WATCHES, database.value("select count(distinct account_id) from alert_delivery"));
    assertTrue(statements.size() <= 3 + WATCHES / 10_000, statements::toString);
    database.sql("delete from alert_delivery");
    long[] plain = new long[ROUNDS];
    long[] ours = new long[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      database.sql("truncate yardstick", "truncate alert_delivery");
      long start = System.nanoTime();
      database.sql(YARDSTICK);
      long middle = System.nanoTime();
      ALERTS.plan();
      long end = System.nanoTime();
      if (round >= 0) {
        plain[round] = middle - start;
        ours[round] = end - middle;
      }
      assertEquals(
          database.value("select count(*) from yardstick"),
          database.value("select count(*) from alert_delivery"));
    }
    double seconds = median(ours) / 1e9;
    double ratio = (double) median(ours) / median(plain);
    System.out.printf(
        "%,d watches matched and queued in %.2f s, %.2f times one join%n", WATCHES, seconds, ratio);
    if (WATCHES >= 100_000) {
      assertTrue(seconds <= 10, () -> seconds + " s");
      assertTrue(ratio <= 3, () -> ratio + " times one join");
    }
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
