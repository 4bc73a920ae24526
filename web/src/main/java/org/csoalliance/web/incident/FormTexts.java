package org.csoalliance.web.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.web.shared.Bundles;

/** The words round the long forms and versions; those of the fields belong to their description. */
@Named("formWords")
@ApplicationScoped
public class FormTexts {
  private static final Map<String, String> TEXTS = Bundles.read("form");

  /** Every text by its key. */
  @Produces
  @Dependent
  @Named("formText")
  public Map<String, String> texts() {
    return TEXTS;
  }

  /** A text by its key; the key itself where it is missing. */
  public static String text(String key) {
    return TEXTS.getOrDefault(key, key);
  }

  /** A text with places {0}, {1} filled in. */
  public String fill(String key, Object... values) {
    Object[] words = new Object[values.length];
    for (int n = 0; n < values.length; n++) {
      words[n] = String.valueOf(values[n]);
    }
    return new MessageFormat(text(key), Locale.ENGLISH).format(words);
  }
}
