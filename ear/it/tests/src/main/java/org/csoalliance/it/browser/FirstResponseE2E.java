package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.SqlLog;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.csoalliance.run.CaughtMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From an incident to a published report, and what each reader then finds. */
class FirstResponseE2E {
  private static final String AREA = "Water of the first response";
  private static final String NOT_KNOWN = "Who they were. Whether they come again.";
  private static final String INNER = "The owner asks that the berth be not named.";

  /** What the hand of the editor does. */
  private static final class Hand {
    private final Page page;
    private int clicks;
    private int fields;

    Hand(Page page) {
      this.page = page;
    }

    void click(String what) {
      clicks++;
      page.locator(what).first().click();
    }

    void type(String field, String words) {
      fields++;
      page.locator(field).fill(words);
    }
  }

  @BeforeAll
  static void incidents() {
    Stage.base();
    clean();
    for (String[] one :
        new String[][] {{"1", "CLEAR"}, {"2", "AMBER"}, {"3", "CLEAR"}, {"4", "RED"}}) {
      Site.sql(
          """
          insert into incident (reference, kind, status, severity, occurred_at, occurred_precision,
                                latitude, longitude, area, tlp, title, text, source, created_at,
                                updated_at)
          values ('CSOA-1997-0000%1$s', 'ROBBERY', 'CONFIRMED', 3, now() - interval '5 hours',
                  'EXACT', 9.4686, -13.7783, '%3$s', '%2$s', 'Stores broken open, case %1$s',
                  'Four men with knives came over the stern and left with ropes, case %1$s.',
                  'MEMBER', now(), now()) on conflict (reference) do nothing"""
              .formatted(one[0], one[1], AREA));
    }
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    assertEquals(200, member.get("/alerts").statusCode());
    Site.sql(
        """
        insert into alert_subscription (account_id, name, shape, south, west, north, east, created_at)
        select id, '%s', 'BOX', 9, -14, 10, -13, now() from account
         where email_key = 'member@demo.example'"""
            .formatted(AREA));
  }

  @AfterAll
  static void clean() {
    Site.sql("delete from alert_subscription where name = '" + AREA + "'");
  }

  @ParameterizedTest(name = "scripts {0}")
  @ValueSource(booleans = {true, false})
  void anEditorGoesFromAnIncidentToAPublishedReport(boolean script) {
    String incident = script ? "CSOA-1997-00001" : "CSOA-1997-00003";
    String slug;
    try (BrowserContext desk = Stage.window(1440, 900, script, false)) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/incidents/" + incident);
      long begun = System.nanoTime();
      Hand hand = new Hand(page);
      hand.click("#write-first-response");
      page.waitForURL(url -> url.contains("/editor/first-response/new"));
      assertTrue(page.locator("#title").inputValue().startsWith("Stores broken open"), "filled in");
      hand.type("[id='parts:1:text']", NOT_KNOWN);
      hand.type("[id='parts:2:text']", "Keep the stern lit and watched.");
      Shots.take(page, "first-response-edit-" + script);
      hand.click("#go");
      page.waitForURL(url -> url.contains("/publish"));
      Shots.take(page, "first-response-publish-" + script);
      assertTrue(page.locator("main").textContent().contains("No name, number or restricted"));
      hand.click("#publish");
      page.waitForURL(url -> url.contains("/first-response/20"));
      slug = page.url().replaceAll(".*/first-response/", "");
      assertTrue(page.locator("main").textContent().contains(NOT_KNOWN));
      System.out.printf(
          "from the incident to the published report: %d clicks, %d fields, %d ms%n",
          hand.clicks, hand.fields, (System.nanoTime() - begun) / 1_000_000);
      assertTrue(hand.clicks <= 4 && hand.fields <= 3, "minutes, not hours");
      page.navigate("/incidents/" + incident);
      assertTrue(page.locator("aside").textContent().contains("FRR-"), "the incident names it");
    }
    WebSession visitor = new WebSession(Stage.base());
    assertTrue(visitor.get("/first-response").body().contains(slug));
    assertTrue(visitor.get("/first-response.atom").body().contains(slug));
    assertTrue(visitor.get("/first-response/" + slug).body().contains("og:title"));
    HttpResponse<String> pdf = visitor.get("/first-response/" + slug + "/pdf");
    assertEquals("application/pdf", pdf.headers().firstValue("Content-Type").orElse(""));
    assertTrue(pdf.body().startsWith("%PDF-"));
    String reference = "FRR-" + slug.substring(0, 8);
    assertTrue(
        Api.visitor(Stage.base()).get("first-response/" + reference).body().contains(NOT_KNOWN));
    CaughtMail mail =
        Eventually.get(
            "the mail about " + reference,
            Duration.ofSeconds(60),
            () ->
                Stage.run().mail().mailsTo("member@demo.example").stream()
                    .filter(each -> each.text().contains(reference))
                    .findFirst()
                    .orElse(null));
    assertTrue(mail.subject().contains("First response"), mail.subject());
    assertTrue(mail.text().contains(NOT_KNOWN));
    assertTrue(mail.source().length() < 20_480);
  }

  @Test
  void membersReadMoreThanTheRestAndEveryVersionStands() {
    String address;
    try (BrowserContext desk = Stage.desk()) {
      Page page = Stage.signIn(desk, "editor");
      page.navigate("/editor/first-response/new?incident=CSOA-1997-00002&for=public");
      assertEquals("", page.locator("#title").inputValue(), "nothing narrower is filled in");
      page.locator("#title").fill("Ship boarded at anchor");
      page.locator("[id='parts:0:text']")
          .fill("Four men with knives came over the stern and left with ropes.");
      page.locator("[id='parts:2:text']").fill(INNER);
      page.locator("[id='parts:2:audience']").selectOption("MEMBERS");
      page.locator("#go").click();
      page.locator(".fr-mend").waitFor();
      assertTrue(page.locator(".fr-mend").textContent().contains("word for word"));
      assertEquals(0, page.locator("#publish").count());
      page.locator(".fr-mend a").first().click();
      page.locator("[id='parts:0:text']").fill("A ship was robbed at anchor tonight.");
      page.locator("#go").click();
      page.locator("#publish").click();
      page.locator(".errors").waitFor();
      for (int i = 0; i < page.locator("input[name=confirm]").count(); i++) {
        page.locator("input[name=confirm]").nth(i).check();
      }
      page.locator("#publish").click();
      page.waitForURL(url -> url.contains("/first-response/20"));
      address = page.url().replaceAll(".*(/first-response/)", "$1");
      page.locator("main a.btn").first().click();
      page.locator("[id='parts:0:text']").fill("A ship was robbed at anchor this evening.");
      page.locator("#go").click();
      page.locator("input[name=step][value=CORRECTION]").check();
      for (int i = 0; i < page.locator("input[name=confirm]").count(); i++) {
        page.locator("input[name=confirm]").nth(i).check();
      }
      page.locator("#publish").click();
      page.locator(".errors").waitFor();
      assertTrue(page.locator(".errors").textContent().contains("Say what was wrong"));
      page.locator("#note").fill("It was the evening.");
      page.locator("#publish").click();
      page.waitForURL(url -> url.contains(address));
    }
    WebSession visitor = new WebSession(Stage.base());
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    for (String path : List.of("", "?version=1", "/versions")) {
      assertFalse(visitor.get(address + path).body().contains(INNER), path);
    }
    assertTrue(member.get(address).body().contains(INNER));
    assertTrue(visitor.get(address).body().contains("It was the evening."));
    assertTrue(visitor.get(address + "/versions").body().contains("<del>"));
    assertFalse(
        visitor.get("/first-response.atom").body().contains(INNER), "the feed of a visitor");
    assertEquals(404, visitor.get("/first-response/2026-999-nothing").statusCode());
    assertEquals(404, visitor.get(address + "?version=9").statusCode());
    WebSession stranger = WebSession.signedIn(Stage.base(), "administrator");
    assertFalse(stranger.get(address).body().contains(INNER), "an administrator reads no more");
  }

  @Test
  void ofTwoEditorsTheSecondIsToldAndKeepsWhatWasTyped() {
    try (BrowserContext one = Stage.desk();
        BrowserContext two = Stage.window(1440, 900, false, false)) {
      Page first = Stage.signIn(one, "editor");
      first.navigate("/editor/first-response/new");
      first.locator("#title").fill("Two editors at once");
      first.locator("#save").click();
      first.waitForURL(url -> url.matches(".*/editor/first-response/[0-9]+"));
      Page second = Stage.signIn(two, "editor2");
      second.navigate(first.url());
      first.locator("[id='parts:0:text']").fill("From the first.");
      first.locator("#save").click();
      first.locator(".note.ok").first().waitFor();
      second.locator("[id='parts:0:text']").fill("From the second.");
      second.locator("#save").click();
      assertTrue(second.locator(".errors").textContent().contains("Another editor"));
      assertEquals("From the second.", second.locator("[id='parts:0:text']").inputValue());
      first.locator("[id='parts:0:text']").fill("Saved while it was written.");
      first.locator("#autosave").filter(said("Draft saved")).waitFor();
      first.reload();
      assertEquals(
          "Saved while it was written.", first.locator("[id='parts:0:text']").inputValue());
      first.locator("#discard").click();
      first.waitForURL(url -> url.endsWith("/editor/first-response"));
    }
  }

  private static com.microsoft.playwright.Locator.FilterOptions said(String words) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(words);
  }

  @ParameterizedTest(name = "{0} px, dark {1}")
  @CsvSource({"1440, false", "768, true", "360, true"})
  void nobodyIsLeftOut(int width, boolean dark) {
    Stage.base();
    String address =
        "/first-response/"
            + Site.query("select slug from first_response where reference = 'FRR-2019-001'");
    String id = Site.query("select id from first_response where reference = 'FRR-2019-001'");
    try (BrowserContext window = Stage.window(width, 900, true, dark)) {
      Page page = window.newPage();
      Accessibility.look(
          page,
          "first-response",
          width,
          dark,
          List.of("/", "/first-response", address, address + "/versions"));
      Page desk = Stage.signIn(window, "editor");
      Accessibility.look(
          desk,
          "first-response",
          width,
          dark,
          List.of(
              "/me",
              "/editor/first-response",
              "/editor/first-response/new?incident=CSOA-1997-00004",
              "/editor/first-response/" + id,
              "/editor/first-response/" + id + "/publish"));
    }
  }

  @Test
  void pagesTakeAtMostFourStatements() {
    SqlLog sql = new SqlLog(Stage.run().jdbcUrl(), Stage.run().settings().home());
    String address =
        "/first-response/"
            + Site.query("select slug from first_response where reference = 'FRR-2019-001'");
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    WebSession visitor = new WebSession(Stage.base());
    for (String path :
        List.of("/first-response", address, address + "/pdf", "/first-response.atom")) {
      for (WebSession session : List.of(member, visitor)) {
        int taken = sql.least(() -> assertEquals(200, session.get(path).statusCode(), path));
        System.out.println(path + " takes " + taken + " statements");
        assertTrue(taken <= 4, path + " takes " + taken);
      }
    }
  }
}
