package org.csoalliance.web.security;

import java.util.Locale;
import java.util.Optional;

/**
 * An address within this application, such as a sign-in may lead back to. Anything that a browser
 * could take for another site is none.
 */
public final class LocalPath {
  private static final int LONGEST = 2000;

  private LocalPath() {}

  /**
   * Checks an address that came with a request.
   *
   * @param path relative to the context path, query included; null as nothing
   * @return the address; empty when it may lead elsewhere, or to signing in and out again
   */
  public static Optional<String> of(String path) {
    if (path == null || path.length() > LONGEST || !path.startsWith("/")) {
      return Optional.empty();
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      // browsers drop controls and read a backslash as a slash
      if (c <= ' ' || c == '\\' || c >= 0x7f) {
        return Optional.empty();
      }
    }
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.startsWith("//")
        || lower.startsWith("/%2f")
        || lower.startsWith("/%5c")
        || lower.startsWith("/sign-in")
        || lower.startsWith("/sign-out")
        || lower.startsWith("/api/")) {
      return Optional.empty();
    }
    return Optional.of(path);
  }
}
