package org.csoalliance.incident.form;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of the long forms in one language. */
public final class FormWords {
  private static final FormWords ENGLISH = of(Locale.ENGLISH);

  private final Map<String, String> texts;
  private final Locale locale;

  /** Takes the texts by their keys. */
  public FormWords(Map<String, String> texts, Locale locale) {
    this.texts = Map.copyOf(texts);
    this.locale = locale;
  }

  /** The English words. */
  public static FormWords english() {
    return ENGLISH;
  }

  /** The words of a language; English where nobody has translated them. */
  public static FormWords of(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.csoalliance.incident.form.words",
            locale,
            FormWords.class.getClassLoader(),
            new ResourceBundle.Control() {
              @Override
              public List<String> getFormats(String name) {
                return FORMAT_PROPERTIES;
              }

              @Override
              public Locale getFallbackLocale(String name, Locale asked) {
                return asked.equals(Locale.ENGLISH) ? null : Locale.ENGLISH;
              }
            });
    Map<String, String> texts = new HashMap<>();
    Collections.list(bundle.getKeys()).forEach(key -> texts.put(key, bundle.getString(key)));
    return new FormWords(texts, locale);
  }

  /** All keys and texts. */
  public Map<String, String> texts() {
    return texts;
  }

  /** Whether there is such a text. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** A text; its key where it is missing, so that a page never breaks over it. */
  public String text(String key) {
    return texts.getOrDefault(key, key);
  }

  /** A text with the places {0}, {1} filled in; numbers are written as people do. */
  public String fill(String key, Object... values) {
    Object[] words = new Object[values.length];
    for (int n = 0; n < values.length; n++) {
      words[n] = values[n] instanceof Number number ? number(number) : String.valueOf(values[n]);
    }
    return new MessageFormat(text(key), locale).format(words);
  }

  /** A number with thousands parted, such as "8,140". */
  public String number(Number number) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(6);
    return format.format(number instanceof BigDecimal ? number : new BigDecimal(number.toString()));
  }

  /** The question of a field, or the name of a part. */
  public String label(Form form, FormField field) {
    String own = form.name() + ".field." + field.name();
    return texts.containsKey(own) ? text(own) : text("field." + field.name());
  }

  /** The help of a field; empty: none. */
  public String hint(Form form, FormField field) {
    String own = form.name() + ".field." + field.name() + ".hint";
    return texts.getOrDefault(own, texts.getOrDefault("field." + field.name() + ".hint", ""));
  }

  /** A value as people read it. */
  public String value(FormField field, String value) {
    String own = "value." + field.name() + "." + value;
    return texts.containsKey(own) ? text(own) : text("value." + value);
  }

  /** The unit of a field with a number before it; the number alone without one. */
  public String measured(FormField field, String number) {
    return field.unit().isEmpty() ? number : fill("unit", number, unit(field));
  }

  /** The unit of a field, translated where it is a word; empty: none. */
  public String unit(FormField field) {
    return texts.getOrDefault("unit." + field.unit(), field.unit());
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }
}
