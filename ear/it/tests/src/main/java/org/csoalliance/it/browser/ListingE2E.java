package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.Test;

/** The directory, as it is read and as it is kept. */
class ListingE2E {
  @Test
  void aVisitorReadsItWithoutScriptsAndSession() {
    WebSession visitor = new WebSession(Stage.base());
    assertEquals(200, visitor.get("/directory").statusCode());
    assertNull(visitor.sessionCookie());
    try (BrowserContext phone = Stage.phoneWithoutScript()) {
      Page page = phone.newPage();
      page.navigate("/directory");
      assertTrue(page.locator("main").textContent().contains("Lodestar Mutual"));
      assertEquals(0, page.locator("h3", has("Bulwark Fittings")).count(), "members alone");
      page.navigate("/directory?category=CYBER&text=%25");
      assertTrue(page.locator(".empty").textContent().contains("Nothing fits"));
      assertEquals(200, page.navigate("/directory?kind=X&category='&text=<script>").status());
      assertEquals(0, page.locator("main script").count());
    }
    for (boolean dark : new boolean[] {false, true}) {
      for (int width : new int[] {1440, 360}) {
        try (BrowserContext window = Stage.window(width, 800, true, dark)) {
          Page page = Stage.signIn(window, "member");
          page.navigate("/directory");
          assertEquals(1, page.locator("h3", has("Bulwark Fittings")).count());
          Accessibility.check(page, "directory at " + width);
          Shots.take(page, "directory-" + width + (dark ? "-dark" : ""));
        }
      }
    }
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void anEditorKeepsAnEntryAndOthersMayNot() {
    String name = "Entry " + UUID.randomUUID();
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/directory/new");
      page.locator("#name").fill(name);
      page.locator("#link").fill("javascript:alert(1)");
      page.locator("button[value=save]").click();
      String errors = page.locator(".errors").textContent();
      assertTrue(errors.contains("begins with https://"), errors);
      assertTrue(errors.contains("one to four categories"), errors);
      assertEquals(name, page.locator("#name").inputValue(), "what was typed is kept");
      Accessibility.check(page, "entry with errors");
      page.locator("#link").fill("https://entry.example");
      page.locator("#line").fill("Says <b>what</b> it does");
      page.locator("label[for=c-CYBER]").click();
      page.locator("#logo")
          .setInputFiles(new FilePayload("x.png", "image/png", "<svg/>".getBytes()));
      page.locator("button[value=save]").click();
      assertTrue(page.locator(".errors").textContent().contains("SVG is not taken"));
      page.locator("#logo").setInputFiles(new FilePayload("../../x.png", "image/png", png()));
      page.locator("button[value=save]").click();
      assertTrue(page.locator(".note.ok").textContent().contains("is in the directory"));
      Shots.take(page, "directory-desk-1440");
      page.locator("a", has(name)).click();
      page.locator("button[value=check]").click();
      assertTrue(page.locator(".note.ok").textContent().contains("looked at today"));
      page.navigate("/directory?text=" + name.replace(" ", "+"));
      assertEquals(1, page.locator(".listing-card").count());
      assertEquals(0, page.locator(".listing-card b").count());
      assertEquals(
          "external nofollow noopener", page.locator(".listing-card a").getAttribute("rel"));
      String logo = page.locator(".listing-card img").getAttribute("src");
      assertEquals(200, page.navigate(logo).status());
      page.navigate("/editor/directory");
      page.locator("a", has(name)).click();
      page.locator("button[value=withdraw]").click();
      assertEquals(404, page.navigate(logo).status());
    }
    for (String who : new String[] {"member", "partner", "administrator"}) {
      WebSession session = WebSession.signedIn(Stage.base(), who);
      assertEquals(403, session.get("/editor/directory").statusCode(), who);
      assertEquals(403, session.get("/editor/directory/new").statusCode(), who);
    }
  }

  private static byte[] png() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException memory) {
      throw new UncheckedIOException(memory);
    }
  }
}
