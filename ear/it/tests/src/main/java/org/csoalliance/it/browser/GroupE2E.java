package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups by browser: in and out, by request and by invitation; a hidden one is found by nobody. */
class GroupE2E {
  private static final String HIDDEN = "Ransom advisory circle";

  @AfterEach
  void asBefore() {
    Site.sql(
        "delete from group_member where account_id = (select id from account where email_key ="
            + " 'cruise@demo.example') and group_id in (select id from member_group where slug in"
            + " ('stowaways', 'port-crime'))");
    Site.sql("delete from group_member where state = 'INVITED'");
  }

  @Test
  void aMemberJoinsAnOpenGroupAndLeavesIt() {
    try (BrowserContext window = Stage.window(1440, 900, false, false)) {
      Page page = Stage.signIn(window, "cruise");
      page.navigate("/groups/stowaways");
      assertEquals(0, page.locator("table.rows").count(), "who is in it is for its members");
      page.locator("button[value=join]").click();
      assertTrue(page.locator("table.rows tbody tr").count() >= 3);
      page.navigate("/groups/stowaways?leave=1");
      page.locator("button[value=leave]").click();
      assertTrue(page.url().endsWith("/groups"), page.url());
      assertTrue(page.locator(".note.ok").textContent().contains("left the group"));
    }
  }

  @Test
  void aRequestIsMadeAndAccepted() {
    asBefore();
    try (BrowserContext mine = Stage.window(1440, 900, false, false);
        BrowserContext theirs = Stage.window(360, 800, false, false)) {
      Page asking = Stage.signIn(theirs, "cruise");
      asking.navigate("/groups/port-crime");
      asking.locator("#sentence").fill("short");
      asking.locator("button[value=ask]").click();
      assertTrue(asking.locator(".errors").textContent().contains("10 to 500"));
      assertEquals("short", asking.locator("#sentence").inputValue());
      asking
          .locator("#sentence")
          .fill("Two thefts at anchor this year; we can share both reports.");
      asking.locator("button[value=ask]").click();
      assertTrue(asking.locator("#way-h").textContent().contains("asked to join"));

      Page moderator = Stage.signIn(mine, "member");
      moderator.navigate("/groups/port-crime");
      moderator.locator("button[value^='accept:']").first().click();
      assertTrue(moderator.locator(".note.ok").textContent().contains("in the group"));
      asking.navigate("/groups/port-crime");
      assertTrue(asking.locator("#way-h").textContent().contains("You are in this group"));
    }
  }

  @Test
  void aHiddenGroupIsTheSameAsNoneForOthers() {
    String slug = Site.query("select slug from member_group where name = '" + HIDDEN + "'");
    WebSession member = WebSession.signedIn(Stage.base(), "member");
    assertTrue(member.get("/groups").body().contains(HIDDEN));
    assertTrue(Api.as(Stage.base(), "member").get("groups").body().contains(HIDDEN));
    for (String other : new String[] {"cruise", "editor"}) {
      WebSession session = WebSession.signedIn(Stage.base(), other);
      assertFalse(session.get("/groups").body().contains("Ransom"), other);
      assertFalse(Api.as(Stage.base(), other).get("groups").body().contains("Ransom"), other);
      String there = session.get("/groups/" + slug).body().replace(slug, "X");
      String none = session.get("/groups/g-none").body().replace("g-none", "X");
      assertEquals(none, there, other);
      assertEquals(404, session.get("/groups/" + slug).statusCode());
      assertFalse(session.get("/me/data").body().contains("Ransom"), other);
    }
    for (String outside : new String[] {"partner", "auditor", "administrator"}) {
      WebSession session = WebSession.signedIn(Stage.base(), outside);
      assertEquals(403, session.get("/groups").statusCode(), outside);
      assertEquals(403, session.get("/groups/" + slug).statusCode(), outside);
      assertEquals(403, session.get("/groups/g-none").statusCode(), outside);
      assertEquals(403, session.get("/members").statusCode(), outside);
    }
  }

  @Test
  void anInvitationAnswersTheSameForEveryAddress() {
    try (BrowserContext window = Stage.window(1440, 900, false, false)) {
      Page page = Stage.signIn(window, "member");
      String[] answers = new String[2];
      String[] addresses = {"cruise@demo.example", "nobody@demo.example"};
      for (int i = 0; i < 2; i++) {
        page.navigate("/groups/port-crime");
        page.locator("#mail").fill(addresses[i]);
        page.locator("button[value=invite]").click();
        answers[i] = page.locator(".note.ok").textContent();
        assertTrue(page.locator("main").textContent().contains(addresses[i]));
      }
      assertEquals(answers[0], answers[1]);
    }
  }
}
