package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.SqlLog;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * With 2,000 members, 20,000 ships and 500 applications each list page takes at most four
 * statements for every role that opens it, and no role waits longer than another by more than 1.2
 * times: medians of requests that take turns in one run.
 */
class PeopleScaleE2E {
  private static final int MOST = 4;
  private static final double MOST_SLOWER = 1.2;
  private static final int ROUNDS = 41;
  private static final List<String> ALL =
      List.of(
          "applicant",
          "member",
          "partner",
          "editor",
          "vetting",
          "organiser",
          "authority",
          "pmsc",
          "auditor",
          "administrator");

  /** One of each kind of reader: the other roles read as an applicant does. */
  private static final List<String> DIFFERENT = List.of("applicant", "partner", "member", "editor");

  private static final Map<String, List<String>> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("/me/fleet", List.of("member"));
    PAGES.put("/me/fleet?q=ship&sort=type&page=3", List.of("member"));
    PAGES.put("/vetting/members", List.of("vetting"));
    PAGES.put("/vetting/members?q=scale&standing=CURRENT&page=9", List.of("vetting"));
    PAGES.put("/vetting", List.of("vetting"));
    PAGES.put("/vetting/claims", List.of("vetting"));
    PAGES.put("/admin/people", List.of("administrator"));
    PAGES.put("/admin/people?text=scale", List.of("administrator"));
    PAGES.put("/members", List.of("member", "editor"));
    PAGES.put("/members?q=scale&page=7", List.of("member", "editor"));
    PAGES.put("/members/coverage", List.of("member", "editor"));
    PAGES.put("/groups", List.of("member", "editor"));
    PAGES.put("/alerts", List.of("member"));
    PAGES.put("/me/security", ALL);
    PAGES.put("/incidents", ALL);
  }

  private static final Map<String, WebSession> SESSIONS = new LinkedHashMap<>();

  @BeforeAll
  static void many() {
    Stage.base();
    away();
    for (String sql :
        """
        insert into company (id, name, sector) select 700000 + n, 'Scale ' || n, 'BULK' from generate_series(1, 1000) n;
        insert into account (id, email, email_key, name, company_id, attest_by, created_at) select 700000 + n, n || '@scale.example', n || '@scale.example', 'Scale Person ' || n, 700001 + n % 1000, current_date + 300, now() from generate_series(1, 2000) n;
        insert into account_role select 700000 + n, 'MEMBER' from generate_series(1, 2000) n;
        insert into company_service (id, account_id, company_id, capacity, from_day) select 700000 + n, 700000 + n, 700001 + n % 1000, 'PRIMARY', current_date - 100 from generate_series(1, 2000) n;
        insert into ship (imo, name, type, company_id) select 'S' || lpad(n::text, 6, '0'), 'Ship ' || n, case when n % 3 = 0 then 'CRUISE' else 'BULK_CARRIER' end, 700001 + n % 1000 from generate_series(1, 18000) n;
        insert into ship (imo, name, type, company_id) select 'S' || lpad(n::text, 6, '0'), 'Ship ' || n, 'OIL_TANKER', (select company_id from account where email_key = 'member@demo.example') from generate_series(18001, 20000) n;
        insert into service_ship (service_id, imo, from_day) select s.id, h.imo, current_date - 100 from company_service s join ship h on h.company_id = s.company_id where s.id > 700000;
        insert into application (id, reference, email, email_key, name, role, company_name, company_imo, state, created_at, submitted_at, answer_by) select 700000 + n, 'APP-1999-' || lpad(n::text, 5, '0'), 'a' || n || '@scale.example', 'a' || n || '@scale.example', 'Scale Applicant ' || n, 'PRIMARY', 'Scale ' || n, '9990136', 'SUBMITTED', now(), now(), now() + interval '5 days' from generate_series(1, 500) n;
        analyze
        """
            .split(";")) {
      Site.sql(sql);
    }
    ALL.forEach(who -> SESSIONS.put(who, WebSession.signedIn(Stage.base(), who)));
  }

  @AfterAll
  static void away() {
    Site.sql("delete from application where email_key like '%@scale.example'");
    Site.sql("delete from account where email_key like '%@scale.example'");
    Site.sql("delete from ship where imo like 'S%'");
    Site.sql("delete from company where name like 'Scale %'");
  }

  @Test
  void everyListTakesAtMostFourStatementsForEveryRole() {
    SqlLog sql = new SqlLog(Stage.run().jdbcUrl(), Stage.run().settings().home());
    List<String> wrong = new ArrayList<>();
    PAGES.forEach(
        (path, roles) -> {
          for (String who : roles) {
            int taken =
                sql.least(
                    () -> assertEquals(200, SESSIONS.get(who).get(path).statusCode(), path + who));
            System.out.printf("%-56s %-14s %d statements%n", path, who, taken);
            if (taken > MOST) {
              wrong.add(path + " of " + who + " takes " + taken);
            }
          }
        });
    assertEquals(List.of(), wrong);
  }

  @Test
  void noRoleWaitsMuchLongerThanAnother() {
    List<String> wrong = new ArrayList<>();
    PAGES.forEach(
        (path, all) -> {
          if (path.equals("/me/security")) {
            return; // no list of what is shared: it is as long as the person has sessions
          }
          List<String> roles = all.stream().filter(DIFFERENT::contains).toList();
          double slower = Double.MAX_VALUE;
          for (int i = 0; i < 3 && roles.size() > 1 && slower > MOST_SLOWER; i++) {
            // a burst of something else on the machine: what is really slower is so again
            slower = Math.min(slower, slower(path, roles));
          }
          if (roles.size() > 1 && slower > MOST_SLOWER) {
            wrong.add(String.format(Locale.ROOT, "%s: %.2f", path, slower));
          }
        });
    assertEquals(List.of(), wrong);
  }

  /**
   * How many times longer the slowest role waits than the quickest: medians over the rounds, each
   * time measured against the mean of its round, so that what else the machine does counts for all;
   * and of that, how many times longer than the first role waits in comparison with itself.
   */
  private static double slower(String path, List<String> roles) {
    Map<String, double[]> times = new LinkedHashMap<>();
    roles.forEach(who -> times.put(who, new double[ROUNDS]));
    String twin = roles.get(0) + " again";
    times.put(twin, new double[ROUNDS]);
    List<String> order = new ArrayList<>(times.keySet());
    Random random = new Random(7);
    double all = 0;
    for (int round = -3; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      double sum = 0;
      for (String who : order) {
        long begin = System.nanoTime();
        SESSIONS.get(who.equals(twin) ? roles.get(0) : who).get(path);
        double taken = (System.nanoTime() - begin) / 1e6;
        sum += taken;
        times.get(who)[Math.max(round, 0)] = taken;
      }
      double mean = sum / order.size();
      all += round < 0 ? 0 : mean;
      for (double[] each : times.values()) {
        each[Math.max(round, 0)] /= mean;
      }
    }
    double least = Double.MAX_VALUE;
    double most = 0;
    StringBuilder line = new StringBuilder();
    Map<String, Double> medians = new LinkedHashMap<>();
    for (Map.Entry<String, double[]> each : times.entrySet()) {
      Arrays.sort(each.getValue());
      double median = each.getValue()[ROUNDS / 2];
      medians.put(each.getKey(), median);
      least = Math.min(least, median);
      most = Math.max(most, median);
      line.append(String.format(Locale.ROOT, " %s %.2f", each.getKey(), median));
    }
    double itself = medians.get(twin) / medians.get(roles.get(0));
    itself = Math.max(itself, 1 / itself);
    System.out.printf(
        Locale.ROOT,
        "%-40s %.2f, itself %.2f, at %.1f ms:%s%n",
        path,
        most / least,
        itself,
        all / ROUNDS,
        line);
    assertTrue(least > 0);
    return most / least / itself;
  }
}
