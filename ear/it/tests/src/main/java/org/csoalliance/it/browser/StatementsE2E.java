package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.SqlLog;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.Test;

/** List, map and incident page take at most four statements, with 7,000 rows as with 70. */
class StatementsE2E {
  private static final int MOST = 4;
  private static final String ROWS = "area = 'Water of the statement count'";

  @Test
  void listMapAndIncidentTakeAtMostFourStatements() {
    SqlLog sql = new SqlLog(Stage.run().jdbcUrl(), Stage.run().settings().home());
    Stage.base();
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    WebSession visitor = new WebSession(Stage.base());
    String reference =
        Site.query(
            "select reference from incident where tlp = 'CLEAR' and status = 'CONFIRMED' limit 1");
    String[] paths = {
      "/incidents",
      "/incidents?kind=ROBBERY&text=knives&sort=gravest",
      "/incidents/" + reference,
      "/api/v1/map?bbox=-180,-90,180,90&zoom=2",
      "/api/v1/incidents"
    };
    int[] few = new int[paths.length * 2];
    try {
      fill(1, 70);
      for (int i = 0; i < paths.length; i++) {
        few[2 * i] = count(sql, member, paths[i]);
        few[2 * i + 1] = count(sql, visitor, paths[i]);
      }
      fill(71, 7_000);
      for (int i = 0; i < paths.length; i++) {
        assertEquals(few[2 * i], count(sql, member, paths[i]), paths[i] + " of a member");
        assertEquals(few[2 * i + 1], count(sql, visitor, paths[i]), paths[i] + " of a visitor");
        System.out.printf(
            "%-52s %d statements for a member, %d for a visitor%n",
            paths[i], few[2 * i], few[2 * i + 1]);
        assertTrue(few[2 * i] <= MOST, paths[i] + " takes " + few[2 * i]);
        assertTrue(few[2 * i + 1] <= MOST, paths[i] + " takes " + few[2 * i + 1]);
      }
    } finally {
      Site.sql("delete from incident where " + ROWS);
    }
  }

  private static int count(SqlLog sql, WebSession session, String path) {
    return sql.least(() -> assertEquals(200, session.get(path).statusCode(), path));
  }

  private static void fill(int first, int last) {
    Site.sql(
        """
        insert into incident (reference, kind, status, occurred_at, occurred_precision, latitude,
                              longitude, area, tlp, title, text, source, created_at, updated_at)
        select 'CSOA-1999-' || lpad(n::text, 5, '0'), 'ROBBERY', 'CONFIRMED',
               timestamptz '1999-01-01Z' + n * interval '1 hour', 'HOUR', (n %% 120) - 60,
               (n %% 340) - 170, 'Water of the statement count', 'CLEAR', 'Robbery ' || n,
               'Men with knives came over the stern.', 'MEMBER', now(), now()
        from generate_series(%d, %d) n"""
            .formatted(first, last));
  }
}
