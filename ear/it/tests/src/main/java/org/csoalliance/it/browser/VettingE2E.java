package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.SqlLog;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two officers vet the demonstration's application, without scripts, and nobody else sees it. */
class VettingE2E {
  private static final String APPLICANT =
      "(select id from account where email_key = 'applicant@demo.example')";
  private static String reference;
  private static String company;

  @BeforeAll
  static void theDemonstrationsApplication() {
    Stage.base();
    company = Site.query("select company_id from account where id = " + APPLICANT);
    reference =
        Site.query(
            "select reference from application where account_id = "
                + APPLICANT
                + " and state = 'SUBMITTED'");
    assertTrue(reference != null, "the demonstration has an application that waits");
  }

  /** Others need the applicant as an applicant. */
  @AfterAll
  static void back() {
    String application = "(select id from application where reference = '" + reference + "')";
    for (String table : List.of("vetting_check", "vetting_step", "vetting_note", "activation")) {
      Site.sql("delete from " + table + " where application_id = " + application);
    }
    Site.sql(
        "update application set state = 'SUBMITTED', decided_at = null, purge_at = null"
            + " where reference = '"
            + reference
            + "'");
    Site.sql("delete from company_service where account_id = " + APPLICANT);
    Site.sql("delete from account_role where account_id = " + APPLICANT);
    Site.sql("insert into account_role values (" + APPLICANT + ", 'APPLICANT')");
    Site.sql(
        "update account set attest_by = null, company_id = "
            + company
            + " where id = "
            + APPLICANT);
  }

  @Test
  void twoOfficersVetTheApplicationAndTheMemberSignsIn() {
    nobodyElseSeesIt();
    try (BrowserContext one = Stage.window(1440, 900, false, false);
        BrowserContext two = Stage.window(1440, 900, false, false);
        BrowserContext three = Stage.window(360, 740, false, true)) {
      Page first = Stage.signIn(one, "vetting");
      first.navigate("/vetting");
      Shots.take(first, "vetting-1440");
      first.locator("a[href$='/vetting/" + reference + "']").click();
      checks(first);
      first.locator("button[value=complete]").click();
      assertTrue(first.locator("[role=status]").first().textContent().contains("second officer"));
      assertEquals(0, first.locator("button[value=approve]").count(), "who checked");
      Shots.take(first, "vetting-case-1440");

      int covered = covered();
      Page second = Stage.signIn(two, "vetting2");
      second.navigate("/vetting/" + reference);
      second.locator("#reason").fill("Papers and call-back are in order.");
      second.locator("button[value=approve]").click();
      assertTrue(second.locator("[role=status]").first().textContent().startsWith("Approved"));
      assertEquals(0, second.locator("button[value=approve]").count(), "decided once");

      Page member = Stage.signIn(three, "applicant");
      assertEquals(200, member.navigate("/alerts").status(), "a member's page");
      assertEquals(
          "MEMBER", Site.query("select role from account_right where account_id = " + APPLICANT));
      assertEquals(covered + shipsOfTheApplication(), covered(), "the chart moves by these ships");
    }
    assertEquals(
        "application.approved",
        Site.query(
            "select action from audit_entry where object_ref = '"
                + reference
                + "' order by number desc limit 1"));
  }

  private static int shipsOfTheApplication() {
    return Integer.parseInt(
        Site.query(
            "select count(*) from application_ship s join application a on a.id = s.application_id"
                + " where s.type = 'BULK_CARRIER' and a.reference = '"
                + reference
                + "'"));
  }

  /** Bulk carriers covered today, as an editor's chart has them. */
  private static int covered() {
    String page =
        WebSession.signedIn(Stage.base(), "editor").get("/members/coverage?sector=BULK").body();
    return Integer.parseInt(page.replaceAll("(?s).*members answer for ([0-9]+) ships?.*", "$1"));
  }

  private static void checks(Page page) {
    page.locator("#CALL_BACK-DONE").check();
    page.locator("#number")
        .fill(
            Site.query(
                "select coalesce(telephone, '+351 21 555 0199') from application"
                    + " where reference = '"
                    + reference
                    + "'"));
    page.locator("#LETTER-NOT_OK").check();
    page.locator("button[value=check]").click();
    String errors = page.locator(".errors").textContent();
    assertTrue(errors.contains("number of the application"), errors);
    assertTrue(errors.contains("say why"), errors);
    assertTrue(page.locator("#LETTER-NOT_OK").isChecked(), "what was chosen is kept");
    for (String item : List.of("LETTER", "DOC", "MAIL_DOMAIN", "CALL_BACK", "SANCTIONS")) {
      page.locator("#" + item + "-DONE").check();
    }
    page.locator("#number").fill("+44 20 7946 0999");
    page.locator("#source").fill("The company's entry in the trade register");
    page.locator("#note-SANCTIONS").fill("Lists of today: EU, UN, OFAC");
    page.locator("button[value=check]").click();
    assertEquals(0, page.locator(".errors").count());
  }

  private static void nobodyElseSeesIt() {
    List<String> addresses =
        List.of("/vetting", "/vetting/" + reference, "/vetting/" + reference + "/proofs/1");
    for (String who : List.of("applicant", "member", "administrator", "auditor", "editor")) {
      WebSession session = WebSession.signedIn(Stage.base(), who);
      for (String address : addresses) {
        int status = session.get(address).statusCode();
        assertTrue(status == 403 || status == 404, who + " " + address + ": " + status);
      }
    }
    WebSession visitor = new WebSession(Stage.base());
    for (String address : addresses) {
      assertEquals(302, visitor.get(address).statusCode(), address);
    }
  }

  @Test
  void anOfficerOfTheSameCompanyFindsNothing() {
    String officer = "(select id from account where email_key = 'vetting2@demo.example')";
    Site.sql("update account set company_id = " + company + " where id = " + officer);
    try {
      WebSession own = WebSession.signedIn(Stage.base(), "vetting2");
      assertEquals(404, own.get("/vetting/" + reference).statusCode());
      assertEquals(404, own.get("/vetting/" + reference + "/proofs/1").statusCode());
      assertFalse(own.get("/vetting").body().contains(reference));
      assertEquals(
          own.get("/vetting/APP-1999-00001").body().replace("APP-1999-00001", reference).length(),
          own.get("/vetting/" + reference).body().length(),
          "as if there was none");
    } finally {
      Site.sql("update account set company_id = null where id = " + officer);
    }
  }

  @Test
  void theQueueTakesAtMostFourStatements() {
    SqlLog sql = new SqlLog(Stage.run().jdbcUrl(), Stage.run().settings().home());
    WebSession officer = WebSession.signedIn(Stage.base(), "vetting");
    int taken = sql.least(() -> assertEquals(200, officer.get("/vetting").statusCode(), "vetting"));
    assertTrue(taken <= 4, "the queue takes " + taken);
  }

  @Test
  void aWrongActivationCodeOpensNothing() {
    WebSession visitor = new WebSession(Stage.base());
    for (String code : List.of("", "wrong", "a".repeat(43), "%00", "#{7*7}")) {
      String address =
          "/activate?code="
              + java.net.URLEncoder.encode(code, java.nio.charset.StandardCharsets.UTF_8);
      assertEquals(410, visitor.get(address).statusCode(), code);
    }
  }
}
