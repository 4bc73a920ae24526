package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.SqlLog;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The editors' queue: who waits and how long, who sent it, and on to the next one. */
class QueueE2E {
  private static final String AREA = "Water of the queue";

  @BeforeAll
  static void reportsWait() {
    Stage.base();
    Site.sql(
        """
        insert into incident (reference, kind, status, severity, occurred_at, occurred_precision,
                              latitude, longitude, area, tlp, title, text, contact, source,
                              reporter_id, company_id, created_at, updated_at)
        select 'CSOA-1998-0000' || n, 'ROBBERY', 'REPORTED', 1, now() - interval '9 hours', 'HOUR',
               9.4, -13.7, '%s', 'AMBER', 'Boarded by queue number ' || n,
               'Men with knives came over the stern.', 'bridge+' || n || '@vessel.example',
               'MEMBER', a.id, a.company_id, now() - (6 - 2 * n) * interval '1 hour', now()
        from account a, generate_series(0, 2) n where a.email_key = 'member@demo.example'"""
            .formatted(AREA));
  }

  @AfterAll
  static void clean() {
    Site.sql(
        "delete from incident_status_change where incident_id in"
            + " (select id from incident where area = '"
            + AREA
            + "')");
    Site.sql("delete from incident where area = '" + AREA + "'");
  }

  @Test
  void theLongestWaitingOfTheGravestComesFirstAndThenTheNext() {
    String company =
        Site.query(
            "select c.name from company c join account a on a.company_id = c.id"
                + " where a.email_key = 'member@demo.example'");
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/queue");
      Path shots = Shots.take(page, "queue-1440");
      Locator rows = page.locator("table.rows tbody tr").filter(mine());
      assertEquals(3, rows.count(), "shot " + shots);
      assertTrue(rows.nth(0).textContent().contains("queue number 0"), rows.nth(0).textContent());
      assertTrue(rows.nth(0).textContent().contains(company));
      assertEquals(1, rows.nth(0).locator("b.late").count(), "six hours are late");
      assertEquals(1, rows.nth(1).locator("b.late").count(), "four hours are late");
      assertEquals(0, rows.nth(2).locator("b.late").count(), "two hours are not");

      page.navigate("/editor/queue?view=check&report=CSOA-1998-00000");
      String panel = page.locator("#selected").textContent();
      assertTrue(panel.contains("bridge+0@vessel.example"), panel);
      assertTrue(panel.contains(company), panel);
      page.locator("#reason").fill("Port police and the agent tell the same.");
      page.locator("#confirm").click();
      page.waitForURL(url -> url.contains("report=CSOA-1998-00001"));
      assertTrue(
          page.locator("#selected").textContent().contains("CSOA-1998-00001"),
          "the next report is selected");
    }
  }

  @Test
  void takesAtMostFourStatements() {
    SqlLog sql = new SqlLog(Stage.run().jdbcUrl(), Stage.run().settings().home());
    WebSession editor = WebSession.signedIn(Stage.base(), "editor");
    int taken =
        sql.least(() -> assertEquals(200, editor.get("/editor/queue").statusCode(), "queue"));
    System.out.println("/editor/queue takes " + taken + " statements");
    assertTrue(taken <= 4, "the queue takes " + taken);
  }

  private static Locator.FilterOptions mine() {
    return new Locator.FilterOptions().setHasText("Boarded by queue number");
  }
}
