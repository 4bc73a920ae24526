package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Arrays;
import org.csoalliance.it.harness.Api;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Json;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.run.CaughtMail;
import org.junit.jupiter.api.Test;

/**
 * People register for events that the tests make for themselves: from a phone without scripts, past
 * the last seat, through the waiting list, and as a guest by a link in a mail.
 */
class RegistrationE2E {
  private static String event(String title, int capacity, String audience) {
    return Json.read(
            Api.as(Stage.base(), "organiser")
                .post(
                    "events",
                    "{\"title\": \""
                        + title
                        + " "
                        + Long.toString(System.nanoTime(), 36)
                        + "\", \"starts_at\": \"2031-01-20T08:00:00Z\", \"ends_at\":"
                        + " \"2031-01-21T15:00:00Z\", \"zone\": \"Europe/Athens\", \"city\":"
                        + " \"Piraeus\", \"capacity\": "
                        + capacity
                        + ", \"audience\": \""
                        + audience
                        + "\", \"status\": \"OPEN\"}")
                .body())
        .get("slug")
        .asText();
  }

  private static void press(Page page, String button) {
    page.waitForNavigation(() -> page.locator(button).first().click());
  }

  private static String main(Page page) {
    return page.locator("main").textContent();
  }

  private static CaughtMail mail(String address, String... parts) {
    return Eventually.get(
        "a mail to " + address + " with " + String.join(", ", parts),
        Duration.ofSeconds(60),
        () ->
            Stage.run().mail().mailsTo(address).stream()
                .filter(each -> Arrays.stream(parts).allMatch(each.text()::contains))
                .findFirst()
                .orElse(null));
  }

  private static void register(Page page, String slug) {
    page.navigate("/events/" + slug + "/register");
    page.locator("#consent").check();
    press(page, "button.btn[value=check]");
    press(page, "button.btn[value=register]");
  }

  @Test
  void theSecondWaitsAndGetsTheSeatThatTheFirstGivesBack() {
    String slug = event("Registration journey", 1, "MEMBERS");
    try (BrowserContext phone = Stage.phoneWithoutScript();
        BrowserContext desk = Stage.window(1440, 900, true, false)) {
      Page first = Stage.signIn(phone, "member");
      first.navigate("/events/" + slug + "/register");
      press(first, "button.btn[value=check]");
      assertTrue(first.title().startsWith("Error: "), first.title());
      assertTrue(first.locator(".errors").textContent().contains("agree"));
      first.locator("#consent").check();
      press(first, "button.btn[value=check]");
      assertTrue(main(first).contains("A seat is free"), main(first));
      press(first, "button.btn[value=register]");
      assertTrue(main(first).contains("You have a seat"), main(first));
      String own = first.url();

      Page second = Stage.signIn(desk, "cruise");
      second.navigate("/events/" + slug + "/register");
      Accessibility.check(second, "the form of a full event");
      assertTrue(main(second).contains("No seat is free"), main(second));
      second.locator("#consent").check();
      press(second, "button.btn[value=check]");
      Accessibility.check(second, "the check");
      press(second, "button.btn[value=register]");
      assertTrue(main(second).contains("place 1 of 1"), main(second));
      Accessibility.check(second, "a registration that waits");
      String waiting = second.url();
      second.navigate(own);
      assertTrue(second.title().contains("does not exist"), second.title());

      first.navigate(own + "?panel=cancel");
      press(first, "button.btn.danger[value=cancel]");
      assertTrue(main(first).contains("Cancelled"), main(first));

      String page = waiting.substring(waiting.indexOf("/events/"));
      mail("cruise@demo.example", page, "is held for you until");
      second.navigate(waiting);
      assertTrue(main(second).contains("A seat is held for you"), main(second));
      press(second, "button.btn[value=accept]");
      assertTrue(main(second).contains("You have a seat"), main(second));
      second.navigate("/me/events");
      assertTrue(main(second).contains("Registration journey"), main(second));
      Accessibility.check(second, "my events");
    }
  }

  @Test
  void aGuestRegistersByTheLinkOfAMail() {
    String slug = event("Registration of guests", 5, "PUBLIC");
    String address = "guest" + System.nanoTime() + "@lantern.example";
    try (BrowserContext window = Stage.window(360, 800, true, false)) {
      Page page = window.newPage();
      page.navigate("/events/" + slug + "/register");
      Accessibility.check(page, "the way in for guests");
      page.locator("#name").fill("G. Lantern");
      page.locator("#mail").fill(address);
      press(page, "button[value=ask]");
      assertTrue(main(page).contains("Look into your mail"), main(page));
      assertEquals(
          "0", Site.query("select count(*) from registration where mail = '" + address + "'"));
      String link =
          mail(address, "/register?t=").text().replaceAll("(?s).*(/events/\\S+\\?t=\\S+).*", "$1");
      page.navigate(link);
      Accessibility.check(page, "the form of a guest");
      page.locator("#consent").check();
      press(page, "button.btn[value=check]");
      press(page, "button.btn[value=register]");
      assertTrue(main(page).contains("You have a seat"), main(page));
      Accessibility.check(page, "the registration of a guest");
      assertTrue(page.url().contains("?t="), page.url());
      page.navigate(page.url().replaceAll("\\?t=.*", ""));
      assertTrue(page.title().contains("does not exist"), page.title());
      assertNull(page.querySelector("button[value=cancel]"), "the link is the key");
    }
  }

  @Test
  void theOrganisersPagesAreOfUseToEverybody() {
    String slug = event("Registration desk", 5, "MEMBERS");
    try (BrowserContext window = Stage.window(1440, 900, true, true)) {
      Page page = Stage.signIn(window, "organiser");
      page.navigate("/organiser/" + slug + "/categories");
      page.locator("#name").fill("Speaker");
      page.locator("#price").fill("120");
      press(page, "button.btn[value=category]");
      assertTrue(main(page).contains("EUR 120.00"), main(page));
      Accessibility.check(page, "categories");
      page.navigate("/organiser/" + slug + "/questions");
      page.locator("#label").fill("What do you want to learn?");
      press(page, "button.btn[value=save]");
      assertTrue(main(page).contains("As people see it"), main(page));
      Accessibility.check(page, "questions");
      page.navigate("/organiser/" + slug + "/codes");
      press(page, "button.btn[value=make]");
      assertEquals(1, page.locator("tbody tr").count());
      Accessibility.check(page, "codes");
      page.navigate("/organiser/" + slug + "/waiting");
      Accessibility.check(page, "the waiting list");
    }
  }
}
