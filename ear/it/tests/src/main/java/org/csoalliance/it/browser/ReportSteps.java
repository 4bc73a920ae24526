package org.csoalliance.it.browser;

import com.microsoft.playwright.Page;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** How a person fills in the quick report. */
final class ReportSteps {
  private ReportSteps() {}

  /** Answers everything that must be answered, in the Bay of Conakry two hours ago. */
  static void fill(Page page, String words) {
    page.locator("input[name=kind][value=ROBBERY]").check();
    twoHoursAgo(page);
    page.locator("#position").fill("09-28.1N 013-46.7W");
    page.locator("#area").fill("Conakry anchorage");
    page.locator("#text").fill(words);
    page.locator("input[name=personsHarmed][value=NO]").check();
    page.locator("input[name=tlp][value=GREEN]").check();
  }

  /** Fills in the day and the time; a fixed hour would lie in the future for part of each day. */
  static void twoHoursAgo(Page page) {
    ZonedDateTime when = ZonedDateTime.now(ZoneOffset.UTC).minusHours(2);
    page.locator("#day").fill(Integer.toString(when.getDayOfMonth()));
    page.locator("#month").fill(Integer.toString(when.getMonthValue()));
    page.locator("#year").fill(Integer.toString(when.getYear()));
    page.locator("#time").fill("%02d%02d".formatted(when.getHour(), when.getMinute()));
  }

  /** Takes the reference out of the address of an incident's page. */
  static String reference(Page page) {
    return page.url().replaceAll(".*(CSOA-\\d{4}-\\d{5}).*", "$1");
  }
}
