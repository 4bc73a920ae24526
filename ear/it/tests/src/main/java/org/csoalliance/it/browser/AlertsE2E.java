package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.csoalliance.it.harness.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch is stopped, and brought back as it was. */
class AlertsE2E {

  @ParameterizedTest(name = "scripts {0}")
  @ValueSource(booleans = {true, false})
  void aStoppedWatchComesBackWithItsKinds(boolean script) {
    String name = "Undo water " + script;
    try (BrowserContext window = Stage.window(1440, 900, script, false)) {
      Page page = Stage.signIn(window, "cruise");
      page.navigate("/alerts/new");
      page.locator("#position").fill("09-28.1N 013-46.7W");
      page.locator("#radius").fill("40");
      page.locator("#kind-ROBBERY").check();
      page.locator("#kind-HIJACK").check();
      page.locator("#name").fill(name);
      page.locator("#watch").click();
      Locator row =
          page.locator("table.rows tbody tr").filter(new Locator.FilterOptions().setHasText(name));
      row.waitFor();
      String made = row.textContent();
      assertTrue(made.contains("Robbery") && made.contains("Hijack"), made);

      row.locator("button[name=stop]").click();
      page.locator("button[name=undo]").waitFor();
      assertEquals(0, row.count(), "stopped");
      page.locator("button[name=undo]").click();
      row.waitFor();
      assertEquals(
          made.replaceAll("\\s+", " "), row.textContent().replaceAll("\\s+", " "), "as it was");
      row.locator("button[name=stop]").click();
      page.locator("button[name=undo]").waitFor();
      assertEquals(0, row.count(), "stopped again");
    }
  }
}
