package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.CaughtMail;
import org.junit.jupiter.api.Test;

/** A bulletin from the first word to a correction, and what each reader then finds. */
class PublishingE2E {
  private static final String TITLE = "Lights of the roads in the long winter";
  private static final String OPEN = "Every ship lights her stern from dusk on.";
  private static final String INNER = "Two of our ships were followed to the outer buoy.";
  private static final String ALT = "A grey square that stands for a chart";

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 320, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static CaughtMail mail(String to, String subject) {
    return Eventually.get(
        "the mail to " + to,
        Duration.ofSeconds(60),
        () ->
            Stage.run().mail().mailsTo(to).stream()
                .filter(each -> each.subject().contains(subject))
                .findFirst()
                .orElse(null));
  }

  private static String words(CaughtMail mail) {
    return mail.text().replaceAll("=\r?\n", "").replaceAll("\\s+", " ");
  }

  @Test
  void fromTheFirstWordToACorrection() throws IOException {
    Stage.base();
    WebSession reader = new WebSession(Stage.base());
    String address = "reader-" + System.nanoTime() + "@port.example";
    assertTrue(
        reader
            .submit("/news/subscribe", "ask", Map.of("email", address))
            .body()
            .contains("on its way"));
    CaughtMail question = mail(address, "do you want them");
    String link =
        question
            .text()
            .replaceAll("=\r?\n", "")
            .replace("=3D", "=")
            .replaceAll("(?s).*(/news/confirm\\?t=[\\w.-]+).*", "$1");
    assertTrue(reader.get(link).body().contains("Yes, send them"));
    assertTrue(
        reader
            .post("/news/confirm", Map.of("t", link.replaceAll(".*t=", "")))
            .body()
            .contains("The next bulletin comes by mail"));
    Site.sql("delete from mail_stop where list = 'BULLETIN'");

    String id;
    try (BrowserContext desk = Stage.window(1440, 900, true, false)) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/bulletins/new");
      page.locator("#title").fill(TITLE);
      page.locator("#introduction").fill("What the month told us, in *two* sections.");
      page.locator("[id='sections:0:title']").fill("Light the stern");
      page.locator("[id='sections:0:teaser']").fill(OPEN);
      page.locator(".news-live").nth(1).getByText(OPEN).waitFor();
      page.locator("#add").click();
      page.locator("[id='sections:1:title']").fill("What members saw");
      page.locator("[id='sections:1:whom']").selectOption("MEMBERS");
      page.locator("[id='sections:1:teaser']").fill(INNER);
      Shots.take(page, "bulletin-edit");
      Accessibility.check(page, "the form of a bulletin");
      page.locator("#pictures").click();
      page.waitForURL(url -> url.contains("/pictures"));
      id = page.url().replaceAll(".*/bulletins/([0-9]+)/.*", "$1");
      page.locator("#file").setInputFiles(new FilePayload("chart.png", "image/png", picture()));
      page.locator("#alt").fill(ALT);
      page.locator("#add").click();
      String code = page.locator(".news-picture code").first().textContent();
      Accessibility.check(page, "the pictures of a bulletin");
      page.navigate("/editor/bulletins/" + id);
      page.locator("[id='sections:0:text']").fill("Here is where.\n\n" + code);
      page.locator("#look").click();
      page.waitForURL(url -> url.contains("/review"));
      assertFalse(page.locator(".news-preview").textContent().contains(INNER), "as a visitor");
      page.navigate("/editor/bulletins/" + id + "/review?as=member");
      assertTrue(page.locator(".news-preview").textContent().contains(INNER), "as a member");
      Accessibility.check(page, "the review of a bulletin");
      page.locator("#submit").click();
      page.getByText("You wrote in it").waitFor();
      assertEquals(0, page.locator("#approve").count());
    }
    WebSession visitor = new WebSession(Stage.base());
    assertFalse(visitor.get("/news").body().contains(TITLE));

    String slug = "lights-of-the-roads-in-the-long-winter";
    try (BrowserContext desk = Stage.window(1440, 900, false, false)) { // without scripts
      Page page = Stage.signIn(desk, "editor2");
      page.navigate("/editor/bulletins/" + id + "/review");
      page.locator("#approve").click();
      page.getByText("Published at /news/").waitFor();
    }

    String seen = visitor.get("/news/" + slug).body();
    assertTrue(seen.contains(OPEN) && seen.contains("og:title") && seen.contains(ALT));
    assertFalse(seen.contains(INNER) || seen.contains("What members saw"), "not for a visitor");
    assertEquals(null, visitor.sessionCookie());
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    assertTrue(member.get("/news/" + slug).body().contains(INNER));
    String feed = Api.visitor(Stage.base()).get("news.atom").body();
    assertTrue(feed.contains(OPEN));
    assertFalse(feed.contains(INNER));
    assertTrue(Api.as(Stage.base(), "member").get("news.atom").body().contains(INNER));
    assertTrue(visitor.get("/sitemap.xml").body().contains("/news/" + slug));
    assertTrue(visitor.get("/").body().contains(TITLE) || visitor.get("/").body().contains(slug));

    CaughtMail inner = mail("member@demo.example", TITLE);
    assertTrue(words(inner).contains(INNER), inner.text());
    assertTrue(inner.contentType().startsWith("multipart/alternative"), inner.contentType());
    assertTrue(inner.source().contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    CaughtMail open = mail(address, TITLE);
    assertTrue(words(open).contains(OPEN), open.text());
    assertFalse(open.source().replaceAll("=\r?\n", "").contains("outer buoy"));
    assertFalse(open.source().contains("What members saw"));

    correct(id, slug, visitor);
  }

  private static void correct(String id, String slug, WebSession visitor) {
    try (BrowserContext desk = Stage.window(360, 800, true, true)) {
      Page page = Stage.signIn(desk, "editor2");
      page.navigate("/editor/bulletins/" + id);
      page.locator("[id='sections:0:teaser']").fill("Every ship lights her bow and stern.");
      page.locator("#note").fill("The bow was left out.");
      Shots.take(page, "bulletin-correct-360");
      page.locator("#look").click();
      page.waitForURL(url -> url.contains("/review"));
      page.locator("#submit").click();
      page.getByText("You wrote in it").waitFor();
    }
    assertTrue(visitor.get("/news/" + slug).body().contains(OPEN));
    try (BrowserContext desk = Stage.window(1440, 900, true, true)) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/bulletins/" + id + "/review");
      page.locator("#approve").click();
      page.getByText("Published at /news/").waitFor();
      String seen = visitor.get("/news/" + slug).body();
      assertTrue(seen.contains("bow and stern") && seen.contains("The bow was left out."));
      page.navigate("/editor/bulletins/" + id + "/versions");
      assertTrue(page.locator("ins").first().textContent().contains("bow"));
      Accessibility.check(page, "the versions of a bulletin");
      page.navigate("/news/" + slug);
      Accessibility.check(page, "a bulletin");
      page.navigate("/news?year=2019");
      assertTrue(page.locator("aside").textContent().contains("FRR-2019-001"));
      Accessibility.check(page, "the archive");
    }
  }
}
