package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.Test;

/** The library, from the poster to the ship that confirms. */
class LibraryE2E {

  @Test
  void aWordInsideOfAPdfIsFoundByMembersAndByNobodyElse() {
    WebSession visitor = new WebSession(Stage.base());
    assertTrue(visitor.get("/library").body().contains("Three looks before we sail"));
    assertTrue(visitor.get("/library?text=hawsepipe").body().contains("Nothing fits"));
    assertEquals(404, visitor.get("/library/what-worked-at-anchor").statusCode());
    assertEquals(404, visitor.get("/library/what-worked-at-anchor/ships.zip").statusCode());
    assertEquals(200, visitor.get("/library/three-looks-before-we-sail/ships.zip").statusCode());
    assertEquals(404, visitor.get("/library/three-looks-before-we-sail/999999").statusCode());
    assertEquals(404, visitor.get("/library/three-looks-before-we-sail/x").statusCode());
    assertEquals(200, visitor.get("/library?text=%27%22%3Cscript%3E&format=X").statusCode());
    assertNull(visitor.sessionCookie());
    for (boolean dark : new boolean[] {false, true}) {
      try (BrowserContext window = Stage.window(dark ? 360 : 1440, 800, true, dark)) {
        Page page = Stage.signIn(window, "member");
        page.navigate("/library?text=hawsepipe");
        assertTrue(page.locator("main").textContent().contains("Found inside what-worked"));
        page.navigate("/library");
        Accessibility.check(page, "library");
        Shots.take(page, "library-" + (dark ? "360-dark" : "1440"));
        page.navigate("/library/three-looks-before-we-sail");
        Accessibility.check(page, "item");
        Shots.take(page, "library-item-" + (dark ? "360-dark" : "1440"));
      }
    }
  }

  @Test
  void anOfficerAsksTwoShipsAndSeesOneConfirm() {
    try (BrowserContext desk = Stage.desk();
        BrowserContext ship = Stage.phoneWithoutScript()) {
      Page page = Stage.signIn(desk, "member");
      page.navigate("/library/three-looks-before-we-sail");
      page.locator("#mail-9900007").fill("no address");
      page.locator("main form button").last().click();
      assertTrue(page.locator(".errors").textContent().contains("ship's e-mail address"));
      page.locator("#mail-9900007").fill("kestrel@ship.example");
      page.locator("#mail-9900019").fill("tern@ship.example");
      page.locator("main form button").last().click();
      assertTrue(page.locator(".note.ok").textContent().contains("2 ships are asked"));
      String link =
          Site.query(
              "select substring(body from '/library/ship\\?t=\\S+') from outbox_mail where"
                  + " recipient = 'tern@ship.example' order by id desc limit 1");
      Page bridge = ship.newPage();
      bridge.navigate(link);
      assertTrue(bridge.locator("main").textContent().contains("Amber Tern"));
      bridge.locator("main form button").click();
      assertTrue(bridge.locator(".note.ok").textContent().contains("Confirmed"));
      bridge.navigate(link);
      assertEquals(0, bridge.locator("main form").count(), "once");
      assertEquals(404, bridge.navigate(link + "x").status());
      page.reload();
      assertTrue(page.locator("#confirmed").textContent().startsWith("1 of 2 ships have"));
    } finally {
      Site.sql("delete from library_ask");
    }
  }

  @Test
  void anEditorKeepsAnItemAndOthersMayNot() {
    String title = "Item " + UUID.randomUUID();
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/library");
      page.locator("#title").fill(title);
      page.locator("button[value=create]").click();
      assertTrue(page.locator(".errors").textContent().contains("10 to 1,000"));
      page.locator("#summary").fill("A test <b>of</b> the library.");
      page.locator("button[value=create]").click();
      page.locator("button[value=publish]").click();
      assertTrue(page.locator(".errors").textContent().contains("Add a file first"));
      page.locator("#file")
          .setInputFiles(
              new FilePayload(
                  "x.svg", "image/svg+xml", "<svg><script>alert(1)</script></svg>".getBytes()));
      page.locator("button[value=add]").click();
      assertTrue(page.locator(".errors").textContent().contains("SVG and Office files are not"));
      byte[] pdf =
          java.util.Base64.getDecoder()
              .decode(
                  Site.query(
                      "select replace(encode(content, 'base64'), chr(10), '') from library_file where"
                          + " name = 'what-worked-at-anchor.pdf'"));
      page.locator("#file").setInputFiles(new FilePayload("../words.exe", "application/pdf", pdf));
      page.locator("button[value=add]").click();
      assertTrue(page.locator(".note.ok").textContent().contains("is added"));
      Accessibility.check(page, "library desk");
      Shots.take(page, "library-desk-1440");
      page.locator("button[value=publish]").click();
      assertTrue(
          new WebSession(Stage.base()).get("/library?text=hawsepipe").body().contains(title));
      page.locator("button[value=withdraw]").click();
      assertTrue(
          !new WebSession(Stage.base()).get("/library?text=hawsepipe").body().contains(title));
    } finally {
      Site.sql("delete from library_item where title = '" + title + "'");
    }
    for (String who : new String[] {"member", "partner", "administrator"}) {
      WebSession session = WebSession.signedIn(Stage.base(), who);
      assertEquals(403, session.get("/editor/library").statusCode(), who);
      assertEquals(403, session.get("/editor/library/1").statusCode(), who);
    }
  }
}
