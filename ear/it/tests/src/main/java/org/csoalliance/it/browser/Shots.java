package org.csoalliance.it.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages for people to look at, in the build's folder. */
final class Shots {
  private Shots() {}

  /** Takes the whole page and tells where the picture lies. */
  static Path take(Page page, String name) {
    Path file =
        Path.of(System.getProperty("alliance.it.work"), "shots", name + ".png").toAbsolutePath();
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    return file;
  }
}
