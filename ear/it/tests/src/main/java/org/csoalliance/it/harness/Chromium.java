package org.csoalliance.it.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A headless Chromium: an installed one, else the one that Playwright fetches, else, as root on
 * Debian, the one of the package. Never skips: where all three fail it says what to do.
 */
final class Chromium {
  private static final List<String> INSTALLED =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage");

  private Chromium() {}

  static Browser launch() {
    Path installed = installed();
    if (installed == null) {
      try {
        return start(Playwright.create(), null);
      } catch (PlaywrightException notToBeHad) {
        installed = fromPackage();
      }
    }
    if (installed == null) {
      throw new IllegalStateException(
          "The browser tests need Chromium or Chrome: install one (on Debian: apt-get install"
              + " chromium) and start the build again.");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return start(playwright, installed);
  }

  private static Browser start(Playwright playwright, Path executable) {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
    if (executable != null) {
      options.setExecutablePath(executable);
    }
    return playwright.chromium().launch(options);
  }

  private static Path installed() {
    return INSTALLED.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
  }

  private static Path fromPackage() {
    if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))
        || !"root".equals(System.getProperty("user.name"))) {
      return null;
    }
    try {
      run("apt-get", "update", "-qq");
      run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
      return installed();
    } catch (IOException refused) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    Process process = builder.start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
  }
}
