package org.csoalliance.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The fleet by its forms: a ship added, a file with errors, the export, and a ship of two fleets.
 */
class FleetE2E {
  private static final String MADE = "('9920007', '9920019', '9920021')";

  @BeforeEach
  @AfterEach
  void asBefore() {
    Stage.base();
    Site.sql("delete from ship_claim");
    Site.sql("delete from service_ship where imo in " + MADE);
    Site.sql("delete from ship where imo in " + MADE);
    Site.sql(
        "delete from service_ship where imo = '9900033' and service_id in (select id from"
            + " company_service where company_id = (select company_id from account"
            + " where email_key = 'member@demo.example'))");
    Site.sql(
        "update ship set company_id = (select id from company where name like 'Corvo Bulk%')"
            + " where imo = '9900033'");
  }

  private static void press(Page page, String button) {
    page.waitForNavigation(() -> page.locator(button).first().click());
  }

  @Test
  void aShipIsAddedShownBackFirstReleasedAndTakenOut() {
    try (BrowserContext window = Stage.window(360, 740, false, false)) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/me/fleet/add");
      page.locator("#number").fill("9920006");
      press(page, "main form .btn");
      assertTrue(page.locator(".errors").textContent().contains("no IMO ship number"));
      assertEquals("9920006", page.locator("#number").inputValue());
      page.locator("#number").fill("IMO 9920007");
      press(page, "main form .btn");
      assertTrue(page.locator(".note").first().textContent().contains("not known here yet"));
      press(page, "button[name=put]");
      assertTrue(page.locator(".errors").textContent().length() > 0, "a name is wanted");
      page.locator("#name").fill("Sea <b>Lark</b>");
      page.locator("#type").selectOption("OIL_TANKER");
      page.locator("#flag").fill("LR");
      press(page, "button[name=put]");
      assertTrue(page.url().endsWith("/me/fleet"), page.url());
      assertTrue(page.locator(".note.ok").textContent().contains("Sea <b>Lark</b>"));
      page.navigate("/me/fleet?q=9920007");
      assertEquals(1, page.locator("main tbody tr").count());
      press(page, "button[name=release]");
      assertTrue(page.locator(".note.ok").textContent().contains("no longer answer"));
      page.navigate("/me/fleet/9920007?remove=1");
      press(page, "button[name=remove-now]");
      page.navigate("/me/fleet?q=9920007");
      assertTrue(page.locator(".empty").textContent().contains("No ship fits"));
    }
  }

  @Test
  void aFileIsShownWithItsErrorsBeforeItIsTakenAndComesBackAsTheExport() throws IOException {
    String file =
        "imo;name;type;flag\n9920019;Sea Wren;Oil tanker;LR\n9920018;Wrong digit;;\n"
            + "9900033;Corvo Trader;;\nnonsense;x;;\n9920021;=1+1;Tug;GB\n";
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, "member");
      page.navigate("/me/fleet/import");
      press(page, "#look");
      assertTrue(page.locator(".errors").textContent().contains("Choose a file"));
      page.locator("#file")
          .setInputFiles(new FilePayload("f.csv", "text/csv", file.getBytes(UTF_8)));
      press(page, "#look");
      String figures = page.locator(".figures").textContent().replaceAll("\\s+", " ");
      assertTrue(figures.contains("2 new") && figures.contains("2 refused"), figures);
      assertTrue(figures.contains("1 in another fleet"), figures);
      assertTrue(page.locator("main table").textContent().contains("Wrong digit"));
      Shots.take(page, "fleet-import-1440");
      press(page, "#take");
      assertTrue(page.locator(".note.ok").textContent().contains("2 new"));
      Download export =
          page.waitForDownload(() -> page.locator("a[href$='/me/fleet/export']").click());
      String csv = Files.readString(export.path());
      assertTrue(csv.contains("9920019") && csv.contains("Sea Wren"), csv);
      assertTrue(csv.contains("'=1+1"), "no cell is a formula: " + csv);
      assertTrue(!csv.contains("9900033"), csv);
      page.navigate("/me/fleet/import");
      page.locator("#file")
          .setInputFiles(new FilePayload("e.csv", "text/csv", csv.getBytes(UTF_8)));
      press(page, "#look");
      figures = page.locator(".figures").textContent().replaceAll("\\s+", " ");
      assertTrue(figures.contains("0 refused"), figures);
    }
  }

  @Test
  void aShipOfAnotherFleetIsClaimedAndAnOfficerSettlesIt() {
    try (BrowserContext mine = Stage.window(360, 740, false, false);
        BrowserContext theirs = Stage.desk()) {
      Page page = Stage.signIn(mine, "member");
      page.navigate("/me/fleet/add?imo=9900033");
      assertTrue(page.locator(".note").first().textContent().contains("another company"));
      page.locator("#evidence").fill("x");
      press(page, "button[name=claim]");
      assertTrue(page.title().startsWith("Error: "), page.title());
      page.locator("#evidence").fill("Bill of sale of 12 November 2026");
      press(page, "button[name=claim]");
      assertTrue(page.locator("main").textContent().contains("You claim Corvo Trader"));

      Page officer = Stage.signIn(theirs, "vetting");
      officer.navigate("/vetting/claims");
      officer.locator("main tbody a").first().click();
      press(officer, "button[name=accept]");
      assertTrue(officer.locator(".errors").textContent().length() > 0, "a reason is wanted");
      officer.locator("#reason").fill("The bill of sale names the ship.");
      Shots.take(officer, "claim-1440");
      press(officer, "button[name=accept]");
      assertTrue(officer.locator(".empty").textContent().contains("No claim waits"));
      page.navigate("/me/fleet?q=9900033");
      assertEquals(1, page.locator("main tbody tr").count());
      assertEquals(
          403, WebSession.signedIn(Stage.base(), "editor").get("/vetting/claims").statusCode());
    }
  }
}
