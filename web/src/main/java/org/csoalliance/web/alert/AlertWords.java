package org.csoalliance.web.alert;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of the bundle {@code i18n.alert} with places to fill. */
final class AlertWords {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle(
          "i18n.alert",
          Locale.ENGLISH,
          AlertWords.class.getClassLoader(),
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

  private AlertWords() {}

  /** A sentence with its places filled; the values are never read as patterns. */
  static String fill(String key, Object... values) {
    return new MessageFormat(WORDS.getString(key), Locale.ENGLISH).format(values);
  }
}
