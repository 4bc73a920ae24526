package org.csoalliance.it.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.Locale;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.run.CaughtMail;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A stranger applies with ten ships from a phone without scripts, stops, comes back by the mail's
 * link in another browser, and sends the application; and what is wrong or meant ill is told.
 */
@Tag("both")
class JoinE2E {
  private static final String EICAR =
      "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
  private static final String TEN =
      """
      IMO;Name;Type;Flag
      9900083;Lantern One;Bulk carrier;Panama
      9900095;Lantern Two;Bulk carrier;Panama
      9900100;Lantern Three;Bulk carrier;Panama
      9900112;Lantern Four;Bulk carrier;Panama
      9900124;Lantern Five;Bulk carrier;Panama
      9900136;Lantern Six;Bulk carrier;Panama
      9900148;Lantern Seven;Bulk carrier;PT
      9900150;Lantern Eight;Bulk carrier;PT
      9900162;Lantern Nine;Bulk carrier;PT
      9900174;Lantern Ten;Cruise ship;PT
      """;

  /** A name of its own each run, so that a kept home holds no mail that looks like this run's. */
  private static final String NAME = "L. Lantern " + Long.toString(System.nanoTime(), 36);

  /** A PDF of one empty page, told apart by its title. */
  private static byte[] pdf(String title) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    int[] at = new int[4];
    String[] parts = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Title (" + title + ") >>"
    };
    for (int i = 0; i < parts.length; i++) {
      at[i] = pdf.length();
      pdf.append(i + 1).append(" 0 obj\n").append(parts[i]).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 4\n0000000000 65535 f \n");
    for (int i = 0; i < parts.length; i++) {
      pdf.append(String.format(Locale.ROOT, "%010d 00000 n \n", at[i]));
    }
    pdf.append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
    return pdf.toString().getBytes(ISO_8859_1);
  }

  private static void press(Page page, String button) {
    page.waitForNavigation(() -> page.locator(button).first().click());
  }

  private static String errors(Page page) {
    assertTrue(page.title().startsWith("Error: "), page.title());
    return page.locator(".errors").textContent();
  }

  private static void ask(Page page, String email) {
    page.navigate("/join");
    page.locator("input[name=role][value=PRIMARY]").check();
    page.locator("#email").fill(email);
    press(page, "#begin");
    assertTrue(page.locator("main").textContent().contains("We have sent a mail to " + email));
  }

  private static CaughtMail mail(String email, String part) {
    return Eventually.get(
        "a mail to " + email,
        Duration.ofSeconds(60),
        () ->
            Stage.run().mail().mailsTo(email).stream()
                .filter(each -> each.text().contains(part))
                .findFirst()
                .orElse(null));
  }

  private static String link(String email) {
    return mail(email, "/join/return?code=")
        .text()
        .replaceAll("(?s).*(/join/return\\?code=[\\w-]{43}).*", "$1");
  }

  private static Page begun(BrowserContext window, String email) {
    Page page = window.newPage();
    ask(page, email);
    page.navigate(link(email));
    assertTrue(page.url().endsWith("/join/you"), page.url());
    return page;
  }

  private static void upload(Page page, String kind, String name, byte[] content) {
    page.locator("input[name=kind][value=" + kind + "]").check();
    page.locator("#file").setInputFiles(new FilePayload(name, "application/pdf", content));
    press(page, "#add");
  }

  private static void fillYouAndCompany(Page page) {
    page.locator("#name").fill(NAME);
    page.locator("#telephone").fill("+44 20 7946 0333");
    press(page, "#go");
    page.locator("#companyName").fill("Lantern Shipping");
    page.locator("#companyImo").fill("9990082");
    page.locator("#country").fill("Portugal");
    page.locator("#flagStates").fill("Panama, PT");
    page.locator("input[name=sector][value=BULK]").check();
    press(page, "#go");
  }

  private static void fillShips(Page page) {
    page.locator("#ships").fill(TEN);
    press(page, "#look");
    assertEquals(10, page.locator("main tbody tr").count());
    press(page, "button[name=keep]");
    assertTrue(page.url().endsWith("/join/proofs"), page.url());
  }

  @Test
  void aStrangerAppliesWithTenShipsAndComesBackByTheMail() {
    String email = "officer" + System.nanoTime() + "@lantern.example";
    try (BrowserContext phone = Stage.phoneWithoutScript()) {
      Page page = begun(phone, email);
      fillYouAndCompany(page);
      fillShips(page);
    }
    String reference;
    try (BrowserContext desk = Stage.desk()) {
      Page page = desk.newPage();
      page.navigate(link(email));
      assertTrue(page.url().endsWith("/join/proofs"), "where the person stopped: " + page.url());
      upload(page, "DESIGNATION", "letter.pdf", pdf("Letter"));
      upload(page, "DOC", "document.pdf", pdf("Document"));
      press(page, "#go");
      page.locator("#first").fill("deputy@demo.example");
      press(page, "#go");
      page.locator("#code").check();
      page.locator("#privacy").check();
      press(page, "#go");
      String answers = page.locator("dl.answers").textContent();
      assertTrue(answers.contains("Lantern Shipping") && answers.contains("9990082"), answers);
      press(page, "#send");
      assertTrue(page.url().endsWith("/join/sent"), page.url());
      reference = page.locator("main .ref").textContent();
      assertTrue(reference.matches("APP-\\d{4}-\\d{5}"), reference);
      page.navigate("/join/company");
      assertTrue(page.url().endsWith("/join/status"), "nothing is changed any more");
    }
    assertTrue(mail(email, reference).text().contains("You hear from us by"));
    assertEquals(
        "10",
        Site.query(
            "select count(*) from application_ship s join application a on a.id = s.application_id"
                + " where a.reference = '"
                + reference
                + "'"));
    vouch(reference);
    aVisitorSeesNothing(reference);
  }

  private static void vouch(String reference) {
    CaughtMail asked =
        Eventually.get(
            "the question about " + reference,
            Duration.ofSeconds(60),
            () ->
                Stage.run().mail().mailsTo("deputy@demo.example").stream()
                    .filter(each -> each.text().contains(NAME))
                    .findFirst()
                    .orElse(null));
    String link = asked.text().replaceAll("(?s).*(/join/vouch\\?code=[\\w-]{43}).*", "$1");
    try (BrowserContext phone = Stage.phoneWithoutScript()) {
      Page page = phone.newPage();
      page.navigate(link);
      assertTrue(page.locator("main").textContent().contains("Lantern Shipping"));
      page.locator("input[name=answer][value=VOUCHED]").check();
      press(page, "#send");
      assertEquals(404, page.navigate(link).status(), "once");
    }
  }

  private static void aVisitorSeesNothing(String reference) {
    try (BrowserContext other = Stage.phoneWithoutScript()) {
      Page page = other.newPage();
      for (String step : new String[] {"you", "check", "sent", "status", "proofs"}) {
        page.navigate("/join/" + step + "?id=1&reference=" + reference);
        assertTrue(page.url().endsWith("/join"), page.url());
      }
    }
  }

  @Test
  void whatIsWrongOrMeantIllIsToldAndChangesNothing() {
    String email = "ill" + System.nanoTime() + "@lantern.example";
    try (BrowserContext phone = Stage.phoneWithoutScript()) {
      Page page = begun(phone, email);
      page.navigate("/join/check");
      assertTrue(page.url().endsWith("/join/you"), "the steps have an order");
      page.locator("#name").fill("#{7*7} <b>Ill</b>");
      page.locator("#telephone").fill("+44 20 7946 0333");
      press(page, "#go");
      page.locator("#companyName").fill("Ill Lines");
      page.locator("#companyImo").fill("9900007");
      press(page, "#go");
      String company = errors(page);
      assertTrue(company.contains("number of a ship"), company);
      assertEquals("9900007", page.locator("#companyImo").inputValue(), "what was typed is kept");
      page.locator("#companyImo").fill("9990079");
      page.locator("#country").fill("PT");
      page.locator("#flagStates").fill("PT");
      page.locator("input[name=sector][value=BULK]").check();
      press(page, "#go");
      page.locator("#ships").fill("9900083\n9900084 Wrong\nnonsense");
      press(page, "#look");
      String ships = errors(page);
      assertTrue(ships.contains("Line 2") && ships.contains("Line 3"), ships);
      // typed in by Playwright, so many lines take the browser longer than a person's paste
      page.locator("#ships").evaluate("(e, text) => e.value = text", "9900083 One\n".repeat(5000));
      press(page, "#look");
      assertTrue(errors(page).contains("2,000"));
      fillShips(page);
      illFiles(page);
      press(page, "#go");
      press(page, "#go");
      page.locator("#code").check();
      page.locator("#privacy").check();
      press(page, "#go");
      String check = page.locator("main").textContent();
      assertTrue(check.contains("Something is missing"), "no proof was taken");
      assertTrue(check.contains("#{7*7} <b>Ill</b>"), "typed text stays text");
      assertEquals(0, page.locator("#send").count());
    }
    assertEquals(
        "DRAFT PRIMARY",
        Site.query("select state || ' ' || role from application where email = '" + email + "'"));
    assertNull(Site.query("select id from account where email_key = '" + email + "'"));
  }

  private static void illFiles(Page page) {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(ISO_8859_1);
    upload(page, "DESIGNATION", "letter.pdf", svg);
    assertTrue(errors(page).contains("PDF, a JPEG or a PNG"));
    upload(page, "DESIGNATION", "letter.pdf", EICAR.getBytes(ISO_8859_1));
    assertTrue(errors(page).contains("Virus"));
    byte[] active =
        new String(pdf("x"), ISO_8859_1)
            .replace("/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (1) >>")
            .getBytes(ISO_8859_1);
    upload(page, "DESIGNATION", "../../letter.pdf", active);
    assertTrue(errors(page).contains("script"));
    page.navigate("/join/proofs");
    assertFalse(page.locator("main").textContent().contains("letter.pdf"));
  }

  @Test
  void aKnownAddressGetsTheSameAnswerAndAnotherMail() {
    try (BrowserContext window = Stage.phoneWithoutScript()) {
      Page page = window.newPage();
      ask(page, "auditor@demo.example");
      String known = page.locator("main").textContent();
      String stranger = "stranger" + System.nanoTime() + "@lantern.example";
      ask(page, stranger);
      assertEquals(
          known.replace("auditor@demo.example", "X"),
          page.locator("main").textContent().replace(stranger, "X"));
    }
    assertTrue(mail("auditor@demo.example", "account already").text().contains("/sign-in"));
  }
}
