package org.csoalliance.web.shared;

import jakarta.faces.context.FacesContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Parts of pages that were rendered before, by what they follow from; the least recently shown are
 * forgotten when all together exceed a size. One for each application.
 */
final class KeptParts {
  /** About 8 MB at most: characters are kept in one byte where Latin-1 has them all. */
  private static final int CHARACTERS = 8_000_000;

  private static final String NAME = KeptParts.class.getName();

  /**
   * What a part follows from: which part, where the application is mounted, the language, and what
   * the page gives.
   */
  record Key(String part, String root, Locale locale, Object value) {
    static Key of(FacesContext context, String part, Object value) {
      return new Key(
          part,
          context.getExternalContext().getRequestContextPath(),
          context.getViewRoot().getLocale(),
          value);
    }
  }

  private final int limit;
  private final Map<Key, String> parts = new LinkedHashMap<>(256, 0.75f, true);
  private int size;

  KeptParts(int limit) {
    this.limit = limit;
  }

  static KeptParts of(FacesContext context) {
    return (KeptParts)
        context
            .getExternalContext()
            .getApplicationMap()
            .computeIfAbsent(NAME, name -> new KeptParts(CHARACTERS));
  }

  synchronized String get(Key key) {
    return parts.get(key);
  }

  synchronized void put(Key key, String html) {
    if (html.length() > limit / 10) {
      return;
    }
    String before = parts.put(key, html);
    size += html.length() - (before == null ? 0 : before.length());
    var eldest = parts.entrySet().iterator();
    while (size > limit) {
      size -= eldest.next().getValue().length();
      eldest.remove();
    }
  }

  synchronized int size() {
    return size;
  }
}
