package org.csoalliance.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.Stage;
import org.csoalliance.it.harness.WebSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A person sets up second factors, signs in with each of them, and ends another browser's session.
 */
class AccountE2E {
  private static final String WHO = "pmsc";
  private static final String ACCOUNT =
      " where account_id = (select id from account where email_key = 'pmsc@demo.example')";
  private static final Pattern SECOND = Pattern.compile(".*/sign-in/second.*");
  private static final Pattern HOME = Pattern.compile(".*/me");

  @AfterEach
  void withoutFactors() {
    for (String table : List.of("passkey", "authenticator_app", "recovery_code")) {
      Site.sql("delete from " + table + ACCOUNT);
    }
  }

  @Test
  void aPasskeySignsInAloneAndAsTheSecondStep() {
    try (BrowserContext window = Stage.desk()) {
      Page page = Stage.signIn(window, WHO);
      virtualAuthenticator(window, page);
      page.navigate("/me/security/passkey");
      page.locator("#label").fill("Office laptop");
      page.locator("[data-passkey] button").click();
      page.waitForURL(Pattern.compile(".*/me/security/codes"));
      assertEquals(10, page.locator(".codes code").count());
      page.reload();
      page.waitForURL(Pattern.compile(".*/me/security"));
      assertTrue(page.locator("main").innerText().contains("Office laptop"));

      window.clearCookies();
      page.navigate("/sign-in");
      page.locator("main a[href*='/sign-in/passkey']").click();
      page.locator("[data-passkey] button").click();
      page.waitForURL(HOME);

      window.clearCookies();
      password(page);
      page.waitForURL(SECOND);
      page.locator("[data-passkey] button").click();
      page.waitForURL(HOME);
      assertEquals(
          "t",
          Site.query(
              "select strong from account_session"
                  + ACCOUNT
                  + " order by started_at desc limit 1"));

      page.navigate("/me/security");
      page.locator("details.sure summary").first().click();
      page.locator("button[name=removePasskey]").click();
      page.getByText("The passkey is removed").waitFor();
      window.clearCookies();
      page.navigate("/sign-in/passkey");
      page.locator("[data-passkey] button").click();
      page.locator(".errors").waitFor();
    }
  }

  @Test
  void anAppIsSetUpAndAsksForEachCodeOnceAndAnotherBrowserIsEnded() {
    try (BrowserContext window = Stage.desk();
        BrowserContext other = Stage.phoneWithoutScript()) {
      Page page = Stage.signIn(window, WHO);
      page.navigate("/me/security");
      page.locator("button[name=beginApp]").click();
      String secret = page.locator(".secret").innerText();
      // the window reaches one step back and one ahead, so that no code has to be waited for
      page.locator("#code").fill(code(secret, -1));
      page.locator("#go").click();
      page.waitForURL(Pattern.compile(".*/me/security/codes"));
      String recovery = page.locator(".codes code").first().innerText();

      Page phone = other.newPage();
      password(phone);
      phone.waitForURL(SECOND);
      phone.navigate("/me");
      phone.waitForURL(Pattern.compile(".*/sign-in.*"));
      phone.navigate("/sign-in/second");
      String code = code(secret, 1);
      phone.locator("#code").fill(code);
      phone.locator("#go").click();
      phone.waitForURL(HOME);

      page.navigate("/me/security");
      page.locator("button[name=end]").first().click();
      page.getByText("The session is ended").waitFor();
      phone.navigate("/me");
      phone.waitForURL(Pattern.compile(".*/sign-in.*"));

      password(phone);
      phone.waitForURL(SECOND);
      phone.locator("#code").fill(code);
      phone.locator("#go").click();
      phone.locator(".errors").waitFor();
      phone.locator("#code").fill(recovery);
      phone.locator("#go").click();
      phone.waitForURL(HOME);
      other.clearCookies();
      password(phone);
      phone.waitForURL(SECOND);
      phone.locator("#code").fill(recovery);
      phone.locator("#go").click();
      phone.locator(".errors").waitFor();
    }
  }

  private static void password(Page page) {
    page.navigate("/sign-in");
    page.locator("#email").fill(WHO + "@demo.example");
    page.locator("#password").fill(WebSession.PASSWORD);
    page.locator("#go").click();
  }

  private static void virtualAuthenticator(BrowserContext window, Page page) {
    CDPSession devtools = window.newCDPSession(page);
    devtools.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", options);
    devtools.send("WebAuthn.addVirtualAuthenticator", arguments);
  }

  /** What an authenticator app shows, by RFC 6238; some steps from now. */
  private static String code(String base32, int steps) {
    String secret = base32.replace(" ", "");
    ByteBuffer key = ByteBuffer.allocate(secret.length() * 5 / 8);
    long held = 0;
    int bits = 0;
    for (char letter : secret.toCharArray()) {
      held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        key.put((byte) (held >> bits));
        held &= (1L << bits) - 1;
      }
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.array(), "HmacSHA1"));
      long step = System.currentTimeMillis() / 30_000 + steps;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int number = ByteBuffer.wrap(hash, hash[19] & 0xf, Integer.BYTES).getInt() & 0x7fff_ffff;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
