package org.csoalliance.web.shared;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** Reads the words of a room: {@code i18n/<room>_<lang>.properties}. */
public final class Bundles {
  private Bundles() {}

  /** Every text of the room by its key. */
  public static Map<String, String> read(String room) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "i18n." + room,
            Locale.ENGLISH,
            Bundles.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> texts = new HashMap<>();
    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    return Collections.unmodifiableMap(texts);
  }

  /** A text of a room with places {0}, {1} filled in; null as nothing, numbers as they are. */
  public static String fill(Map<String, String> texts, String key, Object... values) {
    Object[] words =
        Arrays.stream(values).map(value -> value == null ? "" : value.toString()).toArray();
    return new MessageFormat(texts.getOrDefault(key, key), Locale.ENGLISH).format(words);
  }
}
