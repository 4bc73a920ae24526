package org.csoalliance.it.bench;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.it.harness.SqlLog;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.RunningAlliance;

/** How many statements each list takes, for each role that has it. */
final class StatementCounts {
  private static final int MOST = 4;
  private static final List<String> EVERYBODY =
      List.of("/incidents", "/incidents?kind=ROBBERY&text=knives&sort=gravest", "/");

  /** Who has which lists beside those of everybody. */
  private static final Map<String, List<String>> LISTS =
      new TreeMap<>(
          Map.of(
              "visitor", List.of(),
              "applicant", List.of("/me"),
              "member",
                  List.of("/me", "/alerts", "/groups", "/members", "/me/fleet", "/me/company"),
              "partner", List.of("/me", "/alerts"),
              "editor", List.of("/me", "/editor/queue", "/editor/imports", "/groups", "/members"),
              "vetting", List.of("/me", "/vetting", "/vetting/members", "/vetting/claims"),
              "organiser", List.of("/me"),
              "auditor", List.of("/me", "/audit", "/admin/retention"),
              "administrator",
                  List.of("/me", "/admin", "/admin/people", "/admin/roles", "/admin/mail")));

  private final RunningAlliance run;
  private final Results results;

  StatementCounts(RunningAlliance run, Results results) {
    this.run = run;
    this.results = results;
  }

  void all() {
    URI base = URI.create(run.baseUrl());
    SqlLog sql = new SqlLog(run.jdbcUrl(), run.settings().home());
    LISTS.forEach(
        (who, lists) -> {
          WebSession session =
              who.equals("visitor") ? new WebSession(base) : WebSession.signedIn(base, who);
          int most = 0;
          StringBuilder each = new StringBuilder();
          for (List<String> paths : List.of(EVERYBODY, lists)) {
            for (String path : paths) {
              int status = session.get(path).statusCode();
              if (status != 200) {
                throw new IllegalStateException(path + " of " + who + " answered " + status);
              }
              int count = sql.least(() -> session.get(path));
              each.append("  ").append(path).append(' ').append(count);
              if (!path.equals("/me")) { // a desk of several rooms, told but no list
                most = Math.max(most, count);
              }
            }
          }
          System.out.println(who + ":" + each);
          results.bound("statements of a list for " + who + ", at most", most, MOST, "");
        });
    sql.off(); // what follows measures time
  }
}
