package org.csoalliance.it.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.run.Launcher;
import org.csoalliance.run.RunSettings;
import org.csoalliance.run.RunningAlliance;
import org.csoalliance.run.ServerKind;

/**
 * The stage of the browser tests: the untouched archive, started once by the launcher as a user
 * starts it, with demonstration data, and one headless Chromium.
 */
public final class Stage {
  private static RunningAlliance run;
  private static Browser browser;

  private Stage() {}

  /** The running platform; started at the first call. */
  public static synchronized RunningAlliance run() {
    if (run == null) {
      Path home = Path.of(System.getProperty("alliance.it.work"), "browser").toAbsolutePath();
      ServerKind kind = ServerKind.of(System.getProperty("alliance.e2e.server", "payara"));
      RunSettings free = RunSettings.forTests(home, kind, true);
      Map<String, String> properties = new TreeMap<>(free.properties());
      properties.put("alliance.password.iterations", "20000");
      run =
          Launcher.start(
              new RunSettings(free.project(), home, kind, 0, 0, 0, true, Map.copyOf(properties)));
      System.setProperty("alliance.it.base", run.baseUrl());
      System.setProperty("alliance.it.jdbc", run.jdbcUrl());
      Runtime.getRuntime().addShutdownHook(new Thread(run::close, "end of stage"));
    }
    return run;
  }

  /** The address of the platform. */
  public static URI base() {
    return URI.create(run().baseUrl());
  }

  /** The browser; started at the first call. */
  public static synchronized Browser browser() {
    if (browser == null) {
      browser = Chromium.launch();
    }
    return browser;
  }

  /** A person's fresh browser window. */
  public static BrowserContext window(int width, int height, boolean script, boolean dark) {
    return browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL(run().baseUrl())
                .setViewportSize(width, height)
                .setJavaScriptEnabled(script)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
  }

  /** A desk's window with scripts. */
  public static BrowserContext desk() {
    return window(1440, 900, true, false);
  }

  /** A phone without scripts. */
  public static BrowserContext phoneWithoutScript() {
    return window(360, 740, false, false);
  }

  /** Signs a demonstration person in, such as {@code member}, and returns the page. */
  public static Page signIn(BrowserContext window, String who) {
    Page page = window.newPage();
    page.navigate("/sign-in");
    page.locator("input[autocomplete=username], input[type=email]")
        .first()
        .fill(who + "@demo.example");
    page.locator("input[type=password]").fill(WebSession.PASSWORD);
    page.locator("main button[type=submit], main input[type=submit]").first().click();
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }
}
