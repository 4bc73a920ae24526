package org.csoalliance.web.security;

import java.util.List;

/**
 * A browser in words, from what it says of itself, so that a person knows their own devices in a
 * list. It decides nothing.
 */
final class DeviceName {
  /** Those that name another one too stand before it. */
  private static final List<String[]> BROWSERS =
      List.of(
          new String[] {"Edg/", "Edge"},
          new String[] {"OPR/", "Opera"},
          new String[] {"SamsungBrowser/", "Samsung Internet"},
          new String[] {"Firefox/", "Firefox"},
          new String[] {"FxiOS/", "Firefox"},
          new String[] {"CriOS/", "Chrome"},
          new String[] {"Chrome/", "Chrome"},
          new String[] {"Safari/", "Safari"});

  private static final List<String[]> SYSTEMS =
      List.of(
          new String[] {"Windows", "Windows"},
          new String[] {"Android", "Android"},
          new String[] {"iPhone", "iPhone"},
          new String[] {"iPad", "iPad"},
          new String[] {"Mac OS X", "macOS"},
          new String[] {"CrOS", "ChromeOS"},
          new String[] {"Linux", "Linux"});

  private DeviceName() {}

  /** Such as {@code Firefox on Windows}; empty when the header says nothing known. */
  static String of(String userAgent) {
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    if (browser.isEmpty() || system.isEmpty()) {
      return browser + system;
    }
    return browser + " on " + system;
  }

  private static String first(List<String[]> words, String userAgent) {
    if (userAgent == null) {
      return "";
    }
    for (String[] word : words) {
      if (userAgent.contains(word[0])) {
        return word[1];
      }
    }
    return "";
  }
}
