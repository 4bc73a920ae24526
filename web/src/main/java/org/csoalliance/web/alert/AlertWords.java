package org.csoalliance.web.alert;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.web.shared.Bundles;

/** Sentences of the bundle {@code i18n.alert} with places to fill. */
final class AlertWords {
  private static final Map<String, String> WORDS = Bundles.read("alert");

  private AlertWords() {}

  /** A sentence with its places filled; the values are never read as patterns. */
  static String fill(String key, Object... values) {
    return new MessageFormat(WORDS.get(key), Locale.ENGLISH).format(values);
  }
}
