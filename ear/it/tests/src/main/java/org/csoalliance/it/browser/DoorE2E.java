package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpResponse;
import java.util.List;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two phones at the door, with the network off and on again; then paper that anybody can check. */
class DoorE2E {
  private static final String SLUG = "door-journey-1997";
  private static final int PEOPLE = 90;
  private static final int EACH = 50;

  @BeforeAll
  static void event() {
    Stage.base();
    Site.sql(
        """
        insert into event (id, slug, title, organiser_id, city, starts_at, ends_at, zone, audience,
                           status, created_at, updated_at)
        select 970, '%1$s', 'Door journey', id, 'Piraeus', timestamptz '2031-01-20T07:00Z',
               timestamptz '2031-01-21T15:00Z', 'Europe/Athens', 'MEMBERS', 'CLOSED', now(), now()
          from account where email_key = 'organiser@demo.example' on conflict do nothing"""
            .formatted(SLUG),
        "insert into event_quota (id, event_id, kind, name, capacity) values (970, 970, 'EVENT', '',"
            + " 91) on conflict do nothing",
        """
        insert into event_duty (event_id, account_id, duty, given_at)
        select 970, id, case email_key when 'member@demo.example' then 'CHECK_IN' else 'ORGANISER'
               end, now() from account
         where email_key in ('member@demo.example', 'organiser@demo.example')
        on conflict do nothing""",
        """
        insert into registration (id, event_id, mode, name, mail, mail_key, company, state,
                                  joined_at, created_at, updated_at)
        select 970000 + n, 970, 'IN_PERSON', 'Guest ' || n || ' of the door',
               'door' || n || '@test.example', 'door' || n || '@test.example', 'Harbour police',
               'ACCEPTED', now(), now(), now() from generate_series(1, %d) n
        on conflict do nothing"""
            .formatted(PEOPLE),
        "update registration set account_id = (select id from account where email_key ="
            + " 'pmsc@demo.example') where id = 970001",
        "insert into registration_seat select id, 970 from registration where event_id = 970"
            + " on conflict do nothing");
  }

  private static String code(int person) {
    return Site.query("select ticket_code from registration where id = " + (970_000 + person));
  }

  /** The page of the door, kept by the browser and with its list. */
  private static Page door(BrowserContext phone, String who, String place) {
    Page page = Stage.signIn(phone, who);
    page.navigate("/organiser/" + SLUG + "/door");
    ready(page);
    there(page, "html[data-kept='1']");
    assertEquals("Online", page.textContent("#net"));
    page.fill("#place", place);
    page.locator("#place").press("Tab");
    return page;
  }

  private static void ready(Page page) {
    there(page, "#door[data-ready='1']");
  }

  private static void there(Page page, String selector) {
    page.locator(selector)
        .first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  private static void type(Page page, int person) {
    page.fill("#code", code(person));
    page.locator("#code").press("Enter");
    there(page, ".door-result.yes .d-name:text-is('Guest " + person + " of the door')");
  }

  private static void sent(Page page) {
    page.click("#send");
    there(page, "#door[data-kept='0']");
    there(page, "#net:text-is('Online')");
  }

  private static String count(String condition) {
    return Site.query("select count(*) from " + condition);
  }

  @Test
  void twoPhonesWithoutANetworkLoseNothing() {
    try (BrowserContext one = Stage.window(360, 740, true, false);
        BrowserContext two = Stage.window(360, 740, true, true)) {
      Page main = door(one, "organiser", "Main door");
      Page side = door(two, "member", "Side door");
      one.setOffline(true);
      two.setOffline(true);
      main.reload();
      ready(main);
      assertTrue(main.textContent("#net").startsWith("No network"), main.textContent("#net"));
      for (int n = 1; n <= EACH; n++) {
        type(main, n);
        type(side, PEOPLE - EACH + n);
      }
      main.reload();
      ready(main);
      assertEquals("" + EACH, main.textContent("#n-kept"), "kept across a reload");
      assertEquals("" + EACH, main.textContent("#n-in"));
      Accessibility.check(main, "the door without a network");
      Shots.take(main, "door-offline-360");
      main.fill("#code", code(1));
      main.locator("#code").press("Enter");
      main.waitForSelector(".door-result.already");
      assertTrue(main.textContent("#result").contains("Main door"), main.textContent("#result"));
      main.fill("#code", "ZZZZZ-ZZZZZ");
      main.locator("#code").press("Enter");
      main.waitForSelector(".door-result.no");
      assertEquals("0", count("door_scan where event_id = 970"));

      one.setOffline(false);
      sent(main);
      assertEquals("" + EACH, count("door_scan where event_id = 970 and outcome = 'IN'"));
      two.setOffline(false);
      sent(side);
      assertEquals("100", count("door_scan where event_id = 970"), "none is lost");
      assertEquals("90", count("registration where event_id = 970 and state = 'ATTENDED'"));
      side.navigate("/organiser/" + SLUG + "/door/conflicts");
      assertEquals(10, side.locator("tbody tr").count());
      assertTrue(side.textContent("tbody").contains("Main door"));
      Accessibility.check(side, "scans to look at");
      Shots.take(side, "door-conflicts-360");
    }
    afterwards();
  }

  /** A walk-in takes the last seat and is taken back; then certificates and what anybody reads. */
  private static void afterwards() {
    try (BrowserContext desk = Stage.desk()) {
      Page page = door(desk, "organiser", "Main door");
      page.click("summary");
      page.fill("#w-name", "Walter Walk");
      page.fill("#w-mail", "walter.walk@test.example");
      page.click("#walk button");
      page.waitForSelector(".door-result.yes");
      assertEquals("1", count("registration where event_id = 970 and walk_in"));
      page.click("#result button");
      there(page, "#result .d-head:has-text('Taken back')");
      assertEquals("1", count("registration where event_id = 970 and state = 'ACCEPTED'"));
      page.navigate("/organiser/" + SLUG + "/certificates");
      Accessibility.check(page, "certificates");
      page.click("text=Issue and mail 90");
      page.waitForSelector("text=90 certificates are issued");
      Shots.take(page, "door-certificates");
      page.navigate("/organiser/" + SLUG + "/badges");
      Accessibility.check(page, "badges");
      Shots.take(page, "door-badges");
    }
    String code =
        Site.query("select code from attendance_certificate where registration_id = 970001");
    WebSession anybody = new WebSession(Stage.base());
    HttpResponse<String> valid = anybody.get("/verify/" + code);
    assertEquals(200, valid.statusCode());
    assertTrue(valid.body().contains("G. O. T."), valid.body());
    assertTrue(valid.body().contains("Door journey") && !valid.body().contains("Guest 1"));
    String none = anybody.get("/verify/ZZZZZZZZZZ").body();
    assertEquals(none, anybody.get("/verify/CZZZZZZZZZZZ").body(), "one answer for all unknown");
    assertTrue(valid.headers().firstValue("Set-Cookie").isEmpty(), "no session");
    WebSession guest = WebSession.signedIn(Stage.base(), "pmsc");
    String mine = guest.get("/me/events").body();
    assertTrue(mine.contains("Certificates of attendance") && mine.contains("CPD-"), mine);
    assertTrue(mine.contains("/events/" + SLUG + "/ticket"), mine);
    String desk = WebSession.signedIn(Stage.base(), "organiser").get("/organiser/" + SLUG).body();
    assertTrue(desk.contains("/organiser/" + SLUG + "/door"), desk);
    Api api = Api.as(Stage.base(), "organiser");
    String again = "{\"ticket\": \"" + code(1) + "\", \"event\": \"" + SLUG + "\"}";
    HttpResponse<String> already = api.post("check-in", again);
    assertEquals(409, already.statusCode());
    assertTrue(already.body().contains("\"outcome\":\"ALREADY\""), already.body());
    for (String who : List.of("cruise", "partner")) {
      assertEquals(404, Api.as(Stage.base(), who).post("check-in", again).statusCode(), who);
      assertEquals(404, Api.as(Stage.base(), who).get("check-in/" + SLUG).statusCode(), who);
    }
  }
}
